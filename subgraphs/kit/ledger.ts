import type { Masked, Withheld } from '../../common/withheld.js';
import type { OpenGrant } from '../../policy/decide.js';

/** What one request has been given and refused: the material of the answer's account and of the access log's entry. */
export interface Ledger {
  readonly records: Map<string, Set<string>>;
  readonly shown: Set<string>;
  readonly masked: Masked[];
  readonly withheld: Withheld[];
  readonly agreements: Set<string>;
  readonly legalBasis: Set<string>;
  /** By agreement: ids of the records that it opened. */
  readonly opened: Map<string, Set<string>>;
}

export function openLedger(): Ledger {
  return {
    records: new Map(),
    shown: new Set(),
    masked: [],
    withheld: [],
    agreements: new Set(),
    legalBasis: new Set(),
    opened: new Map(),
  };
}

/** Notes that a record was given, with these of its fields, and these withheld from it. */
export function noteRecord(
  ledger: Ledger,
  type: string,
  id: string,
  shown: Iterable<string>,
  withheld: readonly Withheld[],
): void {
  const ids = ledger.records.get(type);
  if (ids === undefined) ledger.records.set(type, new Set([id]));
  else ids.add(id);
  for (const field of shown) ledger.shown.add(`${type}.${field}`);
  for (const one of withheld) ledger.withheld.push({ ...one, records: [id] });
}

/** Notes that a field of a record was given masked. */
export function noteMasked({ masked }: Ledger, coordinate: string, mask: Masked['mask'], id: string): void {
  const known = masked.find((one) => one.coordinate === coordinate && one.mask === mask);
  if (known === undefined) masked.push({ coordinate, mask, records: [id] });
  else known.records.push(id);
}

/** Notes by which agreements something was opened. */
export function noteBasis(
  ledger: Ledger,
  grants: readonly Pick<OpenGrant, 'agreement' | 'legalBasis'>[],
): void {
  for (const { agreement, legalBasis } of grants) {
    ledger.agreements.add(agreement);
    for (const basis of legalBasis) ledger.legalBasis.add(basis);
  }
}

/** Notes which agreements opened a record: those whose conditions it meets. */
export function noteOpened(
  { opened }: Ledger,
  grants: readonly Pick<OpenGrant, 'agreement'>[],
  holds: readonly boolean[],
  id: string,
): void {
  grants.forEach(({ agreement }, position) => {
    if (holds[position] !== true) return;
    const ids = opened.get(agreement);
    if (ids === undefined) opened.set(agreement, new Set([id]));
    else ids.add(id);
  });
}
