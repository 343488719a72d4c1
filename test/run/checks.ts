import { availableParallelism } from 'node:os';
import type { Cleanup } from './cleanup.js';
import { runCommand } from './command.js';
import type { StepResult } from './result.js';

/** What can be said of the code without running it; the slowest first, so that the others run beside it. */
const checks = [
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'types of the console', args: ['node_modules/typescript/bin/tsc', '-p', 'test/unit/console'] },
  { name: 'formatting', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  {
    name: 'layers and cycles',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...layers()],
  },
  {
    name: 'containers',
    args: ['node_modules/dclint/bin/dclint.cjs', 'docker-compose.yml', '--max-warnings', '0'],
  },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js', '--no-config-hints'] },
] as const;

/** Runs every check, as many at a time as there are processors, whether or not others fail. */
export async function runChecks(env: NodeJS.ProcessEnv, cleanup: Cleanup): Promise<readonly StepResult[]> {
  const waiting = [...checks];
  const results = new Map<string, StepResult>();
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { ok, ms, output } = await runCommand(process.execPath, check.args, { env }, cleanup);
      results.set(check.name, { name: check.name, ms, output, ...verdict(ok) });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return checks.flatMap(({ name }) => results.get(name) ?? []);
}

function verdict(ok: boolean): Pick<StepResult, 'passed' | 'failed' | 'skipped'> {
  return ok ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function layers(): readonly string[] {
  return ['common', 'schema', 'policy', 'audit', 'subgraphs', 'gateway', 'cli', 'console', 'test', 'bench'];
}
