import type { PlanLimits } from '../../../../gateway/plan/operation.js';
import { federate, type Federation, type Resolvers, type Subgraph } from './federation.js';

/** What `customs` knows of a cargo. */
interface Cargo {
  readonly id: string;
  readonly owner: string;
  readonly kilograms: number;
}

const cargos: readonly Cargo[] = [
  { id: 'C-1', owner: 'Ana', kilograms: 100 },
  { id: 'C-2', owner: 'Luis', kilograms: 200 },
];

interface Weighed {
  readonly id: string;
  readonly weight: number | null;
  readonly owner?: string;
  readonly packages?: readonly { readonly value: number }[];
}

const customs: Subgraph = {
  typeDefs: `
    type Query { cargos: [Cargo!] }
    enum Unit { KG LB }
    type Cargo @key(fields: "id") {
      id: ID!
      owner: String
      weight(unit: Unit! = KG): Int
      packages: [Package!]
    }
    interface Package { value(currency: String!): Int }
    type Box implements Package { value(currency: String!): Int }
    type Barrel implements Package { value(currency: String!): Int litres: Int }`,
  resolvers: {
    Query: { cargos: () => cargos },
    Cargo: {
      __resolveReference: ({ id }: { id: string }) => cargos.find((cargo) => cargo.id === id),
      weight: ({ kilograms }: Cargo, { unit }: { unit: string }) => kilograms * (unit === 'LB' ? 2 : 1),
      packages: () => [{ __typename: 'Box' }, { __typename: 'Barrel', litres: 50 }],
    },
    Box: { value: (_: unknown, { currency }: { currency: string }) => (currency === 'USD' ? 1 : 8) },
    Barrel: { value: (_: unknown, { currency }: { currency: string }) => (currency === 'USD' ? 2 : 16) },
  },
};

/** Takes for a representation what it is given, as a subgraph does. */
const port: Subgraph = {
  typeDefs: `
    enum Unit { KG LB }
    type Cargo @key(fields: "id") {
      id: ID!
      owner: String @external
      weight(unit: Unit! = KG): Int @external
      packages: [Package!] @external
      fee: Int @requires(fields: "weight(unit: KG)")
      feeByPounds(days: Int): Int @requires(fields: "weight(unit: LB)")
      greeting: String @requires(fields: "owner")
      duty: Int @requires(fields: "packages { value(currency: \\"USD\\") }")
      berth(days: Int): Int
    }
    interface Package { value(currency: String!): Int }
    type Box implements Package { value(currency: String!): Int @external }
    type Barrel implements Package { value(currency: String!): Int @external }`,
  resolvers: {
    Cargo: {
      __resolveReference: (representation: Weighed) => representation,
      fee: ({ weight }: Weighed) => (weight === null ? null : weight + 1),
      feeByPounds: ({ weight }: Weighed) => (weight === null ? null : weight + 2),
      greeting: ({ owner }: Weighed) => `Dear ${String(owner)}`,
      duty: ({ packages = [] }: Weighed) => packages.reduce((sum, { value }) => sum + value, 0),
      berth: (_: unknown, { days = 0 }: { days?: number }) => 4 + days,
    },
  },
};

/** Two subgraphs, one of which requires of the other fields with arguments. */
export function harbour(
  changes: { readonly customs?: Resolvers } = {},
  limits: Partial<PlanLimits> = {},
): Federation {
  const resolvers = Object.fromEntries(
    Object.entries(customs.resolvers).map(([type, fields]) => [
      type,
      { ...fields, ...changes.customs?.[type] },
    ]),
  );
  return federate({ customs: { ...customs, resolvers }, port }, limits);
}
