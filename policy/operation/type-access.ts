import type { Withheld } from '../../common/withheld.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import type { Decision } from '../decide.js';
import { byReference, type Scope } from './scope.js';

/** What deciding over an operation needs to know of one State and one requester. */
export interface Deciding {
  readonly vocabulary: Vocabulary;
  /** Coordinates (`Firearm.make`) that the State serves at all. */
  readonly offered: ReadonlySet<string>;
  /** Those by which it can find and sort records, where these are not all that it serves. */
  readonly findable?: ReadonlySet<string>;
  readonly decide: (record: string, fields: readonly string[], scope: Scope) => Decision;
}

/** What may be had of one type where it is selected. */
export interface TypeAccess {
  /** On the record or look-up itself; undefined for a type that only stands between records, or is a value. */
  readonly decision: Decision | undefined;
  /** Of a look-up: on the records that it is answered from. */
  readonly found: Decision | undefined;
  /** Nothing of it may be had. */
  readonly shut: boolean;
  /** Names of the selected fields that may not be had. */
  readonly hidden: ReadonlySet<string>;
  readonly withheld: readonly Withheld[];
}

const open: TypeAccess = {
  decision: undefined,
  found: undefined,
  shut: false,
  hidden: new Set(),
  withheld: [],
};

/**
 * Decides once for all fields that are selected of a type. A look-up is open only where the records that it is
 * answered from may be found by its keys.
 */
export function accessToType(
  deciding: Deciding,
  typeName: string,
  selected: readonly string[],
  scope: Scope,
): TypeAccess {
  const grantable = deciding.vocabulary.records.get(typeName);
  if (grantable === undefined) return open;
  const fields = selected.filter((field) => grantable.has(field));
  const offered = fields.filter((field) => deciding.offered.has(`${typeName}.${field}`));
  const notOffered = fields
    .filter((field) => !offered.includes(field))
    .map((field): Withheld => ({ coordinate: `${typeName}.${field}`, reason: 'NOT_OFFERED' }));
  const lookup = deciding.vocabulary.lookups.get(typeName);
  const decision = deciding.decide(typeName, offered, lookup === undefined ? scope : byReference);
  const found = lookup && deciding.decide(lookup.record, scope.filters, scope);
  const unserved = unservedIn(deciding, lookup?.record ?? typeName, scope);
  const shut = unserved.length > 0 || decision.grants.length === 0 || found?.grants.length === 0;
  const named = [...notOffered, ...decision.withheld, ...(lookup === undefined ? unserved : [])];
  const shutBy = unserved.length > 0 ? unserved : (found?.withheld ?? []);
  const withheld = shut ? withAllNamed(named, shutBy, typeName, offered) : named;
  return { decision, found, shut, hidden: new Set(withheld.map(fieldOf)), withheld };
}

/** Fields that a selection is found or sorted by, and that the State cannot find records by: it cannot tell. */
function unservedIn(
  { offered, findable = offered }: Deciding,
  record: string,
  { filters, sorts }: Scope,
): readonly Withheld[] {
  return [...new Set([...filters, ...sorts])]
    .filter((field) => field !== 'id' && !findable.has(`${record}.${field}`))
    .map((field) => ({ coordinate: `${record}.${field}`, reason: 'NOT_OFFERED' }));
}

function fieldOf({ coordinate }: Withheld): string {
  return coordinate.slice(coordinate.indexOf('.') + 1);
}

/** Where a type stays shut, every selected field is named, for the reason that shut it. */
function withAllNamed(
  named: readonly Withheld[],
  shutBy: readonly Withheld[],
  typeName: string,
  fields: readonly string[],
): readonly Withheld[] {
  const known = new Set(named.map(fieldOf));
  const { reason, agreement } = shutBy[0] ?? { reason: 'NOT_IN_AGREEMENT', agreement: undefined };
  const rest = (fields.length === 0 && named.length === 0 ? ['id'] : fields).filter(
    (field) => !known.has(field),
  );
  return [
    ...named,
    ...rest.map((field) => ({
      coordinate: `${typeName}.${field}`,
      reason,
      ...(agreement !== undefined && { agreement }),
    })),
  ];
}
