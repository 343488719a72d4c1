import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../audit/entry.js';
import type { Finding } from '../../../audit/reconcile/finding.js';
import { reconcile } from '../../../audit/reconcile/reconcile.js';
import { makeEntry } from './entry-factory.js';

const now = Date.parse('2026-11-23T00:10:00Z');

interface Said {
  readonly records?: readonly string[];
  readonly shown?: readonly string[];
  readonly time?: string;
  readonly state?: string;
}

/** An entry of either side about one request to a node. */
function about(
  jti: string,
  { records = ['GT:Firearm:1'], shown = ['Firearm.make'], time, state = 'GT' }: Said = {},
): AuditEntry {
  const { data, ...envelope } = makeEntry(jti, records);
  const states = data.states.map((answer) => ({ ...answer, code: state, jti, shown }));
  return { ...envelope, ...(time !== undefined && { time }), data: { ...data, states } };
}

async function compare(gateway: readonly AuditEntry[], node: readonly AuditEntry[], sinceMs?: number) {
  const findings: Finding[] = [];
  const since = sinceMs !== undefined && { sinceMs };
  const { agreed } = await reconcile(gateway, node, { state: 'GT', now, ...since }, (one) => {
    findings.push(one);
  });
  return { agreed, findings };
}

const time = '2026-11-23T00:00:00.000Z';

describe('reconciling a gateway and a node', () => {
  it('finds nothing where both wrote the same, in whatever order and in however many parts', async () => {
    const parts = [about('a', { records: ['GT:Firearm:1'] }), about('a', { records: ['GT:Firearm:2'] })];
    const whole = about('a', { records: ['GT:Firearm:2', 'GT:Firearm:1'] });
    expect(await compare([...parts, about('b')], [about('b'), whole])).toEqual({ agreed: 2, findings: [] });
  });

  it('names an access that only the node knows, and one that only the gateway knows', async () => {
    expect(await compare([about('a')], [about('b')])).toEqual({
      agreed: 0,
      findings: [
        { kind: 'ONLY_GATEWAY', jti: 'a', time, onlyGateway: ['Firearm.make', 'GT:Firearm:1'], onlyNode: [] },
        { kind: 'ONLY_NODE', jti: 'b', time, onlyGateway: [], onlyNode: ['Firearm.make', 'GT:Firearm:1'] },
      ],
    });
  });

  it('names a record and a coordinate of which only one side says that it was disclosed', async () => {
    const gateway = about('a', { shown: ['Firearm.make'] });
    const node = about('a', {
      records: ['GT:Firearm:1', 'GT:Firearm:2'],
      shown: ['Firearm.make', 'Firearm.model'],
    });
    expect((await compare([gateway], [node])).findings).toEqual([
      { kind: 'DIFFERENT', jti: 'a', time, onlyGateway: [], onlyNode: ['Firearm.model', 'GT:Firearm:2'] },
    ]);
  });

  it('waits for what is too new, and passes over a request that brought nothing and never reached the node', async () => {
    const fresh = about('new', { time: '2026-11-23T00:09:50.000Z' });
    const failed = about('failed', { records: [], shown: [] });
    expect((await compare([fresh, failed], [])).findings.map(({ kind, jti }) => [kind, jti])).toEqual([
      ['IN_FLIGHT', 'new'],
    ]);
  });

  it('looks at one State only', async () => {
    expect(await compare([about('a', { state: 'SV' })], [])).toEqual({ agreed: 0, findings: [] });
  });

  it('counts how many entries it read of each side, and findings by kind, and tells the oldest first', async () => {
    const gateway = Array.from({ length: 2_500 }, (_, n) =>
      about(`g${String(n)}`, { time: new Date(now - 600_000 - n).toISOString() }),
    );
    const told: string[] = [];
    const compared = await reconcile(gateway, [about('b')], { state: 'GT', now }, (one) =>
      told.push(one.time),
    );
    expect(compared).toEqual({
      agreed: 0,
      found: { ONLY_GATEWAY: 2_500, ONLY_NODE: 1, DIFFERENT: 0, IN_FLIGHT: 0 },
      read: { gateway: 2_500, node: 1 },
    });
    expect(told).toEqual([...told].sort());
    expect(told).toHaveLength(2_501);
  });

  it('compares from a time on, whichever side of it the other clock was', async () => {
    const since = Date.parse(time);
    const before = '2026-11-22T23:59:58.000Z';
    const old = about('old', { time: before });
    expect(await compare([old, about('a')], [about('a', { time: before })], since)).toEqual({
      agreed: 1,
      findings: [],
    });
  });
});
