/** A link of a chain of custody, as far as a trace reads it. */
export interface CustodyEvent {
  readonly kind: string | null;
  readonly on: string | null;
}

/** In the order in which a firearm passes through them: it breaks ties of dates that are known by the year only. */
const kinds = ['MANUFACTURE', 'IMPORT', 'WHOLESALE', 'RETAIL_SALE', 'THEFT', 'SEIZURE'];

/** The links in order of time; those without a date last. */
export function inOrderOfTime(events: readonly CustodyEvent[]): readonly CustodyEvent[] {
  return [...events].sort(byDate);
}

function byDate(one: CustodyEvent, other: CustodyEvent): number {
  const [left, right] = [one.on ?? '9999', other.on ?? '9999'];
  const length = Math.min(left.length, right.length);
  const [early, late] = [left.slice(0, length), right.slice(0, length)];
  if (early !== late) return early < late ? -1 : 1;
  return kinds.indexOf(one.kind ?? '') - kinds.indexOf(other.kind ?? '');
}

/** How far a firearm could be traced. */
export function outcomeOf(events: readonly CustodyEvent[], purchaserKnown: boolean): string {
  const has = (kind: string): boolean => events.some((event) => event.kind === kind);
  if (purchaserKnown) return 'TRACED_TO_PURCHASER';
  if (has('RETAIL_SALE')) return 'TRACED_TO_DEALER';
  return has('MANUFACTURE') || has('IMPORT') ? 'TRACED_TO_MANUFACTURER' : 'NOT_TRACED';
}

/** Days from the last retail sale to the first seizure after it; null where either day is not known. */
export function timeToCrime(events: readonly CustodyEvent[]): number | null {
  const days = (kind: string): readonly number[] =>
    events.flatMap(({ kind: of, on }) =>
      of === kind && on?.length === 10 ? [Date.parse(on) / 86_400_000] : [],
    );
  const seized = Math.max(...days('SEIZURE'));
  const sold = Math.max(...days('RETAIL_SALE').filter((day) => day <= seized));
  const between = seized - sold;
  return Number.isFinite(between) ? Math.round(between) : null;
}
