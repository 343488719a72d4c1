import { Agent, request } from 'undici';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import type { Region, State } from '../../common/region.js';
import { readHistory } from '../../policy/history/history.js';
import type { HistoryEntry } from '../../policy/history/in-force.js';

/** What the States' agreements said at any past moment, read from their nodes when somebody asks. */
export interface Histories {
  /**
   * The history that a State publishes, once every line of it holds.
   *
   * @returns undefined where the State keeps none
   * @throws IstmoError `STATE_UNAVAILABLE` where its node does not answer, `NODE_BAD_RESPONSE` where a line does not hold
   */
  of(state: State): Promise<readonly HistoryEntry[] | undefined>;
  close(): Promise<void>;
}

const timeoutMs = 5_000;
const maxBytes = 16 * 1024 * 1024;

/** @param region - the register whose keys the signatures are held against */
export function openHistories(region: Region, clock: Clock): Histories {
  const agent = new Agent({ connections: 1, maxResponseSize: maxBytes });
  const known = new Map<string, { readonly text: string; readonly entries: readonly HistoryEntry[] }>();
  return {
    of: async (state) => {
      const text = await fetchHistory(agent, state);
      if (text === undefined) return undefined;
      const before = known.get(state.code);
      if (before?.text === text) return before.entries;
      const entries = await entriesOf(text, state, region, clock());
      known.set(state.code, { text, entries });
      return entries;
    },
    close: () => agent.destroy(),
  };
}

async function fetchHistory(dispatcher: Agent, { node }: State): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const { statusCode, body } = await request(new URL('/agreements/history', node), { dispatcher, signal });
    const text = await body.text();
    if (statusCode === 404) return undefined;
    if (statusCode !== 200) throw new Error(`HTTP ${String(statusCode)}`);
    return text;
  } catch (cause) {
    throw new IstmoError('STATE_UNAVAILABLE', { cause });
  }
}

async function entriesOf(
  text: string,
  { code }: State,
  register: Region,
  now: number,
): Promise<readonly HistoryEntry[]> {
  const read = await readHistory({ file: 'history', text, grantor: code, register, now });
  if (read.ok) return read.entries;
  throw new IstmoError('NODE_BAD_RESPONSE', { cause: new Error(read.problems[0]?.message) });
}
