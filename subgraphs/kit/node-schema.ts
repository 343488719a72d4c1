import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  getNamedType,
  type GraphQLFieldMap,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from '../../common/shield.js';
import { isComposite, recordBehind } from '../../policy/operation/scope.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { doorPermissions } from './doors.js';
import { nodeResolvers } from './resolvers.js';

/** The schema of a node: the shared language, answered at its doors, guarded by its agreements. */
export function nodeSchema(document: DocumentNode, vocabulary: Vocabulary, state: string): GraphQLSchema {
  const doors = doorsOf(buildSubgraphSchema({ typeDefs: document }));
  const schema = buildSubgraphSchema([
    { typeDefs: document, resolvers: nodeResolvers(vocabulary, state, doors) as never },
  ]);
  return applyMiddlewareToDeclaredResolvers(schema, doorPermissions([...doors, 'statistics']));
}

/** Fields of MemberState that page through records. */
function doorsOf(schema: GraphQLSchema): readonly string[] {
  const type = schema.getType('MemberState');
  const fields: GraphQLFieldMap<unknown, unknown> = isObjectType(type) ? type.getFields() : {};
  return Object.values(fields).flatMap(({ name, type: fieldType }) => {
    const inner = getNamedType(fieldType);
    return isComposite(inner) && recordBehind(inner) !== undefined ? [name] : [];
  });
}
