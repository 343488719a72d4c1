import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { installPeers } from './install-peers.js';
import type { Options } from './options.js';
import { queries, queryNamed } from './queries/queries.js';
import type { Progress } from './report/progress.js';
import type { Report } from './report/report.js';
import { reportText } from './report/report-text.js';
import { auditRun } from './runs/audit.js';
import { type Bench, openBench } from './runs/bench.js';
import { compare } from './runs/compare.js';
import { atATime } from './runs/concurrency.js';
import { heapOver } from './runs/heap.js';
import { profile } from './runs/profile.js';
import { inRegions } from './runs/states.js';
import { needsPeers, type SubjectName, subjectNames } from './subjects/subject.js';

/** How long a turn waits for a quiet machine, where it may. */
const patienceMs = 20_000;

/** Runs the parts that are asked for, prints what they found and, if asked, writes it. */
export async function run(options: Options, progress: Progress): Promise<void> {
  const before = machine();
  const { names, missing } = await availableSubjects(options);
  const bench = openBench(progress, {
    patienceMs: options.patient ? patienceMs : 0,
    turns: options.turns,
  });
  const stop = (): void => void bench.close().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const report: Report = {
      at: new Date().toISOString(),
      machine: before,
      quick: options.quick,
      missing,
      ...(await runParts(bench, options, names)),
    };
    process.stdout.write(`${reportText(report)}\n`);
    if (options.jsonFile !== undefined)
      writeFileSync(options.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
    await bench.close();
  }
}

type Findings = Pick<Report, 'compare' | 'concurrency' | 'states' | 'heap' | 'audit' | 'profile'>;

async function runParts(
  bench: Bench,
  { parts, only, quick, heapRequests, entries, ...options }: Options,
  names: readonly SubjectName[],
): Promise<Findings> {
  const asked = (usual: readonly string[]) => (options.queries ?? usual).map(queryNamed);
  const subjects = (usual: readonly SubjectName[]) =>
    names.filter((name) => only?.includes(name) ?? usual.includes(name));
  let found: Findings = {};
  for (const part of new Set(parts))
    switch (part) {
      case 'compare':
        found = {
          ...found,
          compare: await compare(bench, names, asked(queries.map(({ name }) => name)), quick),
        };
        break;
      case 'concurrency': {
        const beside = subjects(['by-hand', 'istmo', 'apollo-gateway', 'hive-rust']);
        found = { ...found, concurrency: await atATime(bench, beside, asked(['9x1', '9x20']), quick) };
        break;
      }
      case 'states':
        found = { ...found, states: await inRegions(bench, subjects(['by-hand', 'istmo']), quick) };
        break;
      case 'heap': {
        const runs = [];
        for (const name of subjects(['istmo']))
          for (const query of asked(['9x1'])) runs.push(await heapOver(bench, name, query, heapRequests));
        found = { ...found, heap: runs };
        break;
      }
      case 'audit':
        found = {
          ...found,
          audit: await auditRun(bench.progress, {
            entries,
            turns: options.turns ?? (quick ? 1 : 3),
            postgresUrl: process.env['DATABASE_URL'],
          }),
        };
        break;
      case 'profile': {
        const runs = [];
        for (const name of subjects(['istmo']))
          for (const query of asked(['9x20']))
            runs.push(
              await profile(bench, name, query, {
                quick,
                states: options.states,
                kind: options.allocations ? 'memory' : 'time',
              }),
            );
        found = { ...found, profile: runs };
        break;
      }
    }
  return found;
}

/** All that are asked for, less those whose packages cannot be had. */
async function availableSubjects({ only, parts }: Options): Promise<{
  readonly names: readonly SubjectName[];
  readonly missing: Report['missing'];
}> {
  const asked = subjectNames.filter((name) => only?.includes(name) ?? true);
  const install =
    asked.some(needsPeers) &&
    (only !== undefined || parts.some((part) => part === 'compare' || part === 'concurrency'));
  if (!install || (await installPeers())) return { names: asked, missing: [] };
  const reason = 'the packages of bench/package.json could not be installed';
  return {
    names: asked.filter((name) => !needsPeers(name)),
    missing: asked.filter(needsPeers).map((subject) => ({ subject, reason })),
  };
}

function machine(): Report['machine'] {
  const processors = cpus();
  return {
    node: process.version,
    processors: processors.length,
    model: processors[0]?.model ?? 'unknown',
    loadBefore: loadavg()[0] ?? 0,
  };
}
