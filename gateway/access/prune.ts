import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Withheld } from '../../common/withheld.js';
import type { OpenGrant } from '../../policy/decide.js';
import {
  byReference,
  type CompositeType,
  isComposite,
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

/** What pruning needs to know of one State, one requester and one operation. */
export interface Pruning extends Deciding {
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** What remains of a selection for one State, and what was taken out of it. */
export interface Pruned {
  readonly selectionSet: SelectionSetNode | undefined;
  /** Which of the selections remain, `(1(01)0)`: where that is the same of one operation, so is `selectionSet`. */
  readonly kept: string;
  readonly withheld: readonly Withheld[];
  /** Coordinates that remain, of records and look-ups. */
  readonly asked: readonly string[];
  /** Every grant that opened something: by whose agreements the State will answer. */
  readonly basis: readonly Basis[];
}

/** By which agreement something is had, and on which legal basis. */
export type Basis = Pick<OpenGrant, 'agreement' | 'legalBasis'>;

const nothing: Pruned = { selectionSet: undefined, kept: '0', withheld: [], asked: [], basis: [] };

/**
 * Prunes what stands beneath an entity fragment (`... on Firearm { … }`) to what a State's agreements give.
 *
 * @param representations - those of this type that the State will be asked for; the keys that a look-up is found by
 */
export function pruneEntity(
  pruning: Pruning,
  typeName: string,
  selectionSet: SelectionSetNode,
  representations: readonly Readonly<Record<string, unknown>>[],
): Pruned {
  const type = pruning.schema.getType(typeName);
  if (!isComposite(type)) return nothing;
  const lookup = pruning.vocabulary.lookups.get(typeName);
  const scope = lookup === undefined ? byReference : lookupScope(lookup, representations);
  return pruneSelection(pruning, type, selectionSet, scope);
}

function pruneSelection(
  pruning: Pruning,
  type: CompositeType,
  selectionSet: SelectionSetNode,
  scope: Scope,
): Pruned {
  const behind = recordBehind(type);
  const access =
    behind === undefined
      ? accessToType(pruning, type.name, fieldsOf(pruning, selectionSet), scope)
      : accessToConnection(pruning, behind, scope);
  if (access.shut && behind === undefined) return { ...nothing, withheld: access.withheld };
  const parts = selectionSet.selections.map((selection) =>
    pruneNode(pruning, type, selection, scope, access),
  );
  const within = parts.flatMap((part) => part.withheld);
  const withheld =
    behind === undefined
      ? [...access.withheld, ...within]
      : withheldBehind(access, fieldsOf(pruning, selectionSet), within);
  if (access.shut) return { ...nothing, withheld };
  const selections = parts.flatMap(({ node }) => (node === undefined ? [] : [node]));
  return {
    selectionSet: selections.some(isWorthAsking) ? { ...selectionSet, selections } : undefined,
    kept: `(${parts.map(({ kept }) => kept).join('')})`,
    withheld,
    asked: parts.flatMap((part) => part.asked),
    basis: [...(access.decision?.grants ?? []), ...parts.flatMap((part) => part.basis)],
  };
}

interface PrunedNode extends Omit<Pruned, 'selectionSet'> {
  readonly node: SelectionNode | undefined;
}

const gone: PrunedNode = { node: undefined, kept: '0', withheld: [], asked: [], basis: [] };

function pruneNode(
  pruning: Pruning,
  type: CompositeType,
  node: SelectionNode,
  scope: Scope,
  access: TypeAccess,
): PrunedNode {
  switch (node.kind) {
    case Kind.FIELD:
      return pruneField(pruning, type, node, scope, access);
    case Kind.INLINE_FRAGMENT: {
      const inner = narrowed(pruning, type, node.typeCondition?.name.value);
      return withSelection(node, pruneSelection(pruning, inner, node.selectionSet, scope));
    }
    case Kind.FRAGMENT_SPREAD: {
      // inlined, since one fragment may stand in several scopes
      const fragment = pruning.fragments.get(node.name.value);
      if (fragment === undefined) return gone;
      const { typeCondition, selectionSet } = fragment;
      const inline: InlineFragmentNode = { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
      return pruneNode(
        pruning,
        type,
        { ...inline, ...(node.directives && { directives: node.directives }) },
        scope,
        access,
      );
    }
  }
}

function pruneField(
  pruning: Pruning,
  type: CompositeType,
  node: FieldNode,
  scope: Scope,
  access: TypeAccess,
): PrunedNode {
  const name = node.name.value;
  const behind = recordBehind(type);
  // under a hit grant the records of a list are asked for reasons alone
  if (access.hidden.has(name) && !(access.hitOnly && behind !== undefined)) return gone;
  const asked =
    pruning.vocabulary.records.get(type.name)?.has(name) === true || (behind !== undefined && name === 'hit')
      ? [`${type.name}.${name}`]
      : [];
  const field = type.getFields()[name];
  const inner = field === undefined ? undefined : getNamedType(field.type);
  if (field === undefined || node.selectionSet === undefined || !isComposite(inner))
    return access.hidden.has(name)
      ? gone
      : { node, kept: '1', withheld: [], asked, basis: name === 'hit' ? access.hits : [] };
  const { hits } = access;
  const beneath = scopeBeneath(pruning.vocabulary, type, field, node, pruning.variables, scope, hits);
  const pruned = withSelection(node, pruneSelection(pruning, inner, node.selectionSet, beneath));
  // written out, since V8 takes its time for what is put after a spread: nine States each go through all fields
  const { withheld, kept, basis } = pruned;
  if (access.hidden.has(name)) return { node: undefined, kept: '0', withheld, asked: [], basis: [] };
  const askedHere = pruned.node === undefined ? [] : [...asked, ...pruned.asked];
  return { node: pruned.node, kept, withheld, asked: askedHere, basis };
}

function withSelection(node: FieldNode | InlineFragmentNode, pruned: Pruned): PrunedNode {
  const { selectionSet, kept, withheld, asked, basis } = pruned;
  if (selectionSet === undefined) return { node: undefined, kept: '0', withheld, asked, basis };
  return { node: { ...node, selectionSet }, kept, withheld, asked, basis };
}

/** A selection of nothing but `__typename` asks a State for nothing. */
function isWorthAsking(node: SelectionNode): boolean {
  return node.kind !== Kind.FIELD || node.name.value !== '__typename';
}

/** Names of the fields that a selection takes, fragments included. */
function fieldsOf(pruning: Pruning, selectionSet: SelectionSetNode): string[] {
  const names = selectionSet.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : pruning.fragments.get(node.name.value);
    return inner === undefined ? [] : fieldsOf(pruning, inner.selectionSet);
  });
  return [...new Set(names)];
}

/** The type that a fragment selects from: what is known of an object's type is not lost to one of its interfaces. */
function narrowed(pruning: Pruning, type: CompositeType, condition: string | undefined): CompositeType {
  const named = typeNamed(pruning, condition) ?? type;
  return isInterfaceType(named) && isObjectType(type) ? type : named;
}

function typeNamed(pruning: Pruning, name: string | undefined): CompositeType | undefined {
  const type = name === undefined ? undefined : pruning.schema.getType(name);
  return isComposite(type) ? type : undefined;
}
