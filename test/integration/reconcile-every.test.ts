import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openAuditLog } from '../../audit/log.js';
import { openStorage } from '../../audit/storage/open.js';
import { fromRoot } from '../../common/root.js';
import { makeEntry, makeSigner } from '../unit/audit/entry-factory.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-every-'));
const [gatewayLog, nodeLog] = ['gateway.db', 'node.db'].map(
  (name) => pathToFileURL(join(folder, name)).href,
) as [string, string];
const [status, metrics] = [join(folder, 'status.json'), join(folder, 'reconcile.prom')];
let running: ChildProcess | undefined;

afterAll(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A log of one request to GT's node. */
async function writeLog(url: string): Promise<void> {
  const { data, ...envelope } = makeEntry('0');
  const states = data.states.map((state) => ({ ...state, jti: 'jti-0' }));
  const log = await openAuditLog(await openStorage(url), makeSigner());
  await log.append({ ...envelope, data: { ...data, states } });
  await log.close();
}

interface Line {
  readonly result: string;
  readonly agreed: number;
  readonly startedAt: string;
}

/** Starts `istmo audit reconcile --every 1s`. */
function start(): { readonly lines: Line[]; readonly faults: string[] } {
  const args = [
    'audit',
    'reconcile',
    '--state',
    'GT',
    '--log',
    gatewayLog,
    '--node-log',
    nodeLog,
    '--every',
    '1s',
  ];
  running = spawn(
    process.execPath,
    [fromRoot('dist', 'cli', 'main.js'), ...args, '--status', status, '--metrics', metrics],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said = { lines: [] as Line[], faults: [] as string[] };
  running.stdout?.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (line !== '') said.lines.push(JSON.parse(line) as Line);
  });
  running.stderr?.setEncoding('utf8').on('data', (text: string) => said.faults.push(text));
  return said;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    if (running?.exitCode != null) throw new Error('it has ended');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const readStatus = () =>
  JSON.parse(readFileSync(status, 'utf8')) as { readonly exitCode: number; readonly next: string };

describe('istmo audit reconcile --every', () => {
  it('runs again and again, whatever becomes of one run, and each time says how it ended', async () => {
    await writeLog(gatewayLog);
    const { lines, faults } = start();
    await until(() => lines.length >= 2);
    expect(lines.map(({ result }) => result)).toEqual(lines.map(() => 'NOT_COMPARED'));
    expect(readStatus().exitCode).toBe(2);

    await writeLog(nodeLog);
    await until(() => lines.at(-1)?.result === 'AGREED' && readStatus().exitCode === 0);
    expect(lines.at(-1)).toMatchObject({ agreed: 1 });
    expect(Date.parse(readStatus().next)).toBeGreaterThan(Date.parse(lines.at(-1)?.startedAt ?? ''));
    expect(readFileSync(metrics, 'utf8')).toContain('istmo_reconcile_exit_code{state="GT"} 0');

    // its files cannot be written: that is said, and the next run comes
    rmSync(status);
    mkdirSync(status);
    await until(() => faults.length >= 2);
    const before = lines.length;
    rmSync(status, { recursive: true });
    await until(() => lines.length > before + 1);
    expect(readStatus().exitCode).toBe(0);
    const [first, second] = lines.map(({ startedAt }) => Date.parse(startedAt));
    expect(second! - first!).toBeGreaterThan(900);
  });
});
