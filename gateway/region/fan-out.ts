import type { GraphQLResolveInfo } from 'graphql';
import { invalidArgument } from '../../common/argument-problem.js';
import { parseRecordId } from '../../common/record-id.js';
import { serialsBeside } from '../../schema/serials-beside.js';
import type { Directory } from '../states/directory.js';
import type { FanOut, RegionLookup } from './lookups.js';
import { withoutMasked } from './masked.js';
import type { NamedStates } from './named-states.js';
import type { RegionContext } from './region-context.js';

/** A stub of a look-up: the State that fills it in, and what to look for. */
export type Stub = Readonly<Record<string, string | number | null>>;

type Keys = Readonly<Record<string, string | null | undefined>>;

/** Keys as a record has them, and those that are asked beside them. */
type Wanted = Readonly<Record<string, string | number | null | undefined>>;

/** The part of `info` that tells where a field stands. */
type FieldInfo = Pick<GraphQLResolveInfo, 'path'>;

interface States {
  readonly states?: readonly string[] | null;
}

/** A root field that looks up: what to look for stands in its arguments. */
export function rootLookup({ lookup }: FanOut, directory: Directory, named: NamedStates) {
  return (
    _parent: unknown,
    { states, ...keys }: Keys & States,
    context: RegionContext,
    info: FieldInfo,
  ): readonly Stub[] => {
    checkKeys(lookup, keys);
    return stubs(lookup, keys, named.several(states, 'states', { context, info }) ?? directory.states);
  };
}

/** @throws IstmoError `ARGUMENT_INVALID` where what is looked for is nothing */
function checkKeys({ keys }: RegionLookup, given: Keys): void {
  const blank = keys.find(({ name }) => given[name] != null && !/[\p{L}\p{N}]/u.test(given[name]));
  if (blank !== undefined) throw invalidArgument({ path: blank.name, problem: 'NOTHING_ASKED' });
  const [first] = keys;
  if (first !== undefined && keys.every(({ name }) => given[name] == null))
    throw invalidArgument({ path: first.name, problem: 'NOTHING_ASKED' });
}

/**
 * A link of a record across borders: what to look for stands in the record, and what else is a key in the arguments; null where
 * the record lacks it, or has it masked.
 */
export function recordLink({ parent, lookup }: FanOut, directory: Directory, named: NamedStates) {
  return (
    given: Keys,
    { states, ...asked }: States & Wanted,
    context: RegionContext,
    info: FieldInfo,
  ): readonly Stub[] | null => {
    const record = withoutMasked(parent, lookup, given, context.exchange);
    const wanted = { ...record, ...asked };
    if (!canBeLookedFor(lookup, wanted) || isUnfit[lookup.type]?.(record) === true) return null;
    const origin = parseRecordId(record['id'] ?? '')?.state;
    const usual = usualStates[parent]?.(record) ?? directory.states;
    const others = known(directory, usual).filter((code) => code !== origin);
    return stubs(
      lookup,
      surest(lookup, wanted),
      named.several(states, 'states', { context, info }) ?? others,
    );
  };
}

/** A shipment concerns the two States between which it passes; everything else may be known anywhere. */
const usualStates: Readonly<Record<string, (record: Keys) => readonly string[]>> = {
  PrecursorShipment: ({ exportingState, importingState }) =>
    [exportingState, importingState].filter((code) => code != null),
};

/** What a look-up cannot be made of: a batch is told by the digits of a serial number. */
const isUnfit: Readonly<Record<string, (record: Keys) => boolean>> = {
  FirearmBatch: ({ serialNumber }) => serialsBeside(serialNumber ?? '', 1).length === 0,
};

function known(directory: Directory, codes: readonly string[]): readonly string[] {
  return codes.filter((code) => directory.get(code) !== undefined);
}

/**
 * Of keys each of which names a thing by itself, the first that the record has: a State that keeps passports and no
 * other documents would else never find the person.
 */
function surest({ keys }: RegionLookup, record: Wanted): Wanted {
  if (keys.some(({ required }) => required)) return record;
  const first = keys.find(({ name }) => record[name] != null);
  return first === undefined ? {} : { [first.name]: record[first.name] };
}

function canBeLookedFor({ keys }: RegionLookup, record: Wanted): boolean {
  return (
    keys.every(({ name, required }) => !required || record[name] != null) &&
    keys.some(({ name }) => record[name] != null)
  );
}

function stubs({ keys }: RegionLookup, given: Wanted, states: readonly string[]): readonly Stub[] {
  const wanted = Object.fromEntries(keys.map(({ name }) => [name, given[name] ?? null]));
  return states.map((state) => ({ state, ...wanted }));
}
