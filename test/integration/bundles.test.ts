import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FaultyNode, startFaultyNode } from './faulty-node.js';
import { type Reply, startTestRegion, type TestRegion } from './region-fixture.js';
import { type SecondGateway, startSecondGateway } from './second-gateway.js';

const question = '{ memberStates { code firearms(first: 2) { edges { node { make } } } } }';

/** Who asks at the same moment, and for what. */
const askers = [
  ['us-atf-tracer', 'FIREARM_TRACING'],
  ['us-atf-tracer', 'GANG_INVESTIGATION'],
  ['hn-atic-investigator', 'FIREARM_TRACING'],
  ['sv-pnc-investigator', 'GANG_INVESTIGATION'],
].flatMap(([as = '', purpose = '']) => Array.from({ length: 4 }, () => ({ as, purpose })));

let region: TestRegion;
let node: FaultyNode;
let gateway: SecondGateway;

beforeAll(async () => {
  region = await startTestRegion();
  node = await startFaultyNode(region.nodeUrl('SV'));
  gateway = await startSecondGateway(region, { SV: node.url });
});
afterAll(async () => {
  await gateway.stop();
  await node.close();
  await region.stop();
});

/** Asks all at once, each for a case of its own. */
async function askTogether(round: string): Promise<readonly Reply[]> {
  return Promise.all(
    askers.map(({ as, purpose }, index) =>
      region.ask(as, question, {
        at: gateway.url,
        headers: { 'istmo-purpose': purpose, 'istmo-case': `${round}-${String(index)}` },
      }),
    ),
  );
}

/** Asks together until questions of several have gone to SV in one exchange. @returns answers, and questions in each exchange */
async function askUntilBundled(): Promise<{ round: string; replies: readonly Reply[]; sizes: number[] }> {
  for (let time = 0; time < 50; time += 1) {
    const sizes: number[] = [];
    node.fault = ({ status, text }, response) => {
      sizes.push(Math.max(1, text.split('\n').length - 1));
      response.writeHead(status).end(text);
    };
    const round = `ROUND-${String(time)}`;
    const replies = await askTogether(round);
    node.fault = undefined;
    if (Math.max(...sizes) > 1) return { round, replies, sizes };
  }
  throw new Error('no two questions left together');
}

describe('questions of several officers to one State at the same moment', () => {
  it('go together, and are answered, decided and logged as if each had gone alone', async () => {
    const { round, replies, sizes } = await askUntilBundled();
    const asked = replies.filter((reply) => statusOf(reply, 'SV') !== 'WITHHELD');
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(asked.length);
    const alone: Reply[] = [];
    for (const { as, purpose } of askers)
      alone.push(await region.ask(as, question, { headers: { 'istmo-purpose': purpose } }));
    // each is given what its own agreements open, which is not the same for all
    expect(new Set(alone.map(({ data }) => JSON.stringify(data))).size).toBeGreaterThan(1);
    const given = ({ status, data, extensions }: Reply) => [status, data, extensions?.istmo.withheld];
    expect(replies.map(given)).toEqual(alone.map(given));
    const inTheGateways = await entriesOf('second-audit-log', round);
    const inTheNodes = await entriesOf('access-log-SV', round);
    expect(inTheGateways).toHaveLength(asked.length);
    expect(inTheNodes).toEqual(inTheGateways);
  });

  it('are all told that the State is not there, where the exchange breaks off, and nothing else of them is hurt', async () => {
    const before = await askUntilBundled();
    node.fault = (_, response) => response.destroy();
    const replies = await askTogether('BROKEN');
    node.fault = undefined;
    const statuses = (reply: Reply) => ['GT', 'SV', 'US'].map((code) => statusOf(reply, code));
    expect(replies.map(statuses)).toEqual(
      before.replies.map((reply) =>
        statuses(reply).map((status, index) =>
          index === 1 && status === 'ANSWERED' ? 'UNAVAILABLE' : status,
        ),
      ),
    );
    expect(replies.map((reply) => statusOf(reply, 'SV'))).toContain('UNAVAILABLE');
  });
});

function statusOf({ extensions }: Reply, state: string): string | undefined {
  return extensions?.istmo.states.find(({ code }) => code === state)?.status;
}

/** By case: who asked, and the id of its request to SV. */
async function entriesOf(log: string, round: string): Promise<readonly unknown[]> {
  const all = await region.entries(log);
  return all
    .filter(({ data }) => data.case?.startsWith(`${round}-`) === true)
    .flatMap(({ data: { case: caseNumber, requester, states } }) =>
      states
        .filter(({ code, jti }) => code === 'SV' && jti !== undefined)
        .map(({ jti }) => [caseNumber, requester?.officer, jti]),
    )
    .sort();
}
