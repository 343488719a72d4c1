import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { type Child, startChild } from '../../cli/region/child.js';
import { freePorts } from '../../cli/region/ports.js';
import { startNodeProcess } from '../../cli/region/processes.js';
import { createMemoryCounts } from '../../common/quota/memory-counts.js';
import { createRedisCounts } from '../../common/quota/redis-counts.js';
import { fromRoot } from '../../common/root.js';
import { claimsOf, windowAt, wishes } from '../unit/common/quota/draw-claims.js';
import { type Reply, startTestRegion, type TestRegion } from './region-fixture.js';

const url = process.env['REDIS_URL'];
let one: Redis;
let other: Redis;

beforeAll(() => {
  if (url === undefined) throw new Error('REDIS_URL is not set: run npm test');
  one = new Redis(url);
  other = new Redis(url);
});
afterAll(() => {
  one.disconnect();
  other.disconnect();
});

let drawn = 0;
const prefix = (): string => `test:${String(process.pid)}:${String((drawn += 1))}`;

describe('counts in Redis', () => {
  it('are those of a process, whatever is taken', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 24 }), wishes, async (limit, wanted) => {
        const [here, there] = [createMemoryCounts(), createRedisCounts(one, prefix())];
        for (const wish of wanted) {
          const claims = claimsOf('A', limit, wish);
          const pair = { each: claims.each, together: claimsOf('B', 9, wish).each };
          expect(await there.look(claims.each)).toEqual(await here.look(claims.each));
          expect(await there.take(pair)).toEqual(await here.take(pair));
          expect(await there.look(pair.together)).toEqual(await here.look(pair.together));
        }
        const claim = claimsOf('A', limit, { officer: 'o1', amount: 3, window: 2 });
        await Promise.all([here.add(claim.each), there.add(claim.each)]);
        expect(await there.take(claim)).toEqual(await here.take(claim));
      }),
      { numRuns: 50 },
    );
  });

  it('are never gone over by several that take at once', async () => {
    const name = prefix();
    const gateways = [createRedisCounts(one, name), createRedisCounts(other, name)];
    const taken = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        gateways[index % 2]!.take({
          each: [
            { limitOf: 'A', limit: 60, officer: `o${String(index % 5)}`, window: windowAt(0), amount: 1 },
          ],
          together: [],
        }),
      ),
    );
    const fits = taken.filter(([room]) => room!.fits).length;
    // o0 alone had up to a half, then each of five a sixth
    expect(fits).toBeLessThanOrEqual(60);
    expect(fits).toBeGreaterThanOrEqual(50);
  });
});

describe('quotas of a region whose gateways share Redis', () => {
  let region: TestRegion;
  let second: Child;
  let alone: Child;
  let gateways: readonly string[];
  let aloneUrl: string;
  const agreement = 'NI-US-ATF-2026-01';

  beforeAll(async () => {
    await one.flushdb();
    region = await startTestRegion({
      states: ['NI'],
      gatewayEnv: { ...patient, REDIS_URL: url ?? '' },
    });
    const [secondPort = 0, alonePort = 0] = await freePorts(2);
    second = await startGateway('gateway-2', secondPort, { REDIS_URL: url ?? '' });
    alone = await startGateway('gateway-3', alonePort, { REDIS_URL: '' });
    gateways = [region.gatewayUrl, `http://127.0.0.1:${String(secondPort)}`];
    aloneUrl = `http://127.0.0.1:${String(alonePort)}`;
  });
  afterAll(async () => {
    await Promise.all([second.stop(), alone.stop()]);
    await region.stop();
  });

  async function startGateway(name: string, port: number, env: Record<string, string>): Promise<Child> {
    const { folder } = region;
    const child = startChild({
      name,
      args: ['gateway'],
      env: {
        ISTMO_REGION: folder.regionFile,
        ISTMO_GATEWAY_ID: 'regional',
        ISTMO_PORT: String(port),
        ISTMO_SIGNING_KEY: folder.keyFile('gateway'),
        ISTMO_LOG_URL: folder.databaseUrl(`log-of-${name}`),
        ISTMO_LOG_KEY: folder.keyFile('gateway-log'),
        ...patient,
        ...env,
      },
      logFile: folder.logFile(name),
    });
    await child.ready();
    return child;
  }

  const page = (first: number): string =>
    `{ memberState(code: "NI") { firearms(first: ${String(first)}) { edges { node { id make } } } } }`;

  const ask = (query: string, at = gateways[0]): Promise<Reply> =>
    region.ask('us-atf-tracer', query, at === undefined ? {} : { at });

  function given({ data }: Reply): number {
    return new Set(JSON.stringify(data).match(/NI:Firearm:[^"]+/gu)).size;
  }

  function quotaOf({ extensions }: Reply): unknown {
    return extensions?.istmo.withheld.find(({ reason }) => reason === 'QUOTA_EXHAUSTED');
  }

  /** Records that the node's log says it counted, step by step. */
  async function countedByNode(): Promise<readonly number[]> {
    const entries = await region.entries('access-log-NI');
    return entries.flatMap(({ data }) => data.states[0]?.counted?.[agreement] ?? []);
  }

  /** Puts another quota into force, signed by both. */
  async function agree(quota: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'istmo-quota-'));
    const [file, signed] = [join(folder, 'a.yaml'), join(folder, 'a.signed.json')];
    const text = await readFile(fromRoot('subgraphs', 'ni', 'agreements', 'us-atf-tracing.yaml'), 'utf8');
    await writeFile(file, text.replace(/^quota: .*$/mu, `quota: ${quota}`));
    await istmo('agreement', 'sign', file, '--key', region.folder.keyFile('state-NI'));
    await istmo('agreement', 'countersign', signed, '--key', region.folder.keyFile('agency-US-ATF'));
    await istmo('agreement', 'publish', signed);
    // every gateway has it within ten seconds
    await sleep(10_000);
  }

  function istmo(...args: readonly string[]): Promise<void> {
    const command = [fromRoot('dist', 'cli', 'main.js'), ...args, '--data', region.folder.path];
    return new Promise((resolve, reject) => {
      execFile(process.execPath, command, (error, _out, err) =>
        error === null ? resolve() : reject(new Error(err)),
      );
    });
  }

  it('let through so many requests a minute through all gateways, under whatever aliases', async () => {
    await sleep(untilFresh());
    const aliases =
      '{ a: memberState(code: "NI") { firearms(first: 1) { edges { node { id } } } } b: memberState(code: "NI") { code firearms(first: 1) { totalCount } } }';
    const answers: Reply[] = [];
    for (let asked = 0; asked < 7; asked += 1)
      answers.push(await ask(asked % 2 === 0 ? aliases : page(1), gateways[asked % 2]));
    expect(answers.map(given)).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(answers.at(-1)?.extensions?.istmo.states.map(({ code, status }) => ({ code, status }))).toEqual([
      { code: 'NI', status: 'WITHHELD' },
    ]);
    expect(quotaOf(answers.at(-1)!)).toEqual({
      state: 'NI',
      coordinate: expect.stringMatching(/^Firearm\./u),
      reason: 'QUOTA_EXHAUSTED',
      agreement,
      retryAt: expect.stringMatching(/:00\.000Z$/u),
    });
    // the refusal is in the log
    const { data } = await region.lastEntry('audit-log');
    expect(data.states[0]?.withheld).toContainEqual(
      expect.objectContaining({ reason: 'QUOTA_EXHAUSTED', agreement }),
    );
  });

  it('are kept by the State itself, whatever a gateway counts', async () => {
    const answer = await ask(page(1), aloneUrl);
    expect([given(answer), quotaOf(answer)]).toEqual([0, expect.objectContaining({ agreement })]);
  });

  it('refuse several requests in one', async () => {
    const reply = await region.ask('us-atf-tracer', undefined, { extensions: [] as never });
    expect(reply.status).toBe(400);
  });

  it('let through so many records a day, by lists, references, links and the newest of all States', async () => {
    const before = (await countedByNode()).reduce((sum, amount) => sum + amount, 0);
    // half of it for one officer alone
    await agree(`{ recordsPerDay: ${String(2 * (before + 20))} }`);
    const first = await ask(page(8));
    const ids = [...new Set(JSON.stringify(first.data).match(/NI:Firearm:[^"]+/gu))];
    const references = ids
      .slice(0, 3)
      .map((id, index) => `r${String(index)}: firearm(id: "${id}") { make model }`)
      .join(' ');
    const byId = await ask(`{ ${references} }`, gateways[1]);
    const latest = await ask(
      '{ latest(domain: FIREARMS, states: ["NI"], first: 4) { edges { node { id ... on Firearm { make } } } } }',
    );
    const tooMany = await ask(page(10), gateways[1]);
    expect([given(first), byId.data?.['r0'] !== null, given(latest), given(tooMany)]).toEqual([
      8,
      true,
      4,
      0,
    ]);
    // of the newest the records of the page are not counted again
    expect((await countedByNode()).slice(-6)).toEqual([8, 1, 1, 1, 4, 0]);
    expect(quotaOf(tooMany)).toEqual(expect.objectContaining({ agreement, retryAt: expect.any(String) }));
    expect(given(await ask(page(5)))).toBe(5);
    const over = await Promise.all(gateways.map((at) => ask(page(1), at)));
    expect(over.map(given)).toEqual([0, 0]);
    const standing =
      '{ me { quotas(states: ["NI"]) { state agreement purposes kind limit used left refillsAt } } }';
    const told = await Promise.all(gateways.map((at) => ask(standing, at)));
    const limit = 2 * (before + 20);
    const record = { state: 'NI', agreement, purposes: ['FIREARM_TRACING'], kind: 'RECORDS_PER_DAY' };
    const refillsAt = expect.stringMatching(/T06:00:00\.000Z$/u);
    for (const { data } of told)
      expect(data?.['me']).toEqual({ quotas: [{ ...record, limit, used: before + 20, left: 0, refillsAt }] });
    // of what others have nothing is told
    const other = await region.ask('gt-pnc-investigator', standing);
    expect(JSON.stringify(other.data)).not.toContain('US-ATF');
  });

  it('are not given back by a node that starts again, nor by a Redis that has forgotten', async () => {
    await region.stopNode('NI');
    const node = startNodeProcess(region.folder, 'NI', Number(new URL(region.nodeUrl('NI')).port), undefined);
    await node.ready();
    await one.flushdb();
    await sleep(3_000);
    const answer = await ask(page(1));
    await node.stop();
    expect([given(answer), quotaOf(answer)]).toEqual([0, expect.objectContaining({ agreement })]);
  });
});

/** However busy the machine is. */
const patient = { ISTMO_STATE_TIMEOUT_MS: '20000', ISTMO_REQUEST_TIMEOUT_MS: '30000' };

/** Milliseconds until a minute of the clock has begun that will last long enough. */
function untilFresh(): number {
  const into = Date.now() % 60_000;
  return into < 30_000 ? 0 : 60_000 - into;
}
