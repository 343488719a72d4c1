import { composeServices } from '@apollo/composition';
import { type DocumentNode, getLocation, type GraphQLError } from 'graphql';
import { memberDocument, regionDocument } from './sources.js';

/** What composing gave: the supergraph, or every problem with its file and line. */
export type Composition =
  | { readonly ok: true; readonly supergraphSdl: string; readonly hints: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface SubgraphSource {
  readonly name: string;
  readonly typeDefs: DocumentNode;
}

/** The two subgraphs of which the supergraph is made: the region, and one `member` that stands for all States. */
export function subgraphSources(): readonly SubgraphSource[] {
  return [
    { name: 'member', typeDefs: memberDocument() },
    { name: 'region', typeDefs: regionDocument() },
  ];
}

/** Composes subgraphs into a supergraph with Apollo's own composition. */
export function compose(sources: readonly SubgraphSource[] = subgraphSources()): Composition {
  const result = composeServices(sources.map(({ name, typeDefs }) => ({ name, typeDefs })));
  if (result.errors !== undefined) return { ok: false, problems: result.errors.map(describe) };
  return {
    ok: true,
    supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
    hints: result.hints.map((hint) => hint.toString()),
  };
}

/** `file:line:column: message`, for each place that the error names. */
function describe(error: GraphQLError): string {
  const places = (error.nodes ?? []).flatMap(({ loc }) => {
    if (loc === undefined) return [];
    const { line, column } = getLocation(loc.source, loc.start);
    return [`${loc.source.name}:${String(line)}:${String(column)}`];
  });
  return `${places.length === 0 ? 'schema' : places.join(', ')}: ${error.message}`;
}
