import { formatRecordId, parseRecordId } from '../../../common/record-id.js';
import type { Requested } from '../../../policy/release/life.js';
import { readByKey } from '../records/by-key.js';
import { readPage } from '../records/page.js';
import type { Source } from '../records/source.js';

/** Records that are named to the officers who decide, at most. */
const most = 10;

/** Ids of the records that a request means, as the State's database has them now. Only its own officers are told. */
export async function candidatesOf(
  source: Source,
  { record, particulars }: Requested,
): Promise<readonly string[]> {
  if (source.mapping.records[record] === undefined) return [];
  const plan = { record, fields: [], opens: [{ where: undefined, returns: true }] };
  const { match, recordId } = particulars;
  if (recordId !== undefined) {
    const key = parseRecordId(recordId)?.key ?? '';
    const rows = await readByKey(source, plan, [key]);
    return [...rows.keys()].map((found) =>
      formatRecordId({ state: source.mapping.state, type: record, key: found }),
    );
  }
  const filter = Object.fromEntries(match.map(({ field, value }) => [field, { eq: value }]));
  const { rows } = await readPage(source, plan, { filter, sort: undefined, first: most, after: undefined });
  return rows.map(({ row }) => row.id);
}
