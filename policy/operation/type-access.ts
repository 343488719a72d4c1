import type { Withheld } from '../../common/withheld.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import type { Decision, OpenGrant } from '../decide.js';
import { type OpenHit, tellsHit } from '../hit.js';
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
  /** Of a look-up or connection: hit grants on the records that it finds, where they tell hit or no hit. */
  readonly hits: readonly OpenHit[];
  /** Nothing but hit or no hit, and whom to call, may be had. */
  readonly hitOnly: boolean;
  /** Nothing of it may be had. */
  readonly shut: boolean;
  /** Names of the selected fields that may not be had. */
  readonly hidden: ReadonlySet<string>;
  readonly withheld: readonly Withheld[];
}

const open: TypeAccess = {
  decision: undefined,
  found: undefined,
  hits: [],
  hitOnly: false,
  shut: false,
  hidden: new Set(),
  withheld: [],
};

/** Decides once for all fields that are selected of a type. */
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
    .map((field) => notOfferedAt(typeName, field));
  const lookup = deciding.vocabulary.lookups.get(typeName);
  if (lookup !== undefined)
    return accessToLookup(deciding, typeName, lookup.record, { offered, notOffered }, scope);
  const decision = withContact(deciding.decide(typeName, offered, scope), offered, scope);
  const unserved = unservedIn(deciding, typeName, scope);
  const shut = unserved.length > 0 || decision.grants.length === 0;
  // of what is found by what the State lacks it can tell nothing at all
  const untold =
    unserved.length > 0 ? offered.map((field) => notOfferedAt(typeName, field)) : decision.withheld;
  const named = [...notOffered, ...untold, ...unserved];
  const withheld = shut && named.length === 0 ? [nothingOf(typeName, decision)] : named;
  // an id that is named stands for records that are missing; those that come have theirs
  const hidden = new Set(shut ? offered : withheld.map(fieldOf).filter((field) => field !== 'id'));
  return { decision, found: undefined, hits: [], hitOnly: false, shut, hidden, withheld };
}

/** What a connection's own fields need, besides what is selected of its records: hit grants tell something of it too. */
export function accessToConnection(deciding: Deciding, record: string, scope: Scope): TypeAccess {
  const access = accessToType(deciding, record, [], scope);
  const { decision } = access;
  const unserved = unservedIn(deciding, record, scope);
  if (decision === undefined || unserved.length > 0 || !tellsHit(decision.hits, decision.reading))
    return access;
  if (!access.shut) return { ...access, hits: decision.hits };
  const hidden = new Set(['edges', 'totalCount', 'pageInfo']);
  return { ...access, hits: decision.hits, hitOnly: true, shut: false, hidden };
}

/** What is missing of a connection: the records' own reasons say more than that there is no grant at all. */
export function withheldBehind(
  access: TypeAccess,
  selected: readonly string[],
  within: readonly Withheld[],
): readonly Withheld[] {
  if (!access.shut && !access.hitOnly) return [...access.withheld, ...within];
  if (within.length > 0) return within;
  return access.shut || selected.some((field) => access.hidden.has(field)) ? access.withheld : [];
}

interface SelectedFields {
  readonly offered: readonly string[];
  readonly notOffered: readonly Withheld[];
}

/** What hit grants tell of a look-up without a grant on it. */
const hitFields = ['hit', 'contact'];

/** A look-up is open only where the records that it is answered from may be found by its keys. */
function accessToLookup(
  deciding: Deciding,
  typeName: string,
  record: string,
  { offered, notOffered }: SelectedFields,
  scope: Scope,
): TypeAccess {
  const found = deciding.decide(record, scope.filters, scope);
  const decision = deciding.decide(typeName, offered, byReference);
  const unserved = unservedIn(deciding, record, scope);
  const hits = unserved.length === 0 && tellsHit(found.hits, found.reading) ? found.hits : [];
  const closed = unserved.length > 0 || decision.grants.length === 0 || found.grants.length === 0;
  const toldByHit = (field: string): boolean => hits.length > 0 && hitFields.includes(field);
  const named = [...notOffered, ...decision.withheld.filter((one) => !toldByHit(fieldOf(one)))];
  const shutBy = unserved.length > 0 ? unserved : found.withheld;
  const withheld = closed
    ? withAllNamed(
        named,
        shutBy,
        typeName,
        offered.filter((field) => !toldByHit(field)),
        hits,
      )
    : named;
  const hitOnly = closed && offered.some(toldByHit);
  return {
    decision,
    found,
    hits,
    hitOnly,
    shut: closed && !hitOnly,
    hidden: new Set(withheld.map(fieldOf)),
    withheld: closed ? withheld : [...withheld, ...found.withheld.filter(isForQuota)],
  };
}

/** Records that it would find as well, were a quota not used up. */
function isForQuota({ reason }: Withheld): boolean {
  return reason === 'QUOTA_EXHAUSTED';
}

/** Whom to call is told by the hit grant itself. */
function withContact(decision: Decision, fields: readonly string[], { contactOf = [] }: Scope): Decision {
  if (contactOf.length === 0) return decision;
  const { record } = decision.reading;
  const grants = contactOf.map(({ agreement, legalBasis }): OpenGrant => ({
    agreement,
    legalBasis,
    grant: { record, fields },
    returns: true,
  }));
  return { ...decision, grants, withheld: [] };
}

/** Of a record of which nothing is selected that could be named. */
function nothingOf(typeName: string, { hits }: Decision): Withheld {
  const coordinate = `${typeName}.id`;
  const [hit] = hits;
  if (hit !== undefined) return { coordinate, reason: 'HIT_ONLY', agreement: hit.agreement };
  return { coordinate, reason: 'NOT_IN_AGREEMENT' };
}

/** Fields that a selection is found or sorted by, and that the State cannot find records by: it cannot tell. */
function unservedIn(
  { vocabulary, offered, findable = offered }: Deciding,
  record: string,
  { filters, sorts }: Scope,
): readonly Withheld[] {
  const isFindable = (field: string): boolean => {
    const [first = field] = field.split('.', 1);
    const beneath = vocabulary.reached.get(record)?.find(({ path }) => path === field);
    if (!findable.has(`${record}.${first}`)) return false;
    return beneath === undefined || findable.has(`${beneath.record}.${beneath.field}`);
  };
  return [...new Set([...filters, ...sorts])]
    .filter((field) => field !== 'id' && !isFindable(field))
    .map((field) => notOfferedAt(record, field));
}

function notOfferedAt(record: string, field: string): Withheld {
  return { coordinate: `${record}.${field}`, reason: 'NOT_OFFERED' };
}

function fieldOf({ coordinate }: Withheld): string {
  return coordinate.slice(coordinate.indexOf('.') + 1);
}

/** Where a look-up stays shut, every selected field is named, for the reason that shut it. */
function withAllNamed(
  named: readonly Withheld[],
  shutBy: readonly Withheld[],
  typeName: string,
  fields: readonly string[],
  [hit]: readonly OpenHit[],
): readonly Withheld[] {
  if (hit !== undefined)
    return [
      ...named.filter(({ reason }) => reason === 'NOT_OFFERED'),
      ...fields.map((field): Withheld => ({
        coordinate: `${typeName}.${field}`,
        reason: 'HIT_ONLY',
        agreement: hit.agreement,
      })),
    ];
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
