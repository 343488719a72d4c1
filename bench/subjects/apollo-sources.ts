import type { GraphQLDataSource } from '@apollo/gateway';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import { Pool } from 'undici';
import { parseRecordId } from '../../common/record-id.js';
import type { SubjectSetup } from './subject.js';

type Representation = Readonly<Partial<Record<'code' | 'state' | 'id', string>>>;

/** The States as one subgraph: each representation goes to the owner of its key, and the answers back in order. */
export function ownersSource({ nodes }: SubjectSetup): GraphQLDataSource {
  const pools = new Map(nodes.map(({ code, url }) => [code, new Pool(url)]));
  return {
    process: async ({ request: { query, variables } }) => {
      const representations = (variables?.['representations'] ?? []) as readonly Representation[];
      const entities: unknown[] = representations.map(() => null);
      await Promise.all(
        [...positionsByOwner(representations)].map(async ([code, positions]) => {
          const own = positions.map((position) => representations[position]);
          const body = JSON.stringify({ query, variables: { ...variables, representations: own } });
          const found = await entitiesFrom(pools.get(code), body);
          positions.forEach((position, index) => (entities[position] = found[index]));
        }),
      );
      return { data: { _entities: entities } };
    },
  };
}

function positionsByOwner(representations: readonly Representation[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  representations.forEach(({ code, state, id }, position) => {
    const owner = code ?? state ?? parseRecordId(id ?? '')?.state ?? '';
    const known = positions.get(owner);
    if (known === undefined) positions.set(owner, [position]);
    else known.push(position);
  });
  return positions;
}

async function entitiesFrom(pool: Pool | undefined, body: string): Promise<readonly unknown[]> {
  if (pool === undefined) throw new Error('a key names no State');
  const headers = { 'content-type': 'application/json' };
  const answered = await pool.request({ method: 'POST', path: '/graphql', headers, body });
  const { data } = (await answered.body.json()) as {
    readonly data: { readonly _entities: readonly unknown[] };
  };
  return data._entities;
}

/** A subgraph in the gateway's own process; each fetch is parsed once. */
export function localSource(schema: GraphQLSchema): GraphQLDataSource {
  const documents = new Map<string, DocumentNode>();
  return {
    process: async ({ request: { query = '', variables } }) => {
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      return execute({ schema, document, variableValues: variables });
    },
  };
}
