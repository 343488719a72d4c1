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
export function openByHand({ nodes, directoryUrl }: SubjectSetup, asksDirectory: boolean): ByHand {
  const pools = new Map(nodes.map(({ code, url }) => [code, new Pool(url)]));
  const directory = new Pool(directoryUrl);
  return {
    codes: nodes.map(({ code }) => code),
    ask: async <Entity>(code: string, selection: string, variables: object) => {
      const pool = pools.get(code);
      if (pool === undefined) throw new Error(`no State ${code}`);
      const query = `query($representations:[_Any!]!$first:Int=1$after:String$caseNumber:String){_entities(representations:$representations){${selection}}}`;
      const { data } = (await post(pool, '/graphql', { query, variables })) as {
        readonly data: { readonly _entities: readonly Entity[] };
      };
      return data._entities;
    },
    listStates: () => (asksDirectory ? post(directory, '/graphql', {}) : Promise.resolve(undefined)),
  };
}

async function post(pool: Pool, path: string, body: object): Promise<unknown> {
  const answered = await pool.request({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answered.body.json();
}
