import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { startOpenGateway } from '../../gateway/open/open-gateway.js';
import { startTestRegion } from '../integration/region-fixture.js';

/** A gateway and how its clients ask it. */
export interface AuditedGateway {
  readonly url: string;
  readonly keepsLog: boolean;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** How many entries its log has. */
  entries(): Promise<number>;
  stop(): Promise<void>;
}

/** The gateway of a region of one State, asked with a token, a purpose and a case. */
export async function regionGateway(): Promise<AuditedGateway> {
  const region = await startTestRegion({ states: ['GT'] });
  const client = {
    authorization: `Bearer ${await region.token('us-atf-tracer')}`,
    'istmo-purpose': 'FIREARM_TRACING',
    'istmo-case': 'CASE-1',
  };
  return {
    url: `${region.gatewayUrl}/graphql`,
    keepsLog: true,
    fetch: (url, init) => fetchWith(client, url, init),
    entries: async () => (await region.entries('audit-log')).length,
    stop: () => region.stop(),
  };
}

/** An open gateway over a schema of one field, asked as no page of another site can. */
export async function openGateway(): Promise<AuditedGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'istmo-test-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, supergraph());
  const running = await startOpenGateway({
    supergraphFile,
    host: '127.0.0.1',
    port: 0,
    subgraphTimeoutMs: 1_000,
  });
  return {
    url: `${running.url}/graphql`,
    keepsLog: false,
    fetch: (url, init) => fetchWith({ 'apollo-require-preflight': 'true' }, url, init),
    entries: () => Promise.resolve(0),
    stop: async () => {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function supergraph(): string {
  const typeDefs = parse('type Query { greeting: String }');
  const { supergraphSdl } = composeServices([{ name: 'greeter', url: 'http://127.0.0.1:9/', typeDefs }]);
  if (supergraphSdl === undefined) throw new Error('the schema of one field does not compose');
  return supergraphSdl;
}

function fetchWith(
  client: Readonly<Record<string, string>>,
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(client)) headers.set(name, value);
  return fetch(url, { ...init, headers });
}
