import DataLoader from 'dataloader';
import type { Authorised } from './authorise.js';
import { materialise, materialiseKeys } from './materialise.js';
import { type NodeRequest, planFor, relatedLoader } from './node-request.js';
import { type Equalities, readByMatch } from './records/by-key.js';
import type { Row } from './records/source.js';

/** A link of a chain of custody, as far as a trace reads it. */
interface CustodyEvent {
  readonly kind: string | null;
  readonly on: string | null;
}

/** Answers look-ups of firearms, however many are asked for together by one statement. */
export type Tracer = (keys: Equalities) => Promise<Readonly<Record<string, unknown>>>;

const type = 'FirearmTrace';

/**
 * Makes the tracer of one selection of `FirearmTrace`.
 *
 * @param authorised - open: the requester may find firearms by these keys
 */
export function createTracer(request: NodeRequest, authorised: Authorised): Tracer {
  const records = authorised.beneath.get('records');
  const decision = records?.access.decision ?? authorised.access.found;
  if (decision === undefined) throw new Error('a trace needs a decision on the records that it finds');
  const loader = new DataLoader<Equalities, readonly Row[], string>(
    (lookups) => readByMatch(request.source, planFor(decision), lookups).then((rows) => [...rows]),
    { cacheKeyFn: (lookup) => JSON.stringify(lookup) },
  );
  const shown = authorised.access.decision?.reading.fields.filter(
    (field) => !authorised.access.hidden.has(field),
  );
  return async (keys) => {
    const rows = await loader.load(keys);
    for (const field of shown ?? []) request.ledger.shown.add(`${type}.${field}`);
    return {
      ...keys,
      hit: rows.length > 0 ? 'HIT' : 'NO_HIT',
      records: records === undefined ? null : await materialise(request, rows, records),
      ...(await custody(request, rows, authorised)),
    };
  };
}

/** What the State knows of the life of the firearms found, only as far as it is selected and may be had. */
async function custody(
  request: NodeRequest,
  rows: readonly Row[],
  { access, beneath }: Authorised,
): Promise<Readonly<Record<string, unknown>>> {
  const wants = (field: string): boolean =>
    access.decision?.reading.fields.includes(field) === true && !access.hidden.has(field);
  const needsChain = ['chainOfCustody', 'outcome', 'timeToCrimeDays'].some(wants);
  const chain = needsChain ? await related(request, rows, 'chainOfCustody') : [];
  const events = [...(chain as readonly CustodyEvent[])].sort(byDate);
  const needsPurchaser = ['lastKnownPurchaser', 'outcome'].some(wants);
  const purchasers = needsPurchaser
    ? ((await related(request, rows, 'lastKnownPurchaser')) as readonly string[])
    : [];
  const person = beneath.get('lastKnownPurchaser');
  const [lastKnownPurchaser = null] =
    person === undefined ? [] : await materialiseKeys(request, purchasers.slice(0, 1), person);
  const found = rows.length > 0;
  return {
    chainOfCustody: wants('chainOfCustody') ? events : null,
    lastKnownPurchaser,
    outcome: found && wants('outcome') ? outcomeOf(events, purchasers.length > 0) : null,
    timeToCrimeDays: found && wants('timeToCrimeDays') ? timeToCrime(events) : null,
  };
}

async function related(
  request: NodeRequest,
  rows: readonly Row[],
  field: string,
): Promise<readonly unknown[]> {
  const loader = relatedLoader(request, type, field);
  return (await Promise.all(rows.map(({ key }) => loader.load(key)))).flat();
}

/** In the order in which a firearm passes through them: it breaks ties of dates that are known by the year only. */
const kinds = ['MANUFACTURE', 'IMPORT', 'WHOLESALE', 'RETAIL_SALE', 'THEFT', 'SEIZURE'];

function byDate(one: CustodyEvent, other: CustodyEvent): number {
  const [left, right] = [one.on ?? '9999', other.on ?? '9999'];
  const length = Math.min(left.length, right.length);
  const [early, late] = [left.slice(0, length), right.slice(0, length)];
  if (early !== late) return early < late ? -1 : 1;
  return kinds.indexOf(one.kind ?? '') - kinds.indexOf(other.kind ?? '');
}

function outcomeOf(events: readonly CustodyEvent[], purchaserKnown: boolean): string {
  const has = (kind: string): boolean => events.some((event) => event.kind === kind);
  if (purchaserKnown) return 'TRACED_TO_PURCHASER';
  if (has('RETAIL_SALE')) return 'TRACED_TO_DEALER';
  return has('MANUFACTURE') || has('IMPORT') ? 'TRACED_TO_MANUFACTURER' : 'NOT_TRACED';
}

/** Days from the last retail sale to the first seizure after it; null where either day is not known. */
function timeToCrime(events: readonly CustodyEvent[]): number | null {
  const days = (kind: string): readonly number[] =>
    events.flatMap(({ kind: of, on }) =>
      of === kind && on?.length === 10 ? [Date.parse(on) / 86_400_000] : [],
    );
  const seized = Math.max(...days('SEIZURE'));
  const sold = Math.max(...days('RETAIL_SALE').filter((day) => day <= seized));
  const between = seized - sold;
  return Number.isFinite(between) ? Math.round(between) : null;
}
