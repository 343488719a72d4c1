import { fieldSet } from './field-set.js';
import type { Drawing } from './operation.js';
import type { WorldRules } from './world.js';

/** Four subgraphs that have of everything: what a gateway must put together. */
export const subgraphs: Readonly<Record<string, string>> = {
  catalogue: `
    type Query {
      product(id: ID!): Product
      products(first: Int = 2, order: Order, input: ProductInput): [Product!]!
      maybeProducts: [Product]
      node: Node
      nodes: [Node!]
      media(kinds: [Order!]): [Media!]
      search(text: String, most: Int! = 3): [Found]
      settings: Settings!
      version: String
    }
    type Mutation {
      touch(id: ID!): Product
      rename(input: ProductInput!): Product!
      forget: Boolean
    }
    enum Order { CHEAP DEAR NEW }
    enum Unit { CM INCH }
    input ProductInput { name: String!  tags: [String!] = ["a"]  order: Order = NEW  inner: ProductInput  sizes: [[Int!]] }
    scalar JSON
    scalar Date
    interface Node { id: ID! }
    type Product implements Node @key(fields: "id") @key(fields: "sku brand { id }") {
      id: ID!
      sku: String!
      brand: Brand!
      label: String @shareable
      name(upper: Boolean = false, most: Int): String
      size: Size @shareable
      price: Float
      weight: Int
      parts: [Part]
      released: Date
      meta: JSON
      tags: [String!]!
      grid: [[Int]]
      matrix: [[Size!]!]
      orders(as: Order = DEAR): [Order!]
      related(first: Int = 1): [Product]
      constructor: String
      slug: String! @shareable
      surely: Surely
      labels: [Label!] @shareable
      grids: [[Label]] @shareable
    }
    type Label { text: String  width: Int! }
    type Surely { must: Surely2!  may: Surely2 }
    type Surely2 { must: Int!  may: Int  list: [Surely2!] }
    type Brand @key(fields: "id") { id: ID!  name: String!  country: String }
    type Part { code: String @shareable  note: String }
    type Size @shareable { width: Int  height: Int  unit: Unit }
    interface Media implements Node @key(fields: "id") { id: ID!  title: String }
    type Book implements Media & Node @key(fields: "id") { id: ID!  title: String  pages: Int!  author: Person }
    type Film implements Media & Node @key(fields: "id") { id: ID!  title: String  minutes: Int  cast: [Person!] }
    type Person implements Node @key(fields: "id") { id: ID!  name: String  bio: String }
    union Found = Product | Book | Person
    type Settings { theme: JSON!  limits: [Int!]!  inner: Settings  owner: Person }`,
  reviews: `
    type Query { topReviews(first: Int = 2): [Review!]  latest: Review  subjects: [Subject!]! }
    type Mutation { review(stars: Int!): Review }
    type Review @key(fields: "id") {
      id: ID!
      body: String!
      stars: Int
      author: Person
      product: Product @provides(fields: "label")
      subject: Subject
      replies: [[Review]]
    }
    union Subject = Product | Person
    type Product @key(fields: "id") {
      id: ID!
      label: String @external
      reviews(first: Int = 2): [Review!]!
      average: Float
      slug: String @shareable
      labels: [Label!] @shareable
      grids: [[Label]] @shareable
    }
    type Label { hue: String }
    type Person @key(fields: "id") {
      id: ID!
      reviews: [Review]
      nickname: String!
      bio: String @override(from: "catalogue")
    }`,
  stock: `
    enum Unit { CM INCH }
    type Product @key(fields: "id") {
      id: ID!
      price: Float @external
      weight: Int @external
      size: Size @external
      parts: [Part] @external
      shipping(to: String): Float @requires(fields: "price weight")
      delivery: Delivery @requires(fields: "size { width unit } price")
      assembly: [String!]! @requires(fields: "parts { code }")
      inStock: Boolean!
      count(place: String): Int
      places: [Place]
    }
    type Part @shareable { code: String }
    type Size @shareable { width: Int  unit: Unit }
    type Delivery { days: Int!  by: String }
    type Place { name: String!  address: Address! }
    type Address { street: String  number: Int! }`,
  scores: `
    type Query { bestMedia: [Media!]!  worstMedia: Media }
    type Media @interfaceObject @key(fields: "id") {
      id: ID!
      score: Int
      comments(first: Int = 2): [Comment!]!
    }
    type Comment { text: String!  by: String }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
    type Brand @key(fields: "id") { id: ID!  offices: [[Office]]  rank: Int! }
    type Office { city: String!  staff: [Person!]! }
    type Size @shareable { width: Int  height: Int }
    type Product @key(fields: "sku brand { id }") {
      sku: String!
      brand: Brand!
      warranty: String
      serial: ID!
      size: Size @shareable
    }`,
};

const stockFields = ['shipping', 'delivery', 'assembly', 'inStock', 'count', 'places'];

export const rules: WorldRules = {
  entities: new Set(['Product', 'Brand', 'Book', 'Film', 'Person', 'Review']),
  interfaceObjects: new Map([['Media', ['Book', 'Film']]]),
  steady: new Set([
    // keys, and what is required: a field that fails may take the object with it
    ...['Product.brand', 'Product.price', 'Product.weight', 'Product.size', 'Product.parts'],
    ...['Part.code', 'Size.width', 'Size.unit'],
    // the planner asks one fetch for what fragments on several types want of an interface object: one that did not want a
    // field would have its failure
    ...['Media', 'Book', 'Film'].flatMap((name) => [`${name}.score`, `${name}.comments`]),
    ...['Comment.text', 'Comment.by'],
  ]),
  // a subgraph says that it is never null, so it must not be
  solid: new Set(['Product.slug']),
  computed: new Map([
    ['Product.shipping', fieldSet('price weight')],
    ['Product.delivery', fieldSet('size { width unit } price')],
    ['Product.assembly', fieldSet('parts { code }')],
  ]),
  patchy: new Set(stockFields.map((name) => `Product.${name}`)),
};

/** What operations over the shop are drawn of. */
export const drawing: Omit<Drawing, 'schema'> = {
  planned: [
    'id',
    'sku',
    'brand',
    'label',
    'price',
    'size',
    'width',
    'parts',
    '__typename',
    '_istmo_id',
    'a__alias_0',
  ],
  ofInterfaceObjects: new Set(['score', 'comments']),
};
