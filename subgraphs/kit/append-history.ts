import { appendFileSync, closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds after which a lock is nobody's any more, and for which one is waited for. */
const staleAfterMs = 30_000;
const waitMs = 10_000;

/**
 * Adds a line to a history while nobody else does: a State's node and its national team may both want to. It is on disk when this
 * resolves.
 *
 * @param make - called once the file is ours alone; undefined: there is nothing to add
 * @throws Error where another does not let go of it
 */
export async function appendHistory(file: string, make: () => Promise<string | undefined>): Promise<void> {
  const lock = `${file}.lock`;
  await take(lock);
  try {
    const line = await make();
    if (line !== undefined) append(file, `${line}\n`);
  } finally {
    rmSync(lock, { force: true });
  }
}

function append(file: string, text: string): void {
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function take(lock: string): Promise<void> {
  const until = Date.now() + waitMs;
  while (!taken(lock)) {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > staleAfterMs) rmSync(lock, { force: true });
    else if (Date.now() > until) throw new Error(`${lock}: another is writing / otro está escribiendo`);
    else await sleep(20);
  }
}

function taken(lock: string): boolean {
  try {
    appendFileSync(lock, String(process.pid), { flag: 'ax' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
