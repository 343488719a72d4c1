import { Pool } from 'undici';
import type { SubjectSetup } from './subject.js';

/** What the program by hand has open. */
export interface ByHand {
  readonly codes: readonly string[];
  /** Asks a node for entities: a POST over a kept-alive connection, JSON there and back, nothing checked. */
  ask<Entity>(code: string, selection: string, variables: object): Promise<readonly Entity[]>;
  /** Asks for the list of States, where the program does that at all. */
  listStates(): Promise<unknown>;
}

/** @param asksDirectory - whether the list of States is asked for at all */
export function openByHand(setup: SubjectSetup, asksDirectory: boolean): ByHand {
  const directory = new Pool(setup.directoryUrl);
  return {
    ...overNodes(openPools(setup), send),
    listStates: () => (asksDirectory ? send(directory, '{}') : Promise.resolve(undefined)),
  };
}

/** Connections to nodes, by the States' codes. */
export type Pools = ReadonlyMap<string, Pool>;

export function openPools({ nodes }: SubjectSetup, options: Pool.Options = {}): Pools {
  return new Map(nodes.map(({ code, url }) => [code, new Pool(url, options)]));
}

/** Sends a node a request's body. @returns the answer, parsed */
export type Send = (pool: Pool, body: string, code: string) => Promise<unknown>;

/** A program that asks nodes, and no directory. */
export function overNodes(pools: Pools, sendTo: Send): ByHand {
  return {
    codes: [...pools.keys()],
    ask: async <Entity>(code: string, selection: string, variables: object) => {
      const pool = pools.get(code);
      if (pool === undefined) throw new Error(`no State ${code}`);
      const query = `query($representations:[_Any!]!$first:Int=1$after:String$caseNumber:String){_entities(representations:$representations){${selection}}}`;
      const { data } = (await sendTo(pool, JSON.stringify({ query, variables }), code)) as {
        readonly data: { readonly _entities: readonly Entity[] };
      };
      return data._entities;
    },
    listStates: () => Promise.resolve(undefined),
  };
}

async function send(pool: Pool, body: string): Promise<unknown> {
  const answered = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return answered.body.json();
}
