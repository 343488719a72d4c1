import {
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Whether an operation reaches for records of States: whether it selects a field that the region does not serve by
 * itself. Such an operation needs a declared purpose and case.
 *
 * @param apiSchema - the supergraph's, in which the document is valid
 * @param region - the region's own subgraph
 */
export function reachesStates(
  document: DocumentNode,
  apiSchema: GraphQLSchema,
  region: GraphQLSchema,
): boolean {
  const typeInfo = new TypeInfo(apiSchema);
  let reaches = false;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: ({ name }) => {
        const parent = typeInfo.getParentType();
        if (parent == null || name.value.startsWith('__') || parent.name.startsWith('__')) return;
        const own = region.getType(parent.name);
        if (!isObjectType(own) || own.getFields()[name.value] === undefined) reaches = true;
      },
    }),
  );
  return reaches;
}
