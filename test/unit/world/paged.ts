/** Lists that hang on a record, which come in pages, as plain lists. */
export function unpaged<Read extends Readonly<Record<string, unknown>>>(record: Read): Read {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      isPage(value) ? value.edges.map(({ node }) => node) : value,
    ]),
  ) as Read;
}

interface Edges {
  readonly edges: readonly { readonly node: unknown }[];
}

function isPage(value: unknown): value is Edges {
  return typeof value === 'object' && value !== null && 'edges' in value;
}

/** All of a list that hangs on a record, as far as a page reaches: the ids. */
export const pageOfIds = '(first: 100) { edges { node { id } } }';
