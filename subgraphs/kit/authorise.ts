import type { Withheld } from '../../common/withheld.js';
import {
  byReference,
  lookupScope,
  recordBehind,
  type Scope,
  scopeBeneath,
} from '../../policy/operation/scope.js';
import {
  accessToConnection,
  accessToType,
  type Deciding,
  type TypeAccess,
  withheldBehind,
} from '../../policy/operation/type-access.js';
import type { Selection } from './selection.js';

/** A selection with what the State's agreements say of it: the plan by which its records are read and shown. */
export interface Authorised {
  readonly selection: Selection;
  readonly scope: Scope;
  /** Of a connection: to the records that it pages through. */
  readonly access: TypeAccess;
  /** Fields of object types that may be gone into, by `selectionKey`. */
  readonly beneath: ReadonlyMap<string, Authorised>;
  /** Missing from the whole answer, here and beneath. */
  readonly withheld: readonly Withheld[];
}

/** What authorising needs to know of the State, the requester and the operation. */
export interface Authorising extends Deciding {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether any record may be given here or beneath. */
export function isOpen({ access, beneath }: Authorised): boolean {
  if (access.decision !== undefined) return !access.shut;
  return [...beneath.values()].some(isOpen);
}

/** Decides once over everything beneath an entity reference. */
export function authoriseReference(
  authorising: Authorising,
  selection: Selection,
  representations: readonly Readonly<Record<string, unknown>>[],
): Authorised {
  const lookup = authorising.vocabulary.lookups.get(selection.type.name);
  return authorise(
    authorising,
    selection,
    lookup === undefined ? byReference : lookupScope(lookup, representations),
  );
}

/** Decides once over everything that a selection reads, in the scope in which it stands. */
function authorise(authorising: Authorising, selection: Selection, scope: Scope): Authorised {
  const behind = recordBehind(selection.type);
  const selected = [...selection.fields.values()].map(({ name }) => name);
  const access =
    behind === undefined
      ? accessToType(authorising, selection.type.name, selected, scope)
      : accessToConnection(authorising, behind, scope);
  const inner =
    access.shut && behind === undefined
      ? new Map<string, Authorised>()
      : goInto(authorising, selection, scope, access);
  const within = [...inner.values()].flatMap(({ withheld }) => withheld);
  const withheld =
    behind === undefined ? [...access.withheld, ...within] : withheldBehind(access, selected, within);
  const isHad = (key: string): boolean => !access.hidden.has(selection.fields.get(key)?.name ?? '');
  const beneath = new Map(access.shut ? [] : [...inner].filter(([key]) => isHad(key)));
  return { selection, scope, access, beneath, withheld };
}

function goInto(
  authorising: Authorising,
  { type, fields }: Selection,
  scope: Scope,
  { hidden, hits, hitOnly }: TypeAccess,
): ReadonlyMap<string, Authorised> {
  const beneath = new Map<string, Authorised>();
  for (const [key, { name, nodes, beneath: selection }] of fields) {
    const definition = type.getFields()[name];
    const [node] = nodes;
    if (selection === undefined || definition === undefined || node === undefined) continue;
    // under a hit grant the records of a list are gone into for reasons alone
    if (hidden.has(name) && !(hitOnly && recordBehind(type) !== undefined)) continue;
    const { vocabulary, variables } = authorising;
    const inner = scopeBeneath(vocabulary, type, definition, node, variables, scope, hits);
    beneath.set(key, authorise(authorising, selection, inner));
  }
  return beneath;
}
