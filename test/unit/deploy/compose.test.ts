import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { nodeOptionsOf } from '../../../bench/subjects/subject.js';
import { regionInit } from '../../../cli/region-init.js';
import { demoStates } from '../../../cli/region/demo-region.js';
import { fromRoot } from '../../../common/root.js';
import { gatewayConfig } from '../../../gateway/config.js';
import { nodeConfig } from '../../../subgraphs/kit/config.js';
import { composeFile, ofEach, urlsOf } from './compose-file.js';

const file = composeFile();
const names = Object.keys(file.services);
/** Codes in small letters, as services are named: those whose database is a server, and those whose database is a file. */
const withServer = ['gt', 'sv', 'us'];
const withFile = ['bz', 'cr', 'do', 'hn', 'ni', 'pa'];
const states = [...withServer, ...withFile];
const once = ['region-init', ...states.map((state) => `seed-${state}`)];

/** For every service the same. */
function all<T>(value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

describe('docker-compose.yml', () => {
  it('has a node for each State of the demo', () => {
    expect(states.toSorted()).toEqual(demoStates.map(({ code }) => code.toLowerCase()).toSorted());
    expect(names.filter((name) => name.startsWith('node-'))).toEqual(states.map((state) => `node-${state}`));
  });

  it('starts the gateway with the switches that the bench measures it with', () => {
    const { entrypoint = [] } = file.services['gateway']!;
    expect(entrypoint).toEqual(['node', ...nodeOptionsOf('istmo'), 'dist/cli/main.js']);
  });

  it('starts the program of the image, whatever the switches', () => {
    const dockerfile = readFileSync(fromRoot('Dockerfile'), 'utf8');
    const [, image] = /^ENTRYPOINT (.*)$/mu.exec(dockerfile) ?? [];
    const withoutSwitches = Object.values(file.services)
      .flatMap(({ entrypoint }) => (entrypoint === undefined ? [] : [entrypoint]))
      .map((entrypoint) => entrypoint.filter((part) => !part.startsWith('--')));
    expect(withoutSwitches).toEqual([JSON.parse(image ?? 'null')]);
  });

  it('has the databases that the States have, one for the log, and Redis', () => {
    const databases = names.filter((name) => /^db-|-db$|redis/u.test(name));
    expect(
      Object.fromEntries(databases.map((name) => [name, file.services[name]?.image.split(':')[0]])),
    ).toEqual({
      'db-gt': 'postgres',
      'db-sv': 'mariadb',
      'db-us': 'postgres',
      'log-db': 'postgres',
      redis: 'redis',
    });
  });

  it('names the exact version of every image', () => {
    expect(ofEach(file, ({ image }) => /:\d+\.\d+(\.\d+)?(-\w+)?$/u.test(image))).toEqual(all(true));
  });

  it('gives no service more rights than it needs', () => {
    expect(
      ofEach(file, ({ read_only, cap_drop, security_opt }) => ({ read_only, cap_drop, security_opt })),
    ).toEqual(all({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] }));
  });

  it('watches over every service that goes on, and starts it again', () => {
    const watched = ofEach(file, ({ image, healthcheck, restart }) => ({
      watched: healthcheck === undefined ? image.startsWith('istmo') : 'test' in healthcheck,
      restart,
    }));
    const expected = names.map((name) => [
      name,
      once.includes(name) ? { watched: false, restart: 'no' } : { watched: true, restart: 'unless-stopped' },
    ]);
    expect(watched).toEqual(Object.fromEntries(expected));
  });

  it('can be reached from this machine alone, at the gateway and the identity provider', () => {
    const published = names.flatMap((name) => file.services[name]?.ports.map((port) => [name, port]) ?? []);
    expect(published).toEqual([
      ['gateway', '127.0.0.1:4000:4000'],
      ['identity', '127.0.0.1:4010:4010'],
    ]);
    expect(Object.keys(file.networks).filter((name) => file.networks[name]?.internal !== true)).toEqual([
      'front',
    ]);
  });

  it('lets a State and its database see no other State and no other database', () => {
    const networks = ofEach(file, (service) => service.networks);
    expect(
      withServer.map((state) => [
        networks[`db-${state}`],
        networks[`seed-${state}`],
        networks[`node-${state}`],
      ]),
    ).toEqual(withServer.map((state) => [[state], [state], [state, 'exchange']]));
    expect(withFile.map((state) => [networks[`seed-${state}`], networks[`node-${state}`]])).toEqual(
      withFile.map(() => [[], ['exchange']]),
    );
  });

  it('lets a database that is a file be written by who fills it, and read by its node alone', () => {
    const mounts = ofEach(file, ({ volumes }) =>
      volumes.filter((volume) => volume.includes('/var/lib/state')),
    );
    const used = Object.entries(mounts).filter(([, volumes]) => volumes.length > 0);
    expect(Object.fromEntries(used)).toEqual(
      Object.fromEntries(
        withFile.flatMap((state) => [
          [`seed-${state}`, [`db-${state}:/var/lib/state`]],
          [`node-${state}`, [`db-${state}:/var/lib/state:ro`]],
        ]),
      ),
    );
    const offline = names.filter((name) => file.services[name]!.network_mode === 'none');
    expect(offline).toEqual(['region-init', ...withFile.map((state) => `seed-${state}`)]);
  });

  it('starts each node once its database is filled and its keys are made', () => {
    const awaited = (name: string): readonly string[] => {
      const { depends_on: direct } = file.services[name]!;
      return Object.keys(direct).flatMap((other) => [other, ...awaited(other)]);
    };
    for (const state of states)
      expect(awaited(`node-${state}`)).toEqual(expect.arrayContaining([`seed-${state}`, 'region-init']));
  });

  it('names in every URL a service that the one who uses it can reach', () => {
    const unreachable = names.flatMap((name) => {
      const own = file.services[name]?.networks ?? [];
      return urlsOf(file.services[name]!)
        .filter(({ protocol }) => protocol !== 'file:')
        .filter(({ hostname }) => {
          const target = file.services[hostname];
          // who makes the register reaches nobody; it only writes the addresses down
          return (
            target === undefined || (name !== 'region-init' && !target.networks.some((n) => own.includes(n)))
          );
        })
        .map(({ href }) => `${name}: ${href}`);
    });
    expect(unreachable).toEqual([]);
    expect(urlsOf(file.services['region-init']!)).toHaveLength(15);
  });

  it('gives the register the ports at which the gateway, the nodes and the identity provider listen', () => {
    const told = urlsOf(file.services['region-init']!).filter(({ protocol }) => protocol === 'http:');
    expect(told.map(({ hostname, port }) => [hostname, port])).toEqual(
      ['gateway', 'identity', ...states.map((state) => `node-${state}`)].map((name) => [
        name,
        file.services[name]?.environment['ISTMO_PORT'],
      ]),
    );
    expect(new Set(told.map(({ port }) => port)).size).toBe(told.length);
  });

  it('sets no variable that nobody reads, and all that must be set', () => {
    const known = ['gateway/config.ts', 'subgraphs/kit/config.ts'].flatMap((path) =>
      [...readFileSync(fromRoot(path), 'utf8').matchAll(/^ {2}(ISTMO_\w+|REDIS_URL):/gmu)].map(
        ([, name]) => name,
      ),
    );
    const set = new Set(Object.values(ofEach(file, ({ environment }) => Object.keys(environment))).flat());
    const ours = [...set].filter((name) => /^(ISTMO_|REDIS_URL)/u.test(name));
    expect(ours.filter((name) => !known.includes(name.replace(/_FILE$/u, '')))).toEqual([]);
    const environmentOf = (name: string): Record<string, string> =>
      Object.fromEntries(
        Object.entries(file.services[name]!.environment).map(([key, value]) => [
          key.replace(/_FILE$/u, ''),
          value,
        ]),
      );
    expect(gatewayConfig(environmentOf('gateway'))).toMatchObject({
      port: 4000,
      redisUrl: 'redis://redis:6379',
    });
    expect(states.map((state) => nodeConfig(environmentOf(`node-${state}`)).state.toLowerCase())).toEqual(
      states,
    );
  });
});

describe('what the first service hands out', () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'istmo-compose-'));
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const [, ...args] = file.services['region-init']!.command;
    await regionInit(args.map((argument) => argument.replace(/^--data=.*/u, `--data=${folder}`)));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('reaches each service in a volume of its own, which it cannot write', () => {
    const handedOut = file.services['region-init']!.volumes.slice(1);
    const mounts = names.flatMap((name) =>
      file.services[name]!.volumes.filter((volume) => volume.includes('/run/istmo')).map((volume) => [
        name,
        volume,
      ]),
    );
    const alone = ['region-init', 'redis', ...withFile.map((state) => `seed-${state}`)];
    const parties = names.filter((name) => !alone.includes(name));
    expect(mounts).toEqual(parties.map((name) => [name, `for-${name}:/run/istmo:ro,nocopy`]));
    expect(handedOut.toSorted()).toEqual(
      parties.map((name) => `for-${name}:/var/lib/region/for/${name}`).toSorted(),
    );
  });

  it('holds every file that a service is told to read', () => {
    const script: Record<string, string> = { 'db-gt': 'postgres', 'db-us': 'postgres', 'db-sv': 'mariadb' };
    const missing = names.flatMap((name) => {
      const read =
        script[name] === undefined ? '' : readFileSync(fromRoot('deploy', script[name], 'reader.sh'), 'utf8');
      const text = [...Object.values(file.services[name]!.environment), read].join('\n');
      return [...text.matchAll(/\/run\/istmo\/([\w./-]+)/gu)]
        .map(([, path]) => join('for', name, path ?? ''))
        .filter((path) => !existsSync(join(folder, path)));
    });
    expect(missing).toEqual([]);
    expect(existsSync(join(folder, 'for', 'identity', 'identity.json'))).toBe(true);
  });

  it('keeps keys and passwords when the region is started again', async () => {
    const secrets = (): readonly string[] =>
      [
        'node-gt/keys/state-GT.jwk',
        'node-gt/database-url',
        'gateway/keys/gateway.jwk',
        'db-sv/owner-password',
      ].map((path) => readFileSync(join(folder, 'for', path), 'utf8'));
    const before = secrets();
    const [, ...args] = file.services['region-init']!.command;
    await regionInit(args.map((argument) => argument.replace(/^--data=.*/u, `--data=${folder}`)));
    expect(secrets()).toEqual(before);
  });
});
