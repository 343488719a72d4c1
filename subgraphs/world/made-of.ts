import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../common/root.js';

/** A State's tables, as `CREATE` statements. */
export function schemaOf(state: string): string {
  return readFileSync(fromRoot('subgraphs', state.toLowerCase(), 'schema.sql'), 'utf8');
}

/** Of which world. */
export interface MadeOf {
  readonly seed: number;
  readonly scale: number;
}

/**
 * Whether a SQLite file holds a State's tables as they are now, of the world that is wanted.
 *
 * @param wanted - undefined: of any
 */
export function isMade(file: string, state: string, wanted?: MadeOf): boolean {
  const note = noteOf(file);
  if (!existsSync(file) || !existsSync(note)) return false;
  const [version, world] = readFileSync(note, 'utf8').split('\n');
  return version === versionOf(state) && (wanted === undefined || world === worldOf(wanted));
}

export function noteMade(file: string, state: string, made: MadeOf): void {
  writeFileSync(noteOf(file), `${versionOf(state)}\n${worldOf(made)}\n`);
}

function noteOf(file: string): string {
  return `${file}.made-of`;
}

function versionOf(state: string): string {
  return `tables ${createHash('sha256').update(schemaOf(state)).digest('hex')}`;
}

function worldOf({ seed, scale }: MadeOf): string {
  return `seed ${String(seed)}, scale ${String(scale)}`;
}
