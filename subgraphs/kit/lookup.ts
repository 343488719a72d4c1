import DataLoader from 'dataloader';
import type { Lookup } from '../../schema/vocabulary.js';
import type { Authorised } from './authorise.js';
import { type CustodyEvent, inOrderOfTime, outcomeOf, timeToCrime } from './custody.js';
import { materialise, materialiseKeys } from './materialise.js';
import { type NodeRequest, planFor, relatedLoader } from './node-request.js';
import { type Equalities, readByMatch } from './records/by-key.js';
import type { Row } from './records/source.js';

/** Answers look-ups of one kind, however many are asked for together by one statement. */
export type Finder = (keys: Equalities) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Makes the finder of one selection of a look-up.
 *
 * @param authorised - open: the requester may find records by these keys
 */
export function createFinder(request: NodeRequest, authorised: Authorised, { by }: Lookup): Finder {
  const { type } = authorised.selection;
  const records = authorised.beneath.get('records');
  const decision = records?.access.decision ?? authorised.access.found;
  if (decision === undefined) throw new Error('a look-up needs a decision on the records that it finds');
  const loader = new DataLoader<Equalities, readonly Row[], string>(
    (lookups) => readByMatch(request.source, planFor(decision), lookups).then((rows) => [...rows]),
    { cacheKeyFn: (lookup) => JSON.stringify(lookup) },
  );
  const { fields = [] } = authorised.access.decision?.reading ?? {};
  const shown = fields.filter((field) => !authorised.access.hidden.has(field));
  return async (keys) => {
    const rows = await loader.load(keys);
    for (const field of shown) request.ledger.shown.add(`${type.name}.${field}`);
    const values = await Promise.all(
      shown
        .filter((field) => field !== 'hit' && field !== 'records')
        .map(async (field) => [field, await partOf(request, rows, authorised, field)] as const),
    );
    return {
      ...Object.fromEntries(by.map((key) => [key, keys[key] ?? null])),
      hit: rows.length > 0 ? 'HIT' : 'NO_HIT',
      records: records === undefined ? null : await materialise(request, rows, records),
      ...Object.fromEntries(values),
    };
  };
}

/** What a look-up tells besides the records: worked out of a chain of custody, or what hangs on the records found. */
async function partOf(
  request: NodeRequest,
  rows: readonly Row[],
  { selection: { type }, beneath }: Authorised,
  field: string,
): Promise<unknown> {
  const related = async (of: string): Promise<readonly unknown[]> => {
    const loader = relatedLoader(request, type.name, of);
    return (await Promise.all(rows.map(({ key }) => loader.load(key)))).flat();
  };
  const chain = async (): Promise<readonly CustodyEvent[]> =>
    inOrderOfTime((await related('chainOfCustody')) as readonly CustodyEvent[]);
  switch (field) {
    case 'chainOfCustody':
      return chain();
    case 'outcome':
      if (rows.length === 0) return null;
      return outcomeOf(await chain(), (await related('lastKnownPurchaser')).length > 0);
    case 'timeToCrimeDays':
      return rows.length === 0 ? null : timeToCrime(await chain());
    default: {
      const inner = beneath.get(field);
      const keys = inner === undefined ? [] : ((await related(field)) as readonly string[]).slice(0, 1);
      const [record = null] = inner === undefined ? [] : await materialiseKeys(request, keys, inner);
      return record;
    }
  }
}
