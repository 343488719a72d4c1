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
  const pools = new Map(setup.nodes.map(({ code, url }) => [code, new Pool(url)]));
  return {
    ...overNodes([...pools.keys()], (code, body) => send(pools.get(code), body)),
    listStates: () => (asksDirectory ? send(directory, '{}') : Promise.resolve(undefined)),
  };
}

/** Sends a State's node a request's body. @returns the answer, parsed */
export type Send = (code: string, body: string) => Promise<unknown>;

/** A program that asks nodes, and no directory. */
export function overNodes(codes: readonly string[], sendTo: Send): ByHand {
  return {
    codes,
    ask: async <Entity>(code: string, selection: string, variables: object) => {
      const query = `query($representations:[_Any!]!$first:Int=1$after:String$caseNumber:String){_entities(representations:$representations){${selection}}}`;
      const { data } = (await sendTo(code, JSON.stringify({ query, variables }))) as {
        readonly data: { readonly _entities: readonly Entity[] };
      };
      return data._entities;
    },
    listStates: () => Promise.resolve(undefined),
  };
}

async function send(pool: Pool | undefined, body: string): Promise<unknown> {
  if (pool === undefined) throw new Error('no such State');
  const answered = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return answered.body.json();
}
