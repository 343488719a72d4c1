import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { freePorts } from '../../cli/region/ports.js';
import { type MetricKinds, namesOf } from '../../common/metrics/kinds.js';
import { gatewayKinds } from '../../gateway/metrics/kinds.js';
import { nodeKinds } from '../../subgraphs/kit/metrics.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

let database: ThrowawayDatabase;
let region: TestRegion;
let ofGateway: string;
let ofNode: string;

beforeAll(async () => {
  database = await throwawayDatabase('istmo_metrics');
  const [gatewayPort = 0, nodePort = 0] = await freePorts(2);
  const redis = process.env['REDIS_URL'] ?? '';
  region = await startTestRegion({
    states: ['GT', 'SV'],
    gatewayEnv: {
      ISTMO_LOG_URL: database.url,
      ISTMO_LOG_MAX_BYTES: String(10 * 1024 ** 3),
      ISTMO_METRICS_PORT: String(gatewayPort),
      ISTMO_WITNESSED_EVERY_S: '1',
      REDIS_URL: redis,
    },
    nodeEnv: {
      SV: {
        ISTMO_METRICS_PORT: String(nodePort),
        ISTMO_WITNESSED_EVERY_S: '1',
        ISTMO_QUOTA_REDIS_URL: redis,
      },
    },
  });
  ofGateway = `http://127.0.0.1:${String(gatewayPort)}/metrics`;
  ofNode = `http://127.0.0.1:${String(nodePort)}/metrics`;
});
afterAll(async () => {
  await region.stop();
  await database.drop();
});

async function get(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const { statusCode, body } = await request(url);
  return { status: statusCode, text: await body.text() };
}

/** Metrics that have a value, of all that there should be. */
function valued(kinds: MetricKinds, text: string): readonly string[] {
  return namesOf(kinds).filter((name) =>
    new RegExp(`^${name}(?:_count)?(?:\\{.*\\})? [\\d.e+-]+$`, 'mu').test(text),
  );
}

async function untilValued(url: string, kinds: MetricKinds, but: readonly string[]): Promise<string> {
  const wanted = namesOf(kinds).filter((name) => !but.includes(name));
  for (let tries = 0; ; tries += 1) {
    const { text } = await get(url);
    const found = valued(kinds, text);
    if (tries === 200) expect(found).toEqual(wanted);
    if (wanted.every((name) => found.includes(name))) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const query =
  'query MarkedName($serial: String!) { firearmTraces(serialNumber: $serial, make: "Glock") { state hit records { id make countryOfManufacture } } }';

describe('what gateway and node say of themselves', () => {
  it('is every metric of the page for operators, and names nobody and nothing that was asked', async () => {
    const reply = await region.ask('us-atf-tracer', query, {
      variables: { serial: 'BKR4471' },
      headers: { 'istmo-case': 'CASE-MARKED-7731' },
    });
    expect(JSON.stringify(reply.data)).toContain('SV:Firearm:A-000000');
    await region.ask('us-atf-tracer', query, { headers: { authorization: 'Bearer MARKED-TOKEN' } });
    const gateway = await untilValued(ofGateway, gatewayKinds, []);
    const node = await untilValued(ofNode, nodeKinds, [
      'istmo_log_queue_entries',
      'istmo_log_queue_oldest_seconds',
      // the gateway has asked for nothing that this node withholds
      'istmo_withheld_total',
    ]);
    expect(gateway).toContain('istmo_requests_total{kind="access",outcome="ANSWERED",code=""} 1\n');
    expect(gateway).toMatch(/istmo_requests_total\{kind="refusal",outcome="REFUSED",code="TOKEN_\w+"\} 1\n/u);
    expect(gateway).toContain('istmo_state_answers_total{state="SV",status="ANSWERED"} 1\n');
    expect(gateway).toContain('istmo_withheld_total{state="SV",reason="NOT_OFFERED"} 1\n');
    expect(gateway).toContain('istmo_plan_lookups_total{found="miss"} 1\n');
    expect(gateway).toContain('istmo_state_up{state="GT"} 1\n');
    expect(gateway).toContain('istmo_redis_up 1\n');
    expect(gateway).toContain('istmo_warning{warning="NOT_WRITABLE"} 0\n');
    expect(node).toContain('istmo_requests_total{kind="node-access",outcome="ANSWERED",code=""} 1\n');

    const { officer, client, agency } = (await region.lastEntry('access-log-SV')).data.requester!;
    const secret = [
      officer,
      client,
      agency,
      'tracer',
      'MARKED',
      'MarkedName',
      'BKR4471',
      'Glock',
      'A-000000',
    ];
    const shown = `${gateway}${node}`;
    expect([...secret, 'FIREARM_TRACING', 'ATF', 'firearm'].filter((text) => shown.includes(text))).toEqual(
      [],
    );
    expect(shown).not.toMatch(/Firearm/u);
  });

  it('is to be had at a door of its own only, and only by reading', async () => {
    expect((await get(`${region.gatewayUrl}/metrics`)).status).toBe(404);
    expect((await get(`${region.nodeUrl('SV')}/metrics`)).status).toBe(404);
    expect((await get(new URL('/health', ofGateway).href)).status).toBe(404);
    const { statusCode, body } = await request(ofGateway, { method: 'POST', body: 'x' });
    await body.dump();
    expect(statusCode).toBe(404);
  });
});
