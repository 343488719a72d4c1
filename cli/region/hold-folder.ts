import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** A data folder belongs to a region that runs. */
export class FolderTakenError extends Error {
  override readonly name = 'FolderTakenError';
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} is in use by a region that runs`);
    this.folder = folder;
  }
}

/**
 * Takes a data folder for this process: two regions must not write one register and one log. The hold is a database's
 * lock, which the operating system gives back whatever ends the process.
 *
 * @returns gives it back
 * @throws FolderTakenError
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new Database(join(folder, 'in-use'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new FolderTakenError(folder);
  }
  return () => {
    lock.close();
  };
}
