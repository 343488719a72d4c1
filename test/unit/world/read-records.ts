import { getNamedType, type GraphQLOutputType, isObjectType } from 'graphql';
import type { FieldMapping } from '../../../subgraphs/kit/mapping/mapping.js';
import type { StateCode } from '../../../subgraphs/world/world.js';
import { pageOfIds, unpaged } from './paged.js';
import type { StateNode } from './state-node.js';
import { kinds } from './told.js';

export type Values = Readonly<Record<string, unknown>>;

/** All records of a type with all that is mapped of them, by their ids: page by page, as a gateway asks. */
export async function readRecords(
  node: StateNode,
  state: StateCode,
  type: string,
): Promise<ReadonlyMap<string, Values>> {
  const definition = node.source.schema.getType(type);
  if (!isObjectType(definition)) throw new Error(`no type ${type}`);
  const fields = Object.entries(node.source.mapping.records[type]?.fields ?? {}).map(([name, form]) =>
    selectionOf(name, form, definition.getFields()[name]!.type),
  );
  const found = new Map<string, Values>();
  for (let after: string | undefined; ;) {
    const page = `first: 100${after === undefined ? '' : `, after: "${after}"`}`;
    const { entity, errors } = await node.askFreely(
      { __typename: 'MemberState', code: state },
      `list: ${kinds[type]!.list}(${page}) { totalCount edges { node { id ${fields.join(' ')} quality { field problem } } } pageInfo { hasNextPage endCursor } }`,
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { list } = entity as {
      list: {
        edges: readonly { node: Values }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    for (const { node: record } of list.edges) found.set(String(record['id']), unpaged(record));
    if (!list.pageInfo.hasNextPage) return found;
    after = list.pageInfo.endCursor;
  }
}

/** Everything that a mapping gives of a field: parts of values, ids of records. */
function selectionOf(name: string, form: FieldMapping, type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return name;
  if (named.getFields()['edges'] !== undefined) return `${name}${pageOfIds}`;
  if (named.getFields()['id'] !== undefined) return `${name} { id }`;
  const sources = 'list' in form ? form.list.map((source) => ('fields' in source ? source.fields : {})) : [];
  const parts = Object.assign({}, ...('fields' in form ? [form.fields] : sources)) as Values;
  return `${name} { ${Object.keys(parts).join(' ')} }`;
}
