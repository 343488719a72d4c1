import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from '../../common/shield.js';
import { isDoorArgument } from '../../policy/operation/scope.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { doorPermissions } from './doors.js';
import { nodeResolvers } from './resolvers.js';

/** The schema of a node: the shared language, answered at its doors, guarded by its agreements. */
export function nodeSchema(document: DocumentNode, vocabulary: Vocabulary, state: string): GraphQLSchema {
  const doors = doorsOf(document);
  const schema = buildSubgraphSchema([
    { typeDefs: document, resolvers: nodeResolvers(vocabulary, state, doors) as never },
  ]);
  return applyMiddlewareToDeclaredResolvers(schema, doorPermissions([...doors, 'statistics']));
}

/** Fields of MemberState that page through records: those that filter them. */
function doorsOf({ definitions }: DocumentNode): readonly string[] {
  const state = definitions
    .filter(
      (definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION,
    )
    .filter(({ name }) => name.value === 'MemberState');
  return state
    .flatMap(({ fields = [] }) => fields)
    .filter((field) => field.arguments?.some(({ name }) => isDoorArgument(name.value)) === true)
    .map(({ name }) => name.value);
}
