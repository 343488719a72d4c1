import DataLoader from 'dataloader';
import { serialsBeside } from '../../schema/serials-beside.js';
import type { Lookup } from '../../schema/vocabulary.js';
import type { Authorised } from './authorise.js';
import { type CustodyEvent, inOrderOfTime, outcomeOf, timeToCrime } from './custody.js';
import { noteOpened } from './ledger.js';
import { materialise, materialiseKeys } from './materialise.js';
import { readContact } from './contact.js';
import { hitPlanFor, type NodeRequest, planFor, relatedLoader } from './node-request.js';
import { type Match, readByMatch, readHits } from './records/by-key.js';
import type { Row } from './records/source.js';

/** What a look-up's keys say besides the State. */
export interface Keys {
  /** Field of the records → what it must equal, or come near to. */
  readonly given: Readonly<Record<string, string>>;
  /** How near, where one of the fields may be met nearby. */
  readonly within: number | undefined;
}

/** Answers look-ups of one kind, however many are asked for together by one statement for each hundred. */
export type Finder = (keys: Keys) => Promise<Readonly<Record<string, unknown>>>;

/** A statement has room for a limited number of values. */
const maxBatchSize = 100;

/**
 * Makes the finder of one selection of a look-up.
 *
 * @param authorised - open: the requester may find records by these keys, or be told whether there are any
 */
export function createFinder(request: NodeRequest, authorised: Authorised, lookup: Lookup): Finder {
  const { access, beneath } = authorised;
  const { type } = authorised.selection;
  const records = beneath.get('records');
  const rowsOf = access.hitOnly ? () => Promise.resolve([]) : rowLoader(request, authorised);
  const { grants = [] } = records?.access.decision ?? access.found ?? {};
  const isHit = hitLoader(request, authorised);
  const { fields = [] } = access.decision?.reading ?? {};
  const shown = fields.filter((field) => !access.hidden.has(field));
  return async (keys) => {
    const match = matchOf(lookup, keys);
    const [rows, told] = await Promise.all([rowsOf(match), isHit(match)]);
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
      ...Object.fromEntries(lookup.by.map((key) => [key, keys.given[key] ?? null])),
      ...(lookup.near !== undefined && { within: keys.within }),
      hit: hit ? 'HIT' : 'NO_HIT',
      records: records === undefined ? null : await materialise(request, rows, records),
      contact: await readContact(request, beneath.get('contact'), access.found?.reading.record, hit),
      ...Object.fromEntries(values),
    };
  };
}

/** By what a look-up finds its records. Without the value that one is to come near to, it finds none. */
function matchOf({ near }: Lookup, { given, within }: Keys): Match {
  if (near === undefined) return given;
  const centre = given[near];
  if (within === undefined || centre === undefined) return {};
  return { ...given, [near]: serialsBeside(centre, within) };
}

/** Reads the records of look-ups, however many are asked for together. */
function rowLoader(
  request: NodeRequest,
  { access, beneath }: Authorised,
): (match: Match) => Promise<readonly Row[]> {
  const decision = beneath.get('records')?.access.decision ?? access.found;
  if (decision === undefined) throw new Error('a look-up needs a decision on the records that it finds');
  const loader = new DataLoader<Match, readonly Row[], string>(
    (lookups) => readByMatch(request.source, planFor(decision), lookups).then((rows) => [...rows]),
    { cacheKeyFn: (match) => JSON.stringify(match), maxBatchSize },
  );
  return (match) => loader.load(match);
}

/** Tells hit or no hit under hit grants, of however many look-ups are asked for together. */
function hitLoader(request: NodeRequest, { access }: Authorised): (match: Match) => Promise<boolean> {
  const { found, hits } = access;
  if (found === undefined || hits.length === 0) return () => Promise.resolve(false);
  const { plan } = hitPlanFor({ reading: found.reading, hits });
  const loader = new DataLoader<Match, boolean, string>(
    (lookups) => readHits(request.source, plan, lookups).then((told) => [...told]),
    { cacheKeyFn: (match) => JSON.stringify(match), maxBatchSize },
  );
  return (match) => loader.load(match);
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
