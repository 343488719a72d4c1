import { getNamedType, type GraphQLObjectType, isObjectType } from 'graphql';
import type { StateCode } from '../../../subgraphs/world/world.js';
import { pageOfIds, unpaged } from './paged.js';
import type { StateNode } from './state-node.js';
import type { Told } from './tellers.js';

/** Everything of a type that a State maps: of records their id, of values all parts. */
function selectionOf(type: GraphQLObjectType, names: readonly string[]): string {
  return names
    .map((name) => {
      const inner = getNamedType(type.getFields()[name]!.type);
      if (!isObjectType(inner)) return name;
      const parts = inner.getFields();
      if ('edges' in parts) return `${name}${pageOfIds}`;
      return `${name} { ${'id' in parts ? 'id' : Object.keys(parts).join(' ')} }`;
    })
    .join(' ');
}

function listOf({ source: { schema } }: StateNode, type: string): string {
  const fields = Object.values((schema.getType('MemberState') as GraphQLObjectType).getFields());
  return fields.find(({ type: of }) => getNamedType(of).name === `${type}Connection`)!.name;
}

export interface ListedRecord extends Told {
  readonly id: string;
  readonly reportingOrganization: string;
  readonly quality: readonly { readonly field: string; readonly problem: string }[];
}

/** The first records of a type. */
export interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: ListedRecord }[];
}

/** The first hundred records of a type, with all that its State maps, as somebody sees them to whom everything is granted. */
export async function firstPage(node: StateNode, state: StateCode, type: string): Promise<Page> {
  const names = Object.keys(node.source.mapping.records[type]?.fields ?? {});
  const list = listOf(node, type);
  const of = node.source.schema.getType(type) as GraphQLObjectType;
  const selection = `${list}(first: 100) { totalCount edges { node { id quality { field problem } ${selectionOf(of, names)} } } }`;
  const { entity, errors } = await node.askFreely({ __typename: 'MemberState', code: state }, selection);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const { totalCount, edges } = (entity as Readonly<Record<string, Page>>)[list]!;
  return { totalCount, edges: edges.map(({ node: record }) => ({ node: unpaged(record) })) };
}
