import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { type Child, startChild } from '../../cli/region/child.js';
import { dataFolder } from '../../cli/region/data-folder.js';
import { freePorts } from '../../cli/region/ports.js';
import { demoToken } from '../../cli/region/token.js';
import { demoStolenFirearm } from '../../subgraphs/world/world.js';
import { composeFile } from '../unit/deploy/compose-file.js';

/** States whose database is a file: no server of their own is needed to start them. */
const states = ['HN', 'NI'];
const file = composeFile();

let folder: string;
let ports: Readonly<Record<string, string>>;
const running: Child[] = [];

/** What a text of the compose file says where there are no containers: volumes are folders, hosts are this machine. */
function here(service: string, text: string): string {
  return text
    .replaceAll('/run/istmo', join(folder, 'region', 'for', service))
    .replaceAll('/var/lib/region', join(folder, 'region'))
    .replaceAll('/var/lib/istmo', join(folder, 'own', service))
    .replaceAll('/var/lib/state', join(folder, 'state', service.replace(/^\w+-/u, '')))
    .replaceAll(/http:\/\/([\w-]+):\d+/gu, (_, host: string) => `http://127.0.0.1:${ports[host]!}`)
    .replaceAll('0.0.0.0', '127.0.0.1');
}

/** Starts a service by its own switches of Node's, command and environment. */
function start(service: string, besides: Readonly<Record<string, string>> = {}): Child {
  const { entrypoint = [], command, environment } = file.services[service]!;
  // the image has this folder
  mkdirSync(join(folder, 'own', service), { recursive: true });
  const given = Object.entries(environment)
    .filter(([name]) => !Object.keys(besides).some((other) => name === `${other}_FILE`))
    .map(([name, value]) => [name, name === 'ISTMO_PORT' ? ports[service]! : here(service, value)]);
  const child = startChild({
    name: service,
    args: command.map((argument) => here(service, argument)),
    nodeArgs: entrypoint.filter((part) => part.startsWith('--')),
    env: { ...(Object.fromEntries(given) as Record<string, string>), ...besides },
    logFile: join(folder, `${service}.log`),
  });
  running.push(child);
  return child;
}

/** Runs a service that ends by itself. */
async function runOnce(service: string): Promise<void> {
  const child = start(service);
  await new Promise<void>((resolve) => child.onDeath(resolve));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'istmo-containers-'));
  const servers = Object.keys(file.services).filter((name) => /^(gateway|identity|node-\w+)$/u.test(name));
  const free = await freePorts(servers.length);
  ports = Object.fromEntries(servers.map((name, index) => [name, String(free[index])]));
  await runOnce('region-init');
  const nodes = states.map(async (state) => {
    await runOnce(`seed-${state.toLowerCase()}`);
    await start(`node-${state.toLowerCase()}`).ready();
  });
  const gateway = start('gateway', {
    // the log's own server and Redis are those of the tests
    ISTMO_LOG_URL: pathToFileURL(join(folder, 'log.db')).href,
    REDIS_URL: process.env['REDIS_URL']!,
  });
  await Promise.all([...nodes, start('identity').ready(), gateway.ready()]);
}, 180_000);

afterAll(async () => {
  for (const child of running) await child.stop();
  await rm(folder, { recursive: true, force: true });
});

async function statesUp(): Promise<readonly string[]> {
  const { body } = await request(`http://127.0.0.1:${ports['gateway']!}/health`);
  const health = (await body.json()) as { readonly states: Readonly<Record<string, string>> };
  return Object.entries(health.states)
    .filter(([, status]) => status === 'UP')
    .map(([state]) => state);
}

describe('the commands of docker-compose.yml, run as processes', () => {
  it('make a gateway that finds the nodes whose databases are files', async () => {
    while ((await statesUp()).length < states.length) await sleep(200);
    expect((await statesUp()).toSorted()).toEqual(states);
  }, 60_000);

  it('answer out of the files that were filled, and say which nodes do not run', async () => {
    const { body } = await request(`http://127.0.0.1:${ports['gateway']!}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await demoToken(dataFolder(join(folder, 'region')), 'us-atf-tracer')}`,
        'istmo-purpose': 'FIREARM_TRACING',
        'istmo-case': 'CASE-1',
      },
      body: JSON.stringify({
        query: `query($serialNumber: String!, $make: String!, $calibre: String) {
          firearmTraces(serialNumber: $serialNumber, make: $make, calibre: $calibre, states: ["HN", "NI", "PA"]) { state hit }
        }`,
        variables: demoStolenFirearm,
      }),
    });
    const reply = (await body.json()) as {
      data: unknown;
      extensions: { istmo: { states: readonly { code: string; status: string }[] } };
    };
    expect(reply.data).toEqual({
      firearmTraces: [
        { state: 'HN', hit: 'HIT' },
        { state: 'NI', hit: 'NO_HIT' },
        { state: 'PA', hit: null },
      ],
    });
    expect(reply.extensions.istmo.states.map(({ code, status }) => [code, status])).toEqual([
      ['HN', 'ANSWERED'],
      ['NI', 'ANSWERED'],
      ['PA', expect.not.stringMatching('ANSWERED')],
    ]);
  });
});
