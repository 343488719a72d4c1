import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isMade } from '../../subgraphs/world/made-of.js';
import { startChild } from './child.js';
import type { DataFolder } from './data-folder.js';

/** Databases that are being filled. */
export interface Seeding {
  /** Resolves when a State's database is filled. @throws Error with what went wrong */
  filled(state: string): Promise<void>;
  stop(): Promise<void>;
}

const message = z.object({ filled: z.string() });

/**
 * Fills the SQLite files of States that are not filled yet: one process makes the world for all of them, and gives back the
 * memory that it took before the region is ready.
 */
export function startSeeding(folder: DataFolder, states: readonly string[]): Seeding {
  const missing = states.filter((state) => !isMade(fileURLToPath(folder.databaseUrl(state)), state));
  if (missing.length === 0) return { filled: () => Promise.resolve(), stop: () => Promise.resolve() };
  const child = startChild({
    name: 'seed',
    args: ['seed', '--data', folder.path, '--state', missing.join(',')],
    env: {},
    logFile: folder.logFile('seed'),
  });
  const filled = new Map(missing.map((state) => [state, child.told((said) => isOf(said, state))]));
  return { filled: async (state) => filled.get(state), stop: () => child.stop() };
}

function isOf(said: unknown, state: string): boolean {
  return message.safeParse(said).data?.filled === state;
}
