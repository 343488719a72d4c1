import { isEnumType, isObjectType } from 'graphql';
import { invalidArgument } from '../../../common/argument-problem.js';
import { subdivisionsOf } from '../../../schema/subdivisions.js';
import type { Source } from '../records/source.js';
import type {
  DrugCategory,
  MemberStateStatisticsArgs,
  StatisticsCount,
  StatisticsQuantity,
} from '../../../schema/types.js';
import { type Cell, type Grid, levelOf } from './level.js';
import { calibres, origins, type Subject, subjects, subjectsOf } from './subjects.js';
import { dimensionsOf, readTallies } from './tally.js';

/** One level of one year. */
export type StatisticsQuery = Required<MemberStateStatisticsArgs>;

/**
 * Answers the fields of `Statistics` that are asked for: each subject counted in one statement.
 *
 * @throws IstmoError `ARGUMENT_INVALID` for a year that is none, or levels that are not given out
 */
export async function answerStatistics(
  source: Source,
  query: StatisticsQuery,
  fields: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  checkQuery(query, new Date(source.clock()).getUTCFullYear());
  const answers = fields.map(async (field) => {
    const wanted = subjects.filter(({ name }) => subjectsOf[field]?.includes(name) === true);
    const parts = await Promise.all(wanted.map((subject) => answerSubject(source, query, subject, field)));
    return [field, parts.flat()] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

function checkQuery({ year, by }: StatisticsQuery, thisYear: number): void {
  if (year < 1900 || year > thisYear) throw invalidArgument({ path: 'year', problem: 'YEAR' });
  const isLevel = by.length === 1 || (by.length === 2 && by.includes('MONTH') && by[0] !== by[1]);
  if (!isLevel) throw invalidArgument({ path: 'by', problem: 'LEVEL' });
}

async function answerSubject(
  source: Source,
  { year, by }: StatisticsQuery,
  subject: Subject,
  field: string,
): Promise<readonly (StatisticsCount | StatisticsQuantity)[]> {
  const grid = gridOf(source, subject, year);
  if (grid === undefined) return [];
  const cells = levelOf(await readTallies(source, subject, year), grid, by);
  return cells.map((cell) =>
    field === 'quantityKilograms'
      ? { ...placeOf(subject, cell), quantityKilograms: cell.kilograms }
      : { ...placeOf(subject, cell), subject: subject.name, count: cell.count },
  );
}

/** Undefined where the State does not record the subject at all. */
function gridOf({ mapping, schema }: Source, subject: Subject, year: number): Grid | undefined {
  const record = mapping.records[subject.record];
  const type = schema.getType(subject.record);
  if (record === undefined || !isObjectType(type)) return undefined;
  const told = new Set(dimensionsOf(subject, record, type).map(([dimension]) => dimension));
  const groups = schema.getType('DrugCategory');
  const kinds =
    subject.calibre === undefined && isEnumType(groups)
      ? groups.getValues().map(({ name }) => name)
      : calibres;
  return {
    MONTH: Array.from({ length: 12 }, (_, n) => `${String(year)}-${String(n + 1).padStart(2, '0')}`),
    ...(told.has('SUBDIVISION') && { SUBDIVISION: subdivisionsOf(mapping.state) }),
    ...(told.has('SUBSTANCE_OR_CALIBRE') && { SUBSTANCE_OR_CALIBRE: kinds }),
    ...(told.has('ORIGIN') && { ORIGIN: origins }),
  };
}

function placeOf(subject: Subject, { at }: Cell): Omit<StatisticsCount, 'subject' | 'count'> {
  const kind = at.SUBSTANCE_OR_CALIBRE ?? null;
  return {
    month: at.MONTH ?? null,
    subdivision: at.SUBDIVISION ?? null,
    substance: subject.substance === undefined ? null : (kind as DrugCategory | null),
    calibre: subject.calibre === undefined ? null : kind,
    origin: at.ORIGIN ?? null,
  };
}
