import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Withheld } from '../../common/withheld.js';
import type { Decision } from '../../policy/decide.js';
import {
  byReference,
  type CompositeType,
  isComposite,
  lookupScope,
  recordBehind,
  type Scope,
  scopeBeneath,
} from '../../policy/operation/scope.js';
import { accessToType, type Deciding } from '../../policy/operation/type-access.js';

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
  /** Every decision that opened something: whose agreements the State will answer by. */
  readonly decisions: readonly Decision[];
}

const nothing: Pruned = { selectionSet: undefined, kept: '0', withheld: [], asked: [], decisions: [] };

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
  const scope = lookup === undefined ? byReference : lookupScope(lookup.by, representations);
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
      : accessToType(pruning, behind, [], scope);
  if (access.shut && behind === undefined) return { ...nothing, withheld: access.withheld };
  const parts = selectionSet.selections.map((selection) =>
    pruneNode(pruning, type, selection, scope, access.hidden),
  );
  const within = parts.flatMap((part) => part.withheld);
  // behind a shut connection the records' own reasons say more than that there is no grant at all
  if (access.shut) return { ...nothing, withheld: within.length > 0 ? within : access.withheld };
  const selections = parts.flatMap(({ node }) => (node === undefined ? [] : [node]));
  return {
    selectionSet: selections.some(isWorthAsking) ? { ...selectionSet, selections } : undefined,
    kept: `(${parts.map(({ kept }) => kept).join('')})`,
    withheld: [...access.withheld, ...within],
    asked: parts.flatMap((part) => part.asked),
    decisions: [...(access.decision ? [access.decision] : []), ...parts.flatMap((part) => part.decisions)],
  };
}

interface PrunedNode {
  readonly node: SelectionNode | undefined;
  readonly kept: string;
  readonly withheld: readonly Withheld[];
  readonly asked: readonly string[];
  readonly decisions: readonly Decision[];
}

function pruneNode(
  pruning: Pruning,
  type: CompositeType,
  node: SelectionNode,
  scope: Scope,
  hidden: ReadonlySet<string>,
): PrunedNode {
  switch (node.kind) {
    case Kind.FIELD:
      return pruneField(pruning, type, node, scope, hidden);
    case Kind.INLINE_FRAGMENT: {
      const inner = typeNamed(pruning, node.typeCondition?.name.value) ?? type;
      return withSelection(node, pruneSelection(pruning, inner, node.selectionSet, scope));
    }
    case Kind.FRAGMENT_SPREAD: {
      // inlined, since one fragment may stand in several scopes
      const fragment = pruning.fragments.get(node.name.value);
      if (fragment === undefined) return { ...nothing, node: undefined };
      const { typeCondition, selectionSet } = fragment;
      const inline: InlineFragmentNode = { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
      return pruneNode(
        pruning,
        type,
        { ...inline, ...(node.directives && { directives: node.directives }) },
        scope,
        hidden,
      );
    }
  }
}

function pruneField(
  pruning: Pruning,
  type: CompositeType,
  node: FieldNode,
  scope: Scope,
  hidden: ReadonlySet<string>,
): PrunedNode {
  const name = node.name.value;
  if (hidden.has(name)) return { ...nothing, node: undefined };
  const asked = pruning.vocabulary.records.get(type.name)?.has(name) === true ? [`${type.name}.${name}`] : [];
  const field = type.getFields()[name];
  const inner = field === undefined ? undefined : getNamedType(field.type);
  if (field === undefined || node.selectionSet === undefined || !isComposite(inner))
    return { ...nothing, node, kept: '1', asked };
  const beneath = scopeBeneath(pruning.vocabulary, type, field, node, pruning.variables, scope);
  const pruned = withSelection(node, pruneSelection(pruning, inner, node.selectionSet, beneath));
  return { ...pruned, asked: pruned.node === undefined ? [] : [...asked, ...pruned.asked] };
}

function withSelection(node: FieldNode | InlineFragmentNode, pruned: Pruned): PrunedNode {
  const { selectionSet, ...rest } = pruned;
  if (selectionSet === undefined) return { ...rest, node: undefined, kept: '0' };
  return { ...rest, node: { ...node, selectionSet } };
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

function typeNamed(pruning: Pruning, name: string | undefined): CompositeType | undefined {
  const type = name === undefined ? undefined : pruning.schema.getType(name);
  return isComposite(type) ? type : undefined;
}
