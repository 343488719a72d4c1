import { IstmoError } from '../../common/errors.js';
import { parseRecordId } from '../../common/record-id.js';
import type { Directory } from '../states/directory.js';
import type { FanOut, RegionLookup } from './lookups.js';

/** A stub of a look-up: the State that fills it in, and what to look for. */
export type Stub = Readonly<Record<string, string | null>>;

type Keys = Readonly<Record<string, string | null | undefined>>;

interface States {
  readonly states?: readonly string[] | null;
}

/** Codes of the States that are named, each known; undefined where none is named. */
type Named = (states: readonly string[] | null | undefined) => readonly string[] | undefined;

/** A root field that looks up: what to look for stands in its arguments. */
export function rootLookup({ lookup, field }: FanOut, directory: Directory, named: Named) {
  return (_parent: unknown, { states, ...keys }: Keys & States): readonly Stub[] => {
    if (lookup.keys.every(({ name }) => keys[name] == null))
      throw new IstmoError('ARGUMENT_INVALID', {
        detail: `${field}: give one of ${lookup.keys.map(({ name }) => name).join(', ')}.`,
        details: { argument: lookup.keys[0]?.name },
      });
    return stubs(lookup, keys, named(states) ?? directory.states);
  };
}

/** A link of a record across borders: what to look for stands in the record; null where the record lacks it. */
export function recordLink({ parent, lookup }: FanOut, directory: Directory, named: Named) {
  return (record: Keys, { states }: States): readonly Stub[] | null => {
    if (!canBeLookedFor(lookup, record)) return null;
    const origin = parseRecordId(record['id'] ?? '')?.state;
    const usual = usualStates[parent]?.(record) ?? directory.states;
    return stubs(lookup, record, named(states) ?? known(directory, usual).filter((code) => code !== origin));
  };
}

/** A shipment concerns the two States between which it passes; everything else may be known anywhere. */
const usualStates: Readonly<Record<string, (record: Keys) => readonly string[]>> = {
  PrecursorShipment: ({ exportingState, importingState }) =>
    [exportingState, importingState].filter((code) => code != null),
};

function known(directory: Directory, codes: readonly string[]): readonly string[] {
  return codes.filter((code) => directory.get(code) !== undefined);
}

function canBeLookedFor({ keys }: RegionLookup, record: Keys): boolean {
  return (
    keys.every(({ name, required }) => !required || record[name] != null) &&
    keys.some(({ name }) => record[name] != null)
  );
}

function stubs({ keys }: RegionLookup, given: Keys, states: readonly string[]): readonly Stub[] {
  const wanted = Object.fromEntries(keys.map(({ name }) => [name, given[name] ?? null]));
  return states.map((state) => ({ state, ...wanted }));
}
