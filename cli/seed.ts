import { parseArgs } from 'node:util';
import { isDemoState, seedDatabase } from '../subgraphs/world/load.js';

/** `istmo seed --state GT --database-url URL`: fills an empty database with a State's demo data. */
export async function seed(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      'database-url': { type: 'string' },
      scale: { type: 'string', default: '1' },
    },
  });
  const { state, scale, 'database-url': url } = values;
  if (state === undefined || !isDemoState(state)) throw new Error('--state GT, SV or US');
  if (url === undefined) throw new Error('--database-url file:///…, postgres://… or mysql://…');
  await seedDatabase(url, state, { scale: Number(scale) });
  console.log(`${state}: ok`);
}
