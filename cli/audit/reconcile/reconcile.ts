import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dataFolder } from '../../region/data-folder.js';
import { print } from '../print.js';
import { parseDuration } from './duration.js';
import { findingText, runLine, runText } from './report.js';
import { type Comparing, exitCodes, type Run, runOnce } from './run.js';
import { type StatusFiles, writeStatus } from './status.js';

/**
 * `istmo audit reconcile --state GT [--log URL] [--node-log URL] [--since TIME|2d] [--json] [--every 1h] [--status FILE] [--metrics
 * FILE]`: compares a gateway's log with a node's; by default the demo region's. Exit code 0 where both say the same of every
 * request, 1 where not, 2 where they could not be compared. With `--every` it runs at once and again and again, and prints a
 * line of JSON a run.
 */
export async function reconcile(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      log: { type: 'string' },
      'node-log': { type: 'string' },
      since: { type: 'string' },
      every: { type: 'string' },
      status: { type: 'string' },
      metrics: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
      json: { type: 'boolean', default: false },
    },
  });
  const { state = '', status, metrics } = values;
  if (!/^[A-Z]{2}$/u.test(state)) throw new Error('istmo audit reconcile --state GT');
  const folder = dataFolder(values.data);
  const logs = {
    state,
    gatewayLog: values.log ?? folder.databaseUrl('audit-log'),
    nodeLog: values['node-log'] ?? folder.databaseUrl(`access-log-${state}`),
  };
  const since = readSince(values.since);
  const comparing = (): Comparing => ({ ...logs, ...since() });
  const files = { status, metrics };
  if (values.every !== undefined) return repeat(comparing, files, readEvery(values.every));
  const run = await (values.json ? runAsJson : runAsText)(comparing());
  writeStatus(files, run, undefined);
  return exitCodes[run.result];
}

/** Runs at once and then every so often, one run after the other, until the process is ended: no fault of one run ends it. */
async function repeat(comparing: () => Comparing, files: StatusFiles, everyMs: number): Promise<never> {
  for (let next = Date.now(); ; next = Math.max(next + everyMs, Date.now())) {
    await pause(next - Date.now());
    try {
      writeStatus(files, await runAsJson(comparing()), new Date(next + everyMs).toISOString());
    } catch (error) {
      console.error(`istmo: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function runAsJson(comparing: Comparing): Promise<Run> {
  const line = runLine();
  const run = await runOnce(comparing, line.tell);
  await print(line.text(run));
  return run;
}

async function runAsText(comparing: Comparing): Promise<Run> {
  const run = await runOnce(comparing, (finding) => {
    process.stdout.write(`${findingText(finding)}\n`);
  });
  if (run.result === 'NOT_COMPARED') console.error(runText(run));
  else await print(runText(run));
  return run;
}

/** A time, or how long before each run: `2d`. @throws Error where it is neither */
function readSince(text: string | undefined): () => { readonly sinceMs?: number } {
  if (text === undefined) return () => ({});
  const before = parseDuration(text);
  if (before !== undefined) return () => ({ sinceMs: Date.now() - before });
  const sinceMs = Date.parse(text);
  if (Number.isNaN(sinceMs))
    throw new Error(`--since ${text}: a time or 2d, 12h, 30m / una fecha u hora, o 2d, 12h, 30m`);
  return () => ({ sinceMs });
}

/** No timer counts further: 24.8 days. */
const longestMs = 2 ** 31 - 1;

/** @throws Error where it is no duration, or too long a one */
function readEvery(text: string): number {
  const everyMs = parseDuration(text);
  if (everyMs === undefined || everyMs > longestMs)
    throw new Error(`--every ${text}: 15m, 1h, 1d (at most 24d / a lo sumo 24d)`);
  return everyMs;
}
