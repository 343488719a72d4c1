import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { connection, traceIn } from './member-schema.js';
import { type FirearmRecord, firearmsFrom, seizureOf } from './records.js';

/**
 * One State as an ordinary subgraph, for gateways that cannot send a key to its owner: its fields carry the State in
 * their names, so that a query of nine fields is nine requests side by side for the same records.
 */
export function ordinaryDocument(state: string): DocumentNode {
  const name = state.toLowerCase();
  return parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])

    type Query {
      ${name}Firearms(first: Int!, after: String): FirearmConnection
      ${name}Seizures(caseNumber: String!): SeizureConnection
    }

    type FirearmConnection @shareable { edges: [FirearmEdge] }
    type FirearmEdge @shareable { node: Firearm }
    type Firearm @shareable {
      id: ID! serialNumber: String make: String model: String category: String calibre: String
      countryOfManufacture: String yearOfManufacture: Int status: String handlingCode: String originState: String
      recordedAt: String finish: String barrelLengthMillimetres: Float importMarkYear: Int
    }

    type SeizureConnection @shareable { edges: [SeizureEdge] }
    type SeizureEdge @shareable { node: Seizure }
    type Seizure @shareable {
      id: ID! caseNumber: String seizedAt: String place: Place firearms: [SeizedFirearm]
    }
    type Place @shareable { subdivision: String municipality: String }
    type SeizedFirearm @key(fields: "serialNumber make calibre") {
      id: ID! @shareable
      serialNumber: String!
      make: String!
      calibre: String!
      model: String @shareable
      ${name}Trace: Trace
    }
    type Trace @shareable { state: String hit: String records: [Firearm] }
  `);
}

interface Page {
  readonly first: number;
  readonly after: string;
}

interface Case {
  readonly caseNumber: string;
}

/** The State's ordinary subgraph, over the same records as its node. */
export function ordinarySchema(state: string): GraphQLSchema {
  const name = state.toLowerCase();
  const resolvers = {
    Query: {
      [`${name}Firearms`]: (_: unknown, { first, after }: Page) =>
        connection(firearmsFrom(state, Number(after), first)),
      [`${name}Seizures`]: (_: unknown, { caseNumber }: Case) => connection([seizedIn(state, caseNumber)]),
    },
    SeizedFirearm: {
      __resolveReference: (key: object) => key,
      [`${name}Trace`]: (firearm: FirearmRecord) => traceIn(state, firearm),
    },
  };
  return buildSubgraphSchema([{ typeDefs: ordinaryDocument(state), resolvers }]);
}

function seizedIn(state: string, caseNumber: string): Readonly<Record<string, unknown>> {
  const { __typename: _, firearms, ...seizure } = seizureOf(state, caseNumber);
  return { ...seizure, firearms: firearms.map(({ __typename: __, ...firearm }) => firearm) };
}
