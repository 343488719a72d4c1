import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sealKeyNamePattern, type SealKeys } from '../seal.js';

const ending = '.sealkey';

/**
 * Keys in a folder apart from the log, a file each, which only its owner may read. A key that is destroyed leaves a mark,
 * so that no other is ever made in its name.
 */
export function openSealKeyFolder(folder: string): SealKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const known = new Map<string, Buffer>();
  const file = (name: string): string => {
    if (!sealKeyNamePattern.test(name)) throw new Error('a seal key is named STATE-YYYY-MM');
    return join(folder, `${name}${ending}`);
  };
  const mark = (name: string): string => `${file(name)}.destroyed`;
  const find = (name: string): Buffer | undefined => {
    if (!existsSync(file(name))) return undefined;
    const key = Buffer.from(readFileSync(file(name), 'utf8').trim(), 'base64');
    if (key.length !== 32) throw new Error(`${name}: not a key of 32 bytes`);
    return key;
  };
  return {
    forSealing: (name) => {
      const key = known.get(name) ?? find(name) ?? makeKey(file(name), mark(name));
      known.set(name, key);
      return key;
    },
    find,
    destroy: (name) => {
      const was = existsSync(file(name));
      known.delete(name);
      writeSynced(mark(name), '');
      rmSync(file(name), { force: true });
      return was;
    },
    names: () =>
      readdirSync(folder)
        .filter((found) => found.endsWith(ending))
        .map((found) => found.slice(0, -ending.length))
        .sort(),
  };
}

/** A key is on disk before anything is sealed under it. Of several who make it at once, the first gives it to all. */
function makeKey(file: string, mark: string): Buffer {
  if (existsSync(mark)) throw new Error('this key was destroyed');
  const draft = `${file}.${randomUUID()}`;
  writeSynced(draft, randomBytes(32).toString('base64'));
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
  syncFolder(dirname(file));
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}

/** So that the file's name is on disk as well. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeSynced(file: string, text: string): void {
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
