import type { AuditEntry } from './entry.js';
import { sealSchema } from './entry-schema.js';
import { openSeal, type Seal, sealBytes, sealKeyName, sealKeyNamePattern, type SealKeys } from './seal.js';

/** What is wrong with a seal, or with the keys that were given to open it. */
export type SealProblem =
  | 'SEAL_FORM_WRONG' // it is of no form that is known, or shorter than any seal
  | 'SEAL_KEYS_WRONG' // it is not under the keys of the States that the entry names and of its month, and of no others
  | 'SEAL_NOT_OPENED' // the key that it names does not open it
  | 'SEAL_KEY_MISSING' // a key is not there, and no entry says that it was destroyed
  | 'SEAL_KEY_NOT_DESTROYED'; // a key is there of which an entry says that it was destroyed

/** Seals that were looked at. */
export interface SealsFound {
  readonly sealed: number;
  /** With keys only: those that each key of theirs that there is opened, and those whose keys were all destroyed on record. */
  readonly opened?: number;
  readonly erased?: number;
}

/** The first entry whose seal is wrong. */
export interface SealFault {
  readonly problem: SealProblem;
  readonly entry: number;
  /** Names of all keys that are missing, or there although they were destroyed. */
  readonly keys?: readonly string[];
}

/** Looks at the seals of a log's entries as these are read, one after the other. What is sealed is shown to nobody. */
export interface SealCheck {
  see(index: number, bytes: Buffer): void;
  /** Once all entries have been seen. */
  end(): SealFault | SealsFound;
}

interface Sealed {
  readonly index: number;
  readonly seal: Seal;
  readonly time: string;
  readonly states: Set<string>;
  /** Parts of the disclosure that follow. */
  partsLeft: number;
}

/** @param keys - absent: only what can be told without any is looked at */
export function checkSeals(keys?: Pick<SealKeys, 'find'>): SealCheck {
  const found = keys && createKeyRing(keys);
  /** Of each kind of fault the first entry. */
  const faults = new Map<SealProblem, number>();
  let sealed = 0;
  let pending: Sealed | undefined;
  const note = (problem: SealProblem, index: number): void => {
    if (!faults.has(problem)) faults.set(problem, index);
  };
  const close = (): void => {
    if (pending === undefined) return;
    const { index, seal, time, states } = pending;
    pending = undefined;
    if (!isUnderItsKeys(seal, time, states)) note('SEAL_KEYS_WRONG', index);
    else if (found?.opens(index, seal) === false) note('SEAL_NOT_OPENED', index);
  };
  const begin = (index: number, { time, data }: AuditEntry): void => {
    sealed += 1;
    const seal = readSeal(data.sealed);
    if (seal === undefined) {
      note('SEAL_FORM_WRONG', index);
      return;
    }
    const states = new Set(data.states.map(({ code }) => code));
    pending = { index, seal, time, states, partsLeft: (data.part?.of ?? 1) - 1 };
  };
  return {
    see: (index, bytes) => {
      const isMarked = bytes.includes('"sealed":') || bytes.includes('"keyDestruction":');
      if (!isMarked && pending === undefined) return;
      const entry = parseEntry(bytes);
      if (entry === undefined) {
        if (isMarked) note('SEAL_FORM_WRONG', index);
        return;
      }
      // the seal of a disclosure in parts stands in the first of them, its States in all
      if (pending !== undefined && entry.data.sealed === undefined) {
        for (const { code } of entry.data.states) pending.states.add(code);
        pending.partsLeft -= 1;
      } else if (entry.data.sealed !== undefined) {
        close();
        begin(index, entry);
      }
      if (pending?.partsLeft === 0) close();
      found?.destroyed(index, entry.data.keyDestruction?.keys ?? []);
    },
    end: () => {
      close();
      const ring = found?.end();
      const all: readonly SealFault[] = [
        ...[...faults].map(([problem, entry]) => ({ problem, entry })),
        ...(ring?.faults ?? []),
      ];
      const [first] = [...all].sort((a, b) => a.entry - b.entry);
      return first ?? { sealed, ...(ring && { opened: ring.opened, erased: ring.erased }) };
    },
  };
}

/** The entry as far as seals go; undefined where it is none. */
function parseEntry(bytes: Buffer): AuditEntry | undefined {
  try {
    const { time, data } = JSON.parse(bytes.toString('utf8')) as AuditEntry;
    return typeof time === 'string' && Array.isArray(data.states)
      ? ({ time, data } as AuditEntry)
      : undefined;
  } catch {
    return undefined;
  }
}

function readSeal(value: unknown): Seal | undefined {
  const { data: seal } = sealSchema.safeParse(value);
  if (seal === undefined) return undefined;
  const isWhole =
    byteLength(seal.data) >= sealBytes.least &&
    Object.values(seal.keys).every((key) => byteLength(key) === sealBytes.key);
  return isWhole ? seal : undefined;
}

function byteLength(base64: string): number {
  return Buffer.from(base64, 'base64').length;
}

/** Under a key for each State that was asked, of the month of the entry. */
function isUnderItsKeys({ keys }: Seal, time: string, states: ReadonlySet<string>): boolean {
  const names = Object.keys(keys);
  const wanted = new Set([...states].map((state) => sealKeyName(state, time)));
  return names.length === wanted.size && names.every((name) => wanted.has(name));
}

/** The keys that were given: what they open, which are missing, and which were destroyed on record. */
function createKeyRing(keys: Pick<SealKeys, 'find'>) {
  const known = new Map<string, Buffer | undefined>();
  const find = (name: string): Buffer | undefined => {
    if (!known.has(name)) known.set(name, readKey(keys, name));
    return known.get(name);
  };
  /** The first entry that needs a key which is not there, and the first that says that one was destroyed. */
  const missing = new Map<string, number>();
  const destroyed = new Map<string, number>();
  let opened = 0;
  let erased = 0;
  return {
    /** @returns false where a key that is there does not open the seal */
    opens: (index: number, seal: Seal): boolean => {
      const there = Object.keys(seal.keys).filter((name) => {
        if (find(name) !== undefined) return true;
        if (!missing.has(name)) missing.set(name, index);
        return false;
      });
      if (there.length === 0) erased += 1;
      else opened += 1;
      return there.every((name) => isOpenedBy(seal, name, { find }));
    },
    destroyed: (index: number, names: readonly string[]): void => {
      for (const name of names)
        if (sealKeyNamePattern.test(name) && !destroyed.has(name)) destroyed.set(name, index);
    },
    end: () => {
      const lost = [...missing].filter(([name]) => !destroyed.has(name));
      const kept = [...destroyed].filter(([name]) => find(name) !== undefined);
      return {
        opened,
        erased,
        faults: [...faultOf('SEAL_KEY_MISSING', lost), ...faultOf('SEAL_KEY_NOT_DESTROYED', kept)],
      };
    },
  };
}

/** A key that cannot be read is there, and opens nothing. */
function readKey(keys: Pick<SealKeys, 'find'>, name: string): Buffer | undefined {
  try {
    return keys.find(name);
  } catch {
    return Buffer.alloc(0);
  }
}

function faultOf(
  problem: SealProblem,
  of: readonly (readonly [name: string, index: number])[],
): readonly SealFault[] {
  if (of.length === 0) return [];
  const entry = Math.min(...of.map(([, index]) => index));
  return [{ problem, entry, keys: of.map(([name]) => name).sort() }];
}

function isOpenedBy(seal: Seal, name: string, keys: Pick<SealKeys, 'find'>): boolean {
  try {
    return openSeal(seal, keys, [name]) !== undefined;
  } catch {
    return false;
  }
}
