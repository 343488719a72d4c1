import { Supergraph } from '@apollo/federation-internals';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { isScalarType, isSpecifiedScalarType, parse, printSchema } from 'graphql';

const head = '// Made of schema/supergraph.graphql: npm run codegen. Not to be edited.\n';

/** TypeScript types of everything that can be asked: for clients, and for the resolvers that answer. */
export async function typesOf(supergraphSdl: string): Promise<string> {
  const schema = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const scalars = Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
    .map(({ name }) => [name, 'string'] as const);
  const text = await codegen({
    filename: 'types.ts',
    documents: [],
    schema: parse(printSchema(schema)),
    config: {},
    plugins: [
      {
        typescript: {
          enumsAsTypes: true,
          immutableTypes: true,
          skipTypename: true,
          disableDescriptions: true,
          scalars: Object.fromEntries(scalars),
        },
      },
    ],
    pluginMap: { typescript },
  });
  return head + text.trimStart();
}
