import { parseArgs } from 'node:util';
import { readEnvironment } from './environment.js';
import { isDemoState, seedDatabase } from '../subgraphs/world/load.js';

/**
 * `istmo seed --state GT [--database-url URL]`: fills a State's database with demo data, and leaves one that holds some
 * alone. Without a URL it is the one of the environment, as a node has it.
 */
export async function seed(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      'database-url': { type: 'string', default: readEnvironment(process.env)['ISTMO_DATABASE_URL'] ?? '' },
      scale: { type: 'string', default: '1' },
    },
  });
  const { state, scale, 'database-url': url } = values;
  if (state === undefined || !isDemoState(state)) throw new Error('--state GT, SV or US');
  if (url === '') throw new Error('--database-url file:///…, postgres://… or mysql://…');
  await seedDatabase(url, state, { scale: Number(scale) });
  console.log(`${state}: ok`);
}
