import type { RangeHash } from './proof.js';
import type { LogReading } from './storage/storage.js';
import { hashNode } from './tree.js';

/** Which tile: a full one, or one of `width` hashes. @see C2SP tlog-tiles */
export interface TileName {
  readonly level: number | 'entries';
  readonly index: number;
  /** 1..256 */
  readonly width: number;
}

/** Hashes, and entries, in a full tile. */
export const tileWidth = 256;

/** @param path - what follows `/tile/`: `0/x001/234` or `entries/000.p/7` @returns undefined where it names no tile */
export function parseTilePath(path: string): TileName | undefined {
  const [, level, groups, partial] =
    /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u.exec(path) ?? [];
  if (level === undefined || groups === undefined) return undefined;
  const index = Number(groups.replace(/[x/]/gu, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  // an index has no more groups than it needs
  if ((partial !== undefined && width >= tileWidth) || indexPath(index) !== groups) return undefined;
  if (level === 'entries') return { level, index, width };
  return Number(level) > 63 ? undefined : { level: Number(level), index, width };
}

/** 1234067 as `x001/x234/067` */
export function indexPath(index: number): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1_000))
    groups.unshift(String(rest % 1_000).padStart(3, '0'));
  return groups.map((group, position) => (position < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The bytes of a tile; undefined where the log does not reach as far. */
export async function readTile(
  reading: LogReading,
  { level, index, width }: TileName,
): Promise<Buffer | undefined> {
  if (level === 'entries') return entryBundle(reading, index, width);
  const hashes = await tileHashes(reading, level, index, width);
  return hashes && Buffer.concat(hashes);
}

/** Entries one after the other, each after its length in two bytes. */
async function entryBundle(reading: LogReading, index: number, width: number): Promise<Buffer | undefined> {
  const entries = await reading.entries(index * tileWidth, width);
  if (entries.length < width) return undefined;
  return Buffer.concat(
    entries.flatMap(({ bytes }) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );
}

async function tileHashes(
  reading: LogReading,
  level: number,
  index: number,
  width: number,
): Promise<readonly Buffer[] | undefined> {
  if (level === 0) {
    const hashes = await reading.leafHashes(index * tileWidth, width);
    return hashes.length < width ? undefined : hashes;
  }
  const bytes = await reading.tile(level, index);
  if (bytes.length < width * 32) return undefined;
  return Array.from({ length: width }, (_, position) => bytes.subarray(position * 32, position * 32 + 32));
}

/** Where hashes are asked for that no tile holds. */
export class TilesMissing extends Error {
  constructor() {
    super('the log, or its tiles, do not reach as far');
    this.name = 'TilesMissing';
  }
}

/** Hashes of ranges of a log, worked out of its tiles; each tile is read once. */
export function rangeHashes(reading: LogReading): RangeHash {
  const tiles = new Map<string, Promise<readonly Buffer[]>>();
  const tile = (level: number, index: number): Promise<readonly Buffer[]> => {
    const name = `${String(level)}/${String(index)}`;
    const known = tiles.get(name) ?? readAvailable(reading, level, index);
    tiles.set(name, known);
    return known;
  };
  const hash = async (from: number, to: number): Promise<Buffer> => {
    const spans = to - from;
    const height = Math.log2(spans);
    if (!Number.isInteger(height) || from % spans !== 0) {
      const middle = from + 2 ** (Math.ceil(height) - 1);
      return hashNode(await hash(from, middle), await hash(middle, to));
    }
    // the level whose hashes span as much or the next less
    const level = Math.floor(height / 8);
    const each = tileWidth ** level;
    const first = from / each;
    const hashes = await tile(level, Math.floor(first / tileWidth));
    const offset = first % tileWidth;
    return foldComplete(hashes.slice(offset, offset + spans / each));
  };
  return hash;
}

/** As much of a tile as there is. */
async function readAvailable(reading: LogReading, level: number, index: number): Promise<readonly Buffer[]> {
  if (level === 0) return reading.leafHashes(index * tileWidth, tileWidth);
  const bytes = await reading.tile(level, index);
  return Array.from({ length: bytes.length / 32 }, (_, n) => bytes.subarray(n * 32, n * 32 + 32));
}

/** The root over 1, 2, 4, … hashes. */
function foldComplete(hashes: readonly Buffer[]): Buffer {
  let nodes = hashes;
  while (nodes.length > 1)
    nodes = Array.from({ length: nodes.length / 2 }, (_, n) =>
      hashNode(nodes[n * 2] ?? Buffer.alloc(0), nodes[n * 2 + 1] ?? Buffer.alloc(0)),
    );
  const [root] = nodes;
  if (root === undefined) throw new TilesMissing();
  return root;
}
