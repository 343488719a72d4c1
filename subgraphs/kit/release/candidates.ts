import { sql } from 'kysely';
import { formatRecordId } from '../../../common/record-id.js';
import type { Requested } from '../../../policy/release/life.js';
import { conditionSql, type Filter } from '../records/condition-sql.js';
import { prepare, type Source } from '../records/source.js';
import { all, type Expression } from '../records/sql-text.js';

/** Records that are named to the officers who decide, at most. */
const most = 10;

/**
 * Ids of the records that each of some requests means, as the State's database has them now, in one statement. Only its own officers
 * are told.
 */
export async function candidatesOf(
  source: Source,
  requests: readonly Requested[],
): Promise<readonly (readonly string[])[]> {
  const parts = requests.flatMap((request, position) => statementOf(source, request, position));
  if (parts.length === 0) return requests.map(() => []);
  const { rows } = await sql<{ readonly request: number | string; readonly found: string }>`
    ${sql.join(parts, sql` UNION ALL `)} ORDER BY request, found`.execute(source.database.db);
  return requests.map(({ record }, position) =>
    rows
      .filter(({ request }) => Number(request) === position)
      .map(({ found: key }) => formatRecordId({ state: source.mapping.state, type: record, key })),
  );
}

function statementOf(
  source: Source,
  { record, particulars: { match, recordId } }: Requested,
  position: number,
): readonly Expression[] {
  if (source.mapping.records[record] === undefined) return [];
  const prepared = prepare(source, { record, fields: [], opens: [{ where: undefined, returns: true }] });
  const meant = recordId === undefined ? filterOf(match) : { id: { eq: recordId } };
  const { keyText, from, visible } = prepared;
  const number = sql.lit(position);
  return [
    sql`SELECT * FROM (
      SELECT ${number} AS request, ${keyText} AS found FROM ${from}
      WHERE ${all([visible, conditionSql(prepared.rows, meant)])} ORDER BY ${keyText} LIMIT ${sql.lit(most)}
    ) AS ${sql.id(`request${String(position)}`)}`,
  ];
}

/** What is matched of a record that this one refers to (`person.passport`) stands beneath the reference. */
function filterOf(match: Requested['particulars']['match']): Filter {
  const filter: Record<string, Record<string, unknown>> = {};
  for (const { field, value } of match) {
    const [first = field, beneath] = field.split('.', 2);
    const wanted = { eq: value };
    filter[first] = { ...filter[first], ...(beneath === undefined ? wanted : { [beneath]: wanted }) };
  }
  return filter;
}
