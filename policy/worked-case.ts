import { z } from 'zod';
import { describeProblem, type Problem, readYaml } from '../common/problem.js';
import type { Agreement } from './agreement.js';
import { agreementSchema, conditionSchema } from './agreement-schema.js';
import type { Vocabulary } from '../schema/vocabulary.js';
import type { RowsRequest } from './decide-rows.js';
import { withMatchPaths } from './match-on.js';
import type { PlainRow } from './plain-row.js';

/** A decision worked out by hand: agreements of one grantor, its records, a request, and what must come of it. */
export interface WorkedCase {
  readonly name: string;
  readonly agreements: readonly Agreement[];
  readonly records: readonly PlainRow[];
  readonly request: RowsRequest;
  readonly expected?: unknown;
}

const name = z.string().min(1);

const caseSchema = z.strictObject({
  name,
  agreements: z.array(agreementSchema),
  records: z.array(z.looseObject({ id: name, type: name })),
  request: z.strictObject({
    agency: name,
    roles: z.array(name),
    purpose: name,
    case: name.optional(),
    date: z.iso.date('a date as YYYY-MM-DD'),
    record: name,
    select: z.array(name),
    filter: conditionSchema.optional(),
    sort: z.strictObject({ field: name, descending: z.boolean() }).optional(),
  }),
  expected: z.unknown().optional(),
});

/**
 * Parses a file of worked cases.
 *
 * @param vocabulary - in whose words the agreements say by what a hit is told
 * @throws Error that names every fault with its place
 */
export function parseWorkedCases(file: string, text: string, vocabulary: Vocabulary): readonly WorkedCase[] {
  const result = z.array(caseSchema).safeParse(readJson(file, text));
  if (result.success)
    return result.data.map((worked) => ({
      ...worked,
      agreements: worked.agreements.map((agreement) => withMatchPaths(vocabulary, agreement)),
    }));
  // only a text with faults is read once more, for their places
  const yaml = readYaml(file, text);
  throw faulty(
    result.error.issues.map(({ path, message }) =>
      yaml.problemAt(path, `${path.map(String).join('.') || 'the file'}: ${message}`),
    ),
  );
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const [message, position] = placed(cause, text);
    const before = text.slice(0, position).split('\n');
    const column = (before.at(-1) ?? '').length + 1;
    throw faulty([{ file, line: before.length, column, message: `no JSON: ${message}` }]);
  }
}

function placed(cause: unknown, text: string): readonly [string, number] {
  const message = cause instanceof Error ? cause.message : String(cause);
  const position = /at position (\d+)/u.exec(message)?.[1];
  return [message, position === undefined ? text.length : Number(position)];
}

function faulty(problems: readonly Problem[]): Error {
  return new Error(problems.map(describeProblem).join('\n'));
}
