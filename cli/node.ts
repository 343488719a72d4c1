import { parseArgs } from 'node:util';
import { nodeConfig } from '../subgraphs/kit/config.js';
import { checkNode, startNode } from '../subgraphs/kit/main.js';
import { readEnvironment } from './environment.js';
import { untilStopped } from './until-stopped.js';

/**
 * `istmo node [--seed]`: a State's node, set up by its environment; with demo data where it has no database yet.
 * `istmo node check`: counts the values of that State's database that do not fit the shared language, and starts nothing.
 */
export async function node(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { seed: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const config = nodeConfig(readEnvironment(process.env));
  if (positionals[0] === 'check') {
    for (const { type, records, misfits } of await checkNode(config)) {
      console.log(`${type}: ${String(records)}`);
      for (const misfit of misfits)
        console.log(`  ${misfit.coordinate} ${misfit.problem}: ${String(misfit.records)}`);
    }
    return;
  }
  if (values.seed) {
    const { isDemoState, seedDatabase } = await import('../subgraphs/world/load.js');
    if (!isDemoState(config.state)) throw new Error(`no demo data for ${config.state}`);
    await seedDatabase(config.databaseUrl, config.state);
  }
  untilStopped(await startNode(config));
}
