import { type Problem, readYaml } from '../common/problem.js';
import type { Vocabulary } from '../schema/vocabulary.js';
import type { Agreement } from './agreement.js';
import { agreementSchema } from './agreement-schema.js';
import { checkWords, type Register } from './check-words.js';
import { elsewhere, formFaults, readableAgreement } from './form-faults.js';
import { withMatchPaths } from './match-on.js';

/** An agreement file as written. */
export interface AgreementSource {
  readonly file: string;
  readonly text: string;
}

/** A set of agreements, or all that is wrong with it. */
export type ParsedAgreements =
  | { readonly ok: true; readonly agreements: readonly Agreement[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Parses a State's agreement files. One bad file refuses the whole set: half a set is another set than the State meant.
 *
 * @param grantor - the State whose agreements they must be
 */
export function parseAgreements(
  sources: readonly AgreementSource[],
  grantor: string,
  vocabulary: Vocabulary,
  register: Register,
): ParsedAgreements {
  const parsed = sources.map((source) => parseAgreement(source, grantor, vocabulary, register));
  const agreements = parsed.flatMap(({ agreement }) => (agreement === undefined ? [] : [agreement]));
  const problems = [...parsed.flatMap((one) => one.problems), ...twice(sources, parsed)];
  return problems.length === 0 ? { ok: true, agreements } : { ok: false, problems };
}

interface ParsedAgreement {
  readonly agreement: Agreement | undefined;
  readonly problems: readonly Problem[];
}

function parseAgreement(
  { file, text }: AgreementSource,
  grantor: string,
  vocabulary: Vocabulary,
  register: Register,
): ParsedAgreement {
  const yaml = readYaml(file, text);
  if (yaml.problems.length > 0) return { agreement: undefined, problems: yaml.problems };
  const result = agreementSchema.safeParse(yaml.value);
  const agreement = result.success ? result.data : readableAgreement(yaml.value);
  const form = result.success ? [] : formFaults(result.error, yaml.value);
  const words = agreement === undefined ? [] : checkWords(agreement, grantor, vocabulary, register);
  const problems = [...form, ...elsewhere(words, form)].map(({ path, message }) =>
    yaml.problemAt(path, message),
  );
  return {
    agreement: agreement && withMatchPaths(vocabulary, agreement),
    problems: problems.sort(byPlace),
  };
}

function byPlace(one: Problem, other: Problem): number {
  return one.line - other.line || one.column - other.column;
}

function twice(sources: readonly AgreementSource[], parsed: readonly ParsedAgreement[]): readonly Problem[] {
  const fileOf = new Map<string, string>();
  return parsed.flatMap(({ agreement }, index) => {
    const file = sources[index]?.file;
    if (agreement === undefined || agreement.id === '' || file === undefined) return [];
    const earlier = fileOf.get(agreement.id);
    fileOf.set(agreement.id, file);
    if (earlier === undefined) return [];
    return [{ file, line: 1, column: 1, message: `the id ${agreement.id} is taken by ${earlier}` }];
  });
}
