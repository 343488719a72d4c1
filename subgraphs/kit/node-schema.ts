import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, Kind } from 'graphql';
import { applyMiddlewareToDeclaredResolvers } from '../../common/shield.js';
import { isDoorArgument } from '../../policy/operation/scope.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { type Door, doorPermissions } from './doors.js';
import { nodeResolvers } from './resolvers.js';

/** The schema of a node: the shared language, answered at its doors, guarded by its agreements. */
export function nodeSchema(document: DocumentNode, vocabulary: Vocabulary, state: string): GraphQLSchema {
  const doors = doorsOf(document);
  const schema = buildSubgraphSchema([
    { typeDefs: document, resolvers: nodeResolvers(vocabulary, state, doors) as never },
  ]);
  return applyMiddlewareToDeclaredResolvers(
    schema,
    doorPermissions([...doors, { type: 'MemberState', field: 'statistics' }]),
  );
}

/** Fields that page through records: those that filter them. */
function doorsOf({ definitions }: DocumentNode): readonly Door[] {
  return definitions
    .filter(
      (definition) =>
        definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION,
    )
    .flatMap(({ name: { value: type }, fields = [] }) =>
      fields
        .filter((field) => field.arguments?.some(({ name }) => isDoorArgument(name.value)) === true)
        .map(({ name: { value: field } }) => ({ type, field })),
    );
}
