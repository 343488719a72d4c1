import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PrivateKey } from '../../common/keys.js';
import { readPrivateKey } from '../../common/keys.js';
import { describeProblem } from '../../common/problem.js';
import { loadRegion, type Region } from '../../common/region.js';
import { systemClock } from '../../common/clock.js';
import { readHistory } from '../../policy/history/history.js';
import type { HistoryEntry } from '../../policy/history/in-force.js';
import type { HistoryLine } from '../../policy/history/line.js';
import { lineHash, lineText } from '../../policy/history/line.js';
import type { Signed } from '../../policy/signing/sign.js';
import { appendHistory } from '../../subgraphs/kit/append-history.js';
import { dataFolder } from '../region/data-folder.js';

/** Options of every verb: where the register and the history are; by default in the demo region's folder. */
export const placeOptions = {
  data: { type: 'string', default: '.istmo' },
  region: { type: 'string' },
  history: { type: 'string' },
} as const;

export interface Places {
  readonly data: string;
  readonly region?: string | undefined;
  readonly history?: string | undefined;
}

/** A State's history as it stands, and how to add to it. */
export interface OpenHistory {
  readonly file: string;
  readonly register: Region;
  readonly text: string;
  readonly entries: readonly HistoryEntry[];
}

export function readRegisterOf({ data, region }: Places): Region {
  return loadRegion(region ?? dataFolder(data).regionFile);
}

/**
 * Opens the history of a State's agreements; one that is not there yet is empty.
 *
 * @throws Error with all that is wrong with it
 */
export async function openHistory(places: Places, state: string): Promise<OpenHistory> {
  const register = readRegisterOf(places);
  const file = places.history ?? dataFolder(places.data).agreementsFile(state);
  const text = readText(file);
  return { file, register, text, entries: await checked(file, text, state, register) };
}

/**
 * Adds a line, once the whole history holds with it.
 *
 * @throws Error with what is wrong; nothing is written then
 */
export async function addLine(
  history: OpenHistory,
  state: string,
  kind: HistoryLine['kind'],
  signed: Signed,
): Promise<HistoryEntry> {
  const { file, register } = history;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let added: HistoryEntry | undefined;
  await appendHistory(file, async () => {
    // read anew: the State's node may have added a release meanwhile
    const before = readText(file);
    const line = lineText(kind, signed, systemClock(), lastHash(before));
    added = (await checked(file, `${before}${line}\n`, state, register)).at(-1);
    return line;
  });
  if (added === undefined) throw new Error(file);
  return added;
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function lastHash(text: string): string | undefined {
  const last = text.trimEnd().split('\n').at(-1);
  return last === undefined || last === '' ? undefined : lineHash(last);
}

async function checked(
  file: string,
  text: string,
  grantor: string,
  register: Region,
): Promise<readonly HistoryEntry[]> {
  const read = await readHistory({ file, text, grantor, register, now: systemClock() });
  if (!read.ok) throw new Error(read.problems.map(describeProblem).join('\n'));
  return read.entries;
}

/** The key that `--key FILE` names. */
export function keyOf(file: string | undefined, usage: string): PrivateKey {
  if (file === undefined) throw new Error(usage);
  return readPrivateKey(file);
}
