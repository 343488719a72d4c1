import { availableParallelism } from 'node:os';
import type { Cleanup } from './cleanup.js';
import { runNode } from './command.js';
import type { StepResult } from './result.js';

/** What can be said of the code without running it; the slowest first, so that the others run beside it. */
const checks = [
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { name: 'types of the console', args: ['node_modules/typescript/bin/tsc', '-p', 'console'] },
  { name: 'formatting', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  {
    name: 'layers and cycles',
    args: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...layers()],
  },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js', '--no-config-hints'] },
] as const;

/** Runs every check, as many at a time as there are processors, whether or not others fail. */
export async function runChecks(env: NodeJS.ProcessEnv, cleanup: Cleanup): Promise<readonly StepResult[]> {
  const waiting = [...checks];
  const results: StepResult[] = [];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { ok, ms, output } = await runNode(check.args, { env, shown: false }, cleanup);
      results.push({ name: check.name, ms, output, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

function layers(): readonly string[] {
  return ['common', 'schema', 'policy', 'audit', 'subgraphs', 'gateway', 'cli', 'console', 'test'];
}
