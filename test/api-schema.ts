import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { supergraphSdl } from '../schema/sources.js';

/** The schema that clients see: the supergraph's, without what federation adds. */
export function apiSchema(): GraphQLSchema {
  return Supergraph.build(supergraphSdl()).apiSchema().toGraphQLJSSchema();
}
