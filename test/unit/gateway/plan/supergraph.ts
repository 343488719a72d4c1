import { parse } from 'graphql';
import { compose } from '../../../../schema/compose.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible"])\n';

/** The supergraph of subgraphs, given by name as SDL without its first line. */
export function supergraphOf(subgraphs: Readonly<Record<string, string>>): string {
  const composed = compose(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, typeDefs: parse(link + sdl) })),
  );
  if (!composed.ok) throw new Error(composed.problems.join('\n'));
  return composed.supergraphSdl;
}

/** Two subgraphs that share products. */
export const shop = supergraphOf({
  catalogue: `
    type Query { product(id: ID!): Product  products: [Product!]! }
    type Product @key(fields: "id") { id: ID!  name: String }`,
  reviews: 'type Product @key(fields: "id") { id: ID!  stars(most: Int): Int }',
});
