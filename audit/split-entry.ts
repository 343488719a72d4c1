import type { Withheld } from '../common/withheld.js';
import type { EntryMasked } from './entry-masked.js';
import { type AuditEntry, entryText, type EntryState, maxEntryBytes } from './entry.js';

/** Room for an envelope with everything but record ids and what is withheld. */
const pieceBytes = 32 * 1024;

/**
 * The texts of an entry, whose bytes in UTF-8 the log commits to. One that is too large is split into parts, each an entry
 * of its own: the record ids and what is withheld are dealt out over them, so that none is lost.
 */
export function entryParts(entry: AuditEntry): readonly string[] {
  const text = entryText(entry);
  return Buffer.byteLength(text) <= maxEntryBytes ? [text] : splitEntry(entry).map(entryText);
}

function splitEntry(entry: AuditEntry): readonly AuditEntry[] {
  const pieces = entry.data.states.flatMap(splitState);
  const { sealed, ...data } = entry.data;
  return pieces.map((state, index) => ({
    ...entry,
    id: index === 0 ? entry.id : `${entry.id}/${String(index + 1)}`,
    // the seal stands in the first
    data: {
      ...data,
      ...(index === 0 && sealed && { sealed }),
      states: [state],
      part: { number: index + 1, of: pieces.length },
    },
  }));
}

function splitState(state: EntryState): readonly EntryState[] {
  const { masked, ...rest } = state;
  const facts = [
    ...recordFacts(state),
    ...state.withheld.flatMap(inHundreds).map((withheld) => ({ withheld })),
    ...(masked ?? []).flatMap(inHundreds).map((one) => ({ masked: one })),
  ];
  const bare = { ...rest, records: {}, withheld: [] };
  const states: EntryState[] = [];
  let piece: Fact[] = [];
  let bytes = 0;
  for (const fact of facts) {
    const size = JSON.stringify(fact).length * 2;
    if (bytes + size > pieceBytes && piece.length > 0) {
      states.push(withFacts(bare, piece));
      piece = [];
      bytes = 0;
    }
    piece.push(fact);
    bytes += size;
  }
  return [...states, withFacts(bare, piece)];
}

type Fact =
  | { readonly type: string; readonly id: string }
  | { readonly withheld: Withheld }
  | { readonly masked: EntryMasked };

function recordFacts({ records }: EntryState): readonly Fact[] {
  return Object.entries(records).flatMap(([type, ids]) => ids.map((id) => ({ type, id })));
}

/** What is said of many records is dealt out a hundred records at a time. */
function inHundreds<Said extends { readonly records?: readonly string[] }>(said: Said): readonly Said[] {
  const { records } = said;
  if (records === undefined) return [said];
  const count = Math.ceil(records.length / 100);
  return Array.from({ length: count }, (_, index) => ({
    ...said,
    records: records.slice(index * 100, (index + 1) * 100),
  }));
}

function withFacts(state: EntryState, facts: readonly Fact[]): EntryState {
  const records: Record<string, string[]> = {};
  for (const fact of facts) if ('id' in fact) (records[fact.type] ??= []).push(fact.id);
  const masked = facts.flatMap((fact) => ('masked' in fact ? [fact.masked] : []));
  return {
    ...state,
    records,
    withheld: facts.flatMap((fact) => ('withheld' in fact ? [fact.withheld] : [])),
    ...(masked.length > 0 && { masked }),
  };
}
