import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { AuditEntry } from '../../../../audit/entry.js';
import { openAuditLog } from '../../../../audit/log.js';
import { openStorage } from '../../../../audit/storage/open.js';
import { reconcile } from '../../../../cli/audit/reconcile/reconcile.js';
import { makeEntry, makeSigner } from '../../audit/entry-factory.js';

let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'istmo-reconcile-test-'));
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const start = Date.parse('2026-11-20T00:00:00Z');

/** A request to GT's node, a minute after the one before. */
function about(n: number): AuditEntry {
  const { data, ...envelope } = makeEntry(String(n));
  const states = data.states.map((state) => ({ ...state, jti: `jti-${String(n)}` }));
  return { ...envelope, time: new Date(start + n * 60_000).toISOString(), data: { ...data, states } };
}

/** A log of requests of these numbers. */
async function logOf(name: string, numbers: readonly number[]): Promise<string> {
  const url = pathToFileURL(join(folder, name)).href;
  const log = await openAuditLog(await openStorage(url), makeSigner());
  for (const n of numbers) await log.append(about(n));
  await log.close();
  return url;
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

function compare(gateway: string, node: string, ...more: readonly string[]): Promise<number> {
  return reconcile(['--state', 'GT', '--log', gateway, '--node-log', node, ...more]);
}

const found = { ONLY_GATEWAY: 0, ONLY_NODE: 0, DIFFERENT: 0, IN_FLIGHT: 0 };

describe('istmo audit reconcile', () => {
  it('ends with 0 where both logs say the same', async () => {
    expect(await compare(await logOf('gateway', upTo(3)), await logOf('node', upTo(3)))).toBe(0);
    expect(printed.join('')).toBe('OK: 3 requests in both, the same / solicitudes en ambas, iguales\n');
  });

  it('ends with 1 and names in English and Spanish what only one side knows', async () => {
    expect(await compare(await logOf('gateway', [0, 1]), await logOf('node', [0]))).toBe(1);
    expect(printed.join('')).toBe(
      [
        "2026-11-20T00:01:00.000Z jti-1: not in the node's log / no está en la bitácora del nodo",
        '  gateway / pasarela: Firearm.make, GT:Firearm:1',
        '1 differ / difieren: 1 requests in both, the same / solicitudes en ambas, iguales',
        '',
      ].join('\n'),
    );
  });

  it('ends with 2 where a log is not there, and never reads it as one that is empty', async () => {
    const missing = pathToFileURL(join(folder, 'missing')).href;
    expect(await compare(await logOf('gateway', [0]), missing, '--json')).toBe(2);
    expect(JSON.parse(printed.join(''))).toMatchObject({
      result: 'NOT_COMPARED',
      fault: `no log at ${missing} / no hay bitácora en ${missing}`,
    });
    expect(readdirSync(folder)).not.toContain('missing');
  });

  it('leaves how the run ended in files that monitoring reads, without any record', async () => {
    const [status, metrics] = [join(folder, 'status.json'), join(folder, 'reconcile.prom')];
    const logs = [await logOf('gateway', [0, 1]), await logOf('node', [0])] as const;
    await compare(...logs, '--json', '--status', status, '--metrics', metrics);
    const [line] = printed;
    const { startedAt, finishedAt } = JSON.parse(line!) as { startedAt: string; finishedAt: string };
    const run = {
      state: 'GT',
      startedAt,
      finishedAt,
      result: 'DIFFERENT',
      agreed: 1,
      found: { ...found, ONLY_GATEWAY: 1 },
      read: { gateway: 2, node: 1 },
    };
    expect(JSON.parse(line!)).toEqual({
      ...run,
      findings: [
        {
          kind: 'ONLY_GATEWAY',
          jti: 'jti-1',
          time: '2026-11-20T00:01:00.000Z',
          onlyGateway: ['Firearm.make', 'GT:Firearm:1'],
          onlyNode: [],
        },
      ],
    });
    expect(JSON.parse(readFileSync(status, 'utf8'))).toEqual({ ...run, exitCode: 1 });
    const samples = readFileSync(metrics, 'utf8')
      .split('\n')
      .filter((text) => text !== '' && !text.startsWith('#'));
    expect(samples).toEqual([
      `istmo_reconcile_last_run_seconds{state="GT"} ${String(Math.floor(Date.parse(finishedAt) / 1_000))}`,
      'istmo_reconcile_exit_code{state="GT"} 1',
      'istmo_reconcile_agreed{state="GT"} 1',
      'istmo_reconcile_findings{state="GT",kind="ONLY_GATEWAY"} 1',
      'istmo_reconcile_findings{state="GT",kind="ONLY_NODE"} 0',
      'istmo_reconcile_findings{state="GT",kind="DIFFERENT"} 0',
      'istmo_reconcile_findings{state="GT",kind="IN_FLIGHT"} 0',
      'istmo_reconcile_read_entries{state="GT",side="gateway"} 2',
      'istmo_reconcile_read_entries{state="GT",side="node"} 1',
    ]);
  });

  it('compares what is of a time on, and reads little of what is before', async () => {
    const logs = [await logOf('gateway', upTo(300)), await logOf('node', upTo(300).slice(100))] as const;
    expect(await compare(...logs, '--json', '--since', new Date(start + 200 * 60_000).toISOString())).toBe(0);
    expect(JSON.parse(printed[0]!)).toMatchObject({ agreed: 100, read: { gateway: 160, node: 160 } });
    expect(await compare(...logs, '--since', '9000d')).toBe(1);
  });

  it('reads what istmo audit export wrote', async () => {
    const file = join(folder, 'exported.ndjson');
    writeFileSync(
      file,
      upTo(3)
        .map((n) => JSON.stringify({ number: n, entry: about(n) }))
        .join('\n'),
    );
    expect(await compare(file, await logOf('node', upTo(3)))).toBe(0);
  });

  it.each([
    [['--since', 'yesterday'], '--since yesterday: a time or 2d, 12h, 30m'],
    [['--every', '1w'], '--every 1w: 15m, 1h, 1d'],
    [['--every', '30d'], '--every 30d: 15m, 1h, 1d'],
  ])('refuses %j and says what it takes', async (args, said) => {
    await expect(reconcile(['--state', 'GT', ...args])).rejects.toThrow(said);
  });
});
