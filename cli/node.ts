import { parseArgs } from 'node:util';
import { nodeConfig } from '../subgraphs/kit/config.js';
import { startNode } from '../subgraphs/kit/main.js';
import { readEnvironment } from './environment.js';
import { untilStopped } from './until-stopped.js';

/** `istmo node [--seed]`: a State's node, set up by its environment; with demo data where it has no database yet. */
export async function node(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { seed: { type: 'boolean', default: false } } });
  const config = nodeConfig(readEnvironment(process.env));
  if (values.seed) {
    const { isDemoState, seedDatabase } = await import('../subgraphs/world/load.js');
    if (!isDemoState(config.state)) throw new Error(`no demo data for ${config.state}`);
    await seedDatabase(config.databaseUrl, config.state);
  }
  untilStopped(await startNode(config));
}
