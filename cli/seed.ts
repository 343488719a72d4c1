import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seedDatabase } from '../subgraphs/world/load.js';
import { table } from './demo/table.js';
import { readEnvironment } from './environment.js';
import { planSeed, type SeedPlan } from './seed/options.js';
import { recordsIn } from './seed/records.js';

/**
 * `istmo seed [--scale N] [--state GT] [--seed N]`: fills the databases of the demo's States, all of them without
 * `--state`, and leaves one that holds the same world alone. They are in the data folder, or, of one State, at
 * `--database-url` or the environment's, as a node has it.
 */
export async function seed(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      scale: { type: 'string', default: '1' },
      seed: { type: 'string', default: '2007' },
      data: { type: 'string', default: '.istmo' },
      'database-url': { type: 'string', default: readEnvironment(process.env)['ISTMO_DATABASE_URL'] ?? '' },
    },
  });
  const { 'database-url': url, ...given } = values;
  const plan = planSeed({ ...given, url });
  if ('problems' in plan) {
    for (const problem of plan.problems) console.error(`istmo seed: ${problem}`);
    return 2;
  }
  const started = Date.now();
  const lines: Line[] = [];
  for (const database of plan.databases) lines.push(await fill(plan, database));
  console.log(table([...lines, total(lines, started)], lines.length + 1));
  // what the system counts in kilobytes
  const peak = Math.round(process.resourceUsage().maxRSS / 1_000);
  console.log(`\nMemory at its peak / memoria en su punto máximo: ${String(peak)} MB`);
  return 0;
}

type Line = Readonly<Record<'state' | 'records' | 'rows' | 'MB' | 'seconds', string | number | null>>;

/** Rows between two words on how far it is. */
const wordEvery = 100_000;

async function fill(
  { seed: number, scale }: SeedPlan,
  { state, url }: SeedPlan['databases'][number],
): Promise<Line> {
  const started = Date.now();
  let said = 0;
  const counts = await seedDatabase(url, state, {
    seed: number,
    scale,
    onRows: (rows) => {
      if (rows < said + wordEvery) return;
      said = rows;
      console.log(`  ${state}: ${grouped(rows)} rows / filas …`);
    },
  });
  const done = counts === undefined ? 'left as it is / queda como está' : 'ok';
  console.log(`${state}: ${done}`);
  // whoever started this process may wait for one State's database and not for all
  process.send?.({ filled: state });
  const rows = counts && [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    state,
    records: counts === undefined ? null : recordsIn(state, counts),
    rows: rows ?? null,
    MB: url.startsWith('file:') ? megabytes(statSync(fileURLToPath(url)).size) : null,
    seconds: seconds(started),
  };
}

function total(lines: readonly Line[], started: number): Line {
  const sum = (column: 'records' | 'rows' | 'MB'): number =>
    Math.round(lines.reduce((all, line) => all + Number(line[column] ?? 0), 0) * 10) / 10;
  return {
    state: 'all',
    records: sum('records'),
    rows: sum('rows'),
    MB: sum('MB'),
    seconds: seconds(started),
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10;
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 100) / 10;
}

/** 1234567 as 1,234,567. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
