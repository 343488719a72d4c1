import { z } from 'zod';
import { type Problem, readYaml } from '../../common/problem.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { masks } from '../../common/withheld.js';
import type { Register } from '../check-words.js';

const coordinate = z.string().min(1);
const names = z.array(z.string().min(1)).min(1);

const expectation = z
  .strictObject({
    name: z.strictObject({ en: z.string().min(1), es: z.string().min(1) }),
    /** Absent: every agency of another country. */
    agency: z.string().min(1).optional(),
    /** Absent: each role that the agency has. */
    roles: names.optional(),
    /** Absent: every purpose. */
    purposes: names.optional(),
    /** Of a record with these values; absent: of any record. */
    record: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    shows: z.array(coordinate).min(1).optional(),
    masks: z.record(coordinate, z.enum(masks)).optional(),
    /** Not even masked. */
    never: z.array(coordinate).min(1).optional(),
  })
  .refine(
    ({ shows, masks: masked, never }) => shows !== undefined || masked !== undefined || never !== undefined,
    'one of shows, masks, never',
  );

/** The form of a file of expectations. */
export const expectationsSchema = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/u),
  /** Absent: today. */
  date: z.iso.date('a date as YYYY-MM-DD').optional(),
  expectations: z.array(expectation).min(1),
});

/** What a State expects its agreements to say. */
export type Expectations = z.infer<typeof expectationsSchema>;
export type Expectation = Expectations['expectations'][number];

/** A file of expectations that can say where in it something stands; or all that is wrong with it. */
export type ParsedExpectations =
  | {
      readonly ok: true;
      readonly expectations: Expectations;
      readonly problemAt: (path: readonly PropertyKey[], message: string) => Problem;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Parses a file of expectations and checks that its words mean something. All faults at once. */
export function parseExpectations(
  file: string,
  text: string,
  vocabulary: Vocabulary,
  register: Register,
): ParsedExpectations {
  const { value, problems, problemAt } = readYaml(file, text);
  if (problems.length > 0) return { ok: false, problems };
  const parsed = expectationsSchema.safeParse(value);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) =>
        problemAt(path, `${path.map(String).join('.')}: ${message}`),
      ),
    };
  const wrong = parsed.data.expectations.flatMap((one, index) =>
    wrongWords(one, vocabulary, register).map(({ path, message }) =>
      problemAt(['expectations', index, ...path], message),
    ),
  );
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return { ok: true, expectations: parsed.data, problemAt };
}

interface Wrong {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function wrongWords(one: Expectation, vocabulary: Vocabulary, register: Register): readonly Wrong[] {
  const agency = register.agencies.find(({ id }) => id === one.agency);
  const wrong: Wrong[] = [];
  if (one.agency !== undefined && agency === undefined)
    wrong.push({
      path: ['agency'],
      message: `no agency ${one.agency} in the region's register / no hay agencia ${one.agency} en el registro`,
    });
  one.purposes?.forEach((purpose, index) => {
    if (!vocabulary.purposes.has(purpose))
      wrong.push({
        path: ['purposes', index],
        message: `no purpose ${purpose} / no hay finalidad ${purpose}`,
      });
  });
  for (const { path, coordinate: named } of coordinatesOf(one)) {
    const [record = '', field = ''] = named.split('.');
    if (vocabulary.records.get(record)?.has(field) !== true)
      wrong.push({
        path,
        message: `no field ${named} in the shared language / no hay campo ${named} en el lenguaje común`,
      });
  }
  return wrong;
}

function coordinatesOf({ shows = [], masks: masked = {}, never = [] }: Expectation) {
  return [
    ...shows.map((named, index) => ({ path: ['shows', index], coordinate: named })),
    ...Object.keys(masked).map((named) => ({ path: ['masks', named], coordinate: named })),
    ...never.map((named, index) => ({ path: ['never', index], coordinate: named })),
  ];
}
