import DataLoader from 'dataloader';
import type { Lookup } from '../../schema/vocabulary.js';
import type { Authorised } from './authorise.js';
import { type CustodyEvent, inOrderOfTime, outcomeOf, timeToCrime } from './custody.js';
import { noteOpened } from './ledger.js';
import { materialise, materialiseKeys } from './materialise.js';
import { readContact } from './contact.js';
import { hitPlanFor, type NodeRequest, planFor, relatedLoader } from './node-request.js';
import { type Equalities, readByMatch, readHits } from './records/by-key.js';
import type { Row } from './records/source.js';

/** Answers look-ups of one kind, however many are asked for together by one statement. */
export type Finder = (keys: Equalities) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Makes the finder of one selection of a look-up.
 *
 * @param authorised - open: the requester may find records by these keys, or be told whether there are any
 */
export function createFinder(request: NodeRequest, authorised: Authorised, { by }: Lookup): Finder {
  const { access, beneath } = authorised;
  const { type } = authorised.selection;
  const records = beneath.get('records');
  const rowsOf = access.hitOnly ? () => Promise.resolve([]) : rowLoader(request, authorised);
  const { grants = [] } = records?.access.decision ?? access.found ?? {};
  const isHit = hitLoader(request, authorised);
  const { fields = [] } = access.decision?.reading ?? {};
  const shown = fields.filter((field) => !access.hidden.has(field));
  return async (keys) => {
    const [rows, told] = await Promise.all([rowsOf(keys), isHit(keys)]);
    for (const field of shown) request.ledger.shown.add(`${type.name}.${field}`);
    const hit = rows.length > 0 || told;
    // what is told of a record discloses it, whether or not the record itself is asked for
    if (shown.some((field) => !['hit', 'contact'].includes(field)))
      for (const row of rows) noteOpened(request.ledger, grants, row.opened, row.id);
    const values = await Promise.all(
      shown
        .filter((field) => !['hit', 'records', 'contact'].includes(field))
        .map(async (field) => [field, await partOf(request, rows, authorised, field)] as const),
    );
    return {
      ...Object.fromEntries(by.map((key) => [key, keys[key] ?? null])),
      hit: hit ? 'HIT' : 'NO_HIT',
      records: records === undefined ? null : await materialise(request, rows, records),
      contact: await readContact(request, beneath.get('contact'), access.found?.reading.record, hit),
      ...Object.fromEntries(values),
    };
  };
}

/** Reads the records of look-ups, however many are asked for together. */
function rowLoader(
  request: NodeRequest,
  { access, beneath }: Authorised,
): (keys: Equalities) => Promise<readonly Row[]> {
  const decision = beneath.get('records')?.access.decision ?? access.found;
  if (decision === undefined) throw new Error('a look-up needs a decision on the records that it finds');
  const loader = new DataLoader<Equalities, readonly Row[], string>(
    (lookups) => readByMatch(request.source, planFor(decision), lookups).then((rows) => [...rows]),
    { cacheKeyFn: (lookup) => JSON.stringify(lookup) },
  );
  return (keys) => loader.load(keys);
}

/** Tells hit or no hit under hit grants, of however many look-ups are asked for together. */
function hitLoader(request: NodeRequest, { access }: Authorised): (keys: Equalities) => Promise<boolean> {
  const { found, hits } = access;
  if (found === undefined || hits.length === 0) return () => Promise.resolve(false);
  const { plan } = hitPlanFor({ reading: found.reading, hits });
  const loader = new DataLoader<Equalities, boolean, string>(
    (lookups) => readHits(request.source, plan, lookups).then((told) => [...told]),
    { cacheKeyFn: (lookup) => JSON.stringify(lookup) },
  );
  return (keys) => loader.load(keys);
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
