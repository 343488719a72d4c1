import {
  type FieldNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { shouldIncludeNode } from './include.js';

/** What an operation selects of one object type. */
export interface Selection {
  readonly type: GraphQLObjectType;
  /** By `selectionKey`: a field without arguments once, under whatever aliases; one with arguments by alias. */
  readonly fields: ReadonlyMap<string, SelectedField>;
}

export interface SelectedField {
  readonly name: string;
  /** In the order of the document; several where the field is selected more than once. */
  readonly nodes: readonly FieldNode[];
  /** Beneath a field of an object type; undefined for scalars. */
  readonly beneath: Selection | undefined;
}

/** The parts of `info` that reading a selection needs. */
export type SelectionInfo = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** Reads the selection beneath field nodes of one object type, fragments merged, `@skip` and `@include` applied. */
export function readSelection(
  info: SelectionInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Selection {
  const fields = new Map<string, FieldNode[]>();
  for (const { selectionSet } of nodes)
    if (selectionSet !== undefined) collect(info, type, selectionSet, fields);
  return {
    type,
    fields: new Map([...fields].map(([key, selected]) => [key, selectedField(info, type, selected)])),
  };
}

/** What a field node is selected as: with arguments each alias is a selection of its own. */
export function selectionKey({ name, alias, arguments: args }: FieldNode): string {
  return args === undefined || args.length === 0 ? name.value : `${(alias ?? name).value}(`;
}

function selectedField(
  info: SelectionInfo,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): SelectedField {
  const name = nodes[0]?.name.value ?? '';
  const definition = type.getFields()[name];
  const inner = definition === undefined ? undefined : getNamedType(definition.type);
  return { name, nodes, beneath: isObjectType(inner) ? readSelection(info, inner, nodes) : undefined };
}

function collect(
  info: SelectionInfo,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  fields: Map<string, FieldNode[]>,
): void {
  for (const node of selections) {
    if (!shouldIncludeNode(node, info.variableValues)) continue;
    if (node.kind === Kind.FIELD) {
      const key = selectionKey(node);
      const known = fields.get(key);
      if (known === undefined) fields.set(key, [node]);
      else known.push(node);
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
    if (fragment === undefined || !applies(info, type, fragment.typeCondition?.name.value)) continue;
    collect(info, type, fragment.selectionSet, fields);
  }
}

/** Whether a fragment on this type condition selects from objects of the type. */
function applies({ schema }: SelectionInfo, type: GraphQLObjectType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return named !== undefined && 'getInterfaces' in named && !isObjectType(named)
    ? schema.isSubType(named, type)
    : false;
}
