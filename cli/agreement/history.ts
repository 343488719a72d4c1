import { parseArgs } from 'node:util';
import { digestInForceAt, type HistoryEntry, inForceAt } from '../../policy/history/in-force.js';
import { openHistory, placeOptions } from './history-file.js';
import { momentOf } from './moment.js';

/**
 * `istmo agreement history --state GT [--id ID] [--at MOMENT | --digest DIGEST] [--json]`: what was published and revoked, when; or what
 * was in force at a moment, or under the digest that a log entry names.
 */
export async function history(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...placeOptions,
      state: { type: 'string' },
      id: { type: 'string' },
      at: { type: 'string' },
      digest: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { state, id, at, digest, json } = values;
  if (state === undefined)
    throw new Error('istmo agreement history --state GT [--id ID] [--at MOMENT | --digest DIGEST] [--json]');
  const { entries, file, register } = await openHistory(values, state);
  const moment =
    digest === undefined
      ? asked(at, register.states.find(({ code }) => code === state)?.timeZone)
      : momentUnder(entries, digest);
  if (moment !== undefined) {
    const texts = inForceAt(entries, moment).filter((one) => id === undefined || one.id === id);
    if (json) console.log(JSON.stringify(texts, null, 2));
    else for (const one of texts) console.log(lineOf(one));
    return 0;
  }
  if (digest !== undefined) {
    console.error(`${file}: no set of this digest / ningún conjunto con este resumen`);
    return 1;
  }
  const told = entries
    .filter((one) => id === undefined || one.id === id)
    .map((entry) => ({
      ...entry,
      setDigest: digestInForceAt(entries.slice(0, entries.indexOf(entry) + 1), Infinity),
    }));
  if (json) console.log(JSON.stringify(told, null, 2));
  else for (const one of told) console.log(`${lineOf(one)}  → ${one.setDigest}`);
  return 0;
}

function asked(at: string | undefined, timeZone = 'UTC'): number | undefined {
  return at === undefined ? undefined : momentOf(at, timeZone);
}

/** When a set of this digest came into force. */
function momentUnder(entries: readonly HistoryEntry[], digest: string): number | undefined {
  return entries.find(({ at }) => digestInForceAt(entries, at) === digest)?.at;
}

function lineOf(entry: HistoryEntry): string {
  const { id, version, digest, at } = entry;
  const made =
    entry.kind === 'PUBLISHED' && entry.released === true ? 'released / entregado' : 'published / publicado';
  const what = entry.kind === 'PUBLISHED' ? made : `revoked / revocado (${entry.reason})`;
  return `${new Date(at).toISOString()}  ${id} v${String(version)}  ${digest}  ${what}`;
}
