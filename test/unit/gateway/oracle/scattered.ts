import type { Draw } from './draw.js';
import type { Drawing } from './operation.js';
import type { WorldRules } from './world.js';

/** Types of which each field is dealt to one subgraph or several. */
const entities: Readonly<Record<string, readonly string[]>> = {
  User: [
    'name: String',
    'email: String!',
    'posts(first: Int): [Post!]',
    'best: Post',
    'friends: [[User]]',
    'about: Profile',
    'likes: [Thing!]!',
  ],
  Post: [
    'title(most: Int): String',
    'author: User!',
    'replies: [Post]',
    'mood: Mood',
    'tags: [String!]',
    'meta: JSON',
    'about: Profile',
    'thing: Thing',
  ],
  Group: ['name: String!', 'members: [User!]', 'moods: [Mood!]!', 'parent: Group', 'pinned: [Post]!'],
};

const rootFields = [
  'user: User',
  'users: [User!]!',
  'post(id: ID): Post',
  'groups(mood: Mood): [Group]',
  'anything: [Thing]',
  'node: Node',
];

/** What every subgraph has alike. */
const shared = `
  scalar JSON
  enum Mood { GLAD SAD }
  interface Node { id: ID! }
  union Thing = User | Post | Group
  type Profile @shareable { text: String  score: Float!  inner: Profile }`;

/** A field's owners, as bits. */
type Owners = ReadonlyMap<string, number>;

/** Deals the fields of some types out to subgraphs: any distribution can be composed, as every subgraph has every key. */
export function drawScattered(draw: Draw, count: number): Readonly<Record<string, string>> {
  const owners = new Map<string, number>();
  for (const [type, fields] of Object.entries(entities))
    for (const field of fields) owners.set(`${type}.${field}`, 1 + draw(2 ** count - 1));
  for (const field of rootFields) owners.set(`Query.${field}`, 1 << draw(count));
  const names = Array.from({ length: count }, (_, index) => `part${String(index)}`);
  return Object.fromEntries(names.map((name, index) => [name, subgraphSdl(owners, index)]));
}

function subgraphSdl(owners: Owners, index: number): string {
  const fieldsOf = (type: string, fields: readonly string[]): string =>
    fields
      .flatMap((field) => {
        const bits = owners.get(`${type}.${field}`) ?? 0;
        if (((bits >> index) & 1) === 0) return [];
        return [isPowerOfTwo(bits) ? field : `${field} @shareable`];
      })
      .join('  ');
  const types = Object.entries(entities).map(
    ([type, fields]) =>
      `type ${type} implements Node @key(fields: "id") { id: ID!  ${fieldsOf(type, fields)} }`,
  );
  const query = fieldsOf('Query', rootFields);
  return [shared, ...types, ...(query === '' ? [] : [`type Query { ${query} }`])].join('\n');
}

function isPowerOfTwo(bits: number): boolean {
  return (bits & (bits - 1)) === 0;
}

export const scatteredRules: WorldRules = {
  entities: new Set(Object.keys(entities)),
  interfaceObjects: new Map(),
  steady: new Set(),
  solid: new Set(),
  computed: new Map(),
  patchy: new Set(),
};

export const scatteredDrawing: Omit<Drawing, 'schema'> = {
  planned: ['id', '__typename', '_istmo_key_id_'],
  ofInterfaceObjects: new Set(),
};
