import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Cleanup } from './cleanup.js';
import { runCommand } from './command.js';
import type { StepResult } from './result.js';

/** A project of `jest.config.js`. */
export type Project = 'unit' | 'conformance' | 'integration' | 'browser' | 'long';

const summary = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that failed before their first test. */
  numRuntimeErrorTestSuites: z.number(),
});

export interface RunOptions {
  /** Path of the Node that runs them. */
  readonly node?: string;
  /** Only test files whose paths hold this text. */
  readonly only?: string | undefined;
}

/** Runs the tests of a project and shows them as they go. */
export async function runProject(
  project: Project,
  env: NodeJS.ProcessEnv,
  cleanup: Cleanup,
  { node = process.execPath, only }: RunOptions = {},
): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-jest-'));
  cleanup.add(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const outputFile = join(folder, 'result.json');
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...['--selectProjects', project, '--json', `--outputFile=${outputFile}`],
    ...(only === undefined ? [] : ['--testPathPatterns', only]),
  ];
  // what tests leave behind goes with the folder
  const { ok, ms } = await runCommand(node, args, { env: { ...env, TMPDIR: folder }, shown: true }, cleanup);
  return { name: `${project} tests`, ms, output: '', ...readCounts(outputFile, ok) };
}

/** Jest's own counts; a run that failed counts at least one failure, whatever its counts say. */
function readCounts(file: string, ok: boolean): Pick<StepResult, 'passed' | 'failed' | 'skipped'> {
  const parsed = summary.safeParse(readJson(file));
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0 };
  const { data } = parsed;
  const failed = data.numFailedTests + data.numRuntimeErrorTestSuites;
  return {
    passed: data.numPassedTests,
    failed: ok ? failed : Math.max(1, failed),
    skipped: data.numPendingTests + data.numTodoTests,
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
