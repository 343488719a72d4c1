import type { Logger } from 'pino';
import { Agent, request } from 'undici';
import { z } from 'zod';
import type { HistoryMark } from '../../audit/entry.js';
import type { Clock } from '../../common/clock.js';
import type { Region, State } from '../../common/region.js';
import { sha256 } from '../../common/sha256.js';
import { compilePolicy, type Policy } from '../../policy/compile.js';
import { openAgreements } from './agreements.js';

/** What a State serves and to whom, as its node last published it. */
export interface Offering {
  /** Of all of it, then of the agreements alone. */
  readonly digest: string;
  /** Of the agreements in force, as the State names them. */
  readonly agreementsDigest: string;
  /** How far the history goes that puts them in force; undefined where the State keeps none. */
  readonly agreementsHistory?: HistoryMark | undefined;
  readonly schemaVersion: string;
  readonly offered: ReadonlySet<string>;
  /** How many questions the node takes in one exchange; undefined: one. */
  readonly bundles?: number | undefined;
  readonly policy: Policy;
}

/** A State as the gateway knows it now. */
export interface KnownState {
  readonly state: State;
  /** Whether the node answered the last time it was asked for what it offers. */
  readonly up: boolean;
  /** What kept it from being reached, or what it published from being taken. */
  readonly fault?: string;
  /** Milliseconds since 1970; undefined where the node has never been reached. */
  readonly seenAt?: number;
  /** The last one published; kept while the node is down, since it can only withhold too much. */
  readonly offering?: Offering;
  /** How far the State's history of agreements went when it went farthest. */
  readonly newest?: HistoryMark | undefined;
}

/** The States of the region, kept up to date. */
export interface Directory {
  readonly states: readonly string[];
  get(code: string): KnownState | undefined;
  close(): Promise<void>;
}

export interface DirectoryOptions {
  readonly region: Region;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How far each State's history of agreements went when this gateway last asked it: an older one is not taken. */
  readonly remembered: ReadonlyMap<string, HistoryMark>;
  /** Milliseconds between two looks at each node, by default 1,000: a change is in use within 10 s. */
  readonly refreshEveryMs?: number;
}

const wellKnownSchema = z.object({
  state: z.string(),
  schemaVersion: z.string(),
  offered: z.array(z.string()),
  agreementsDigest: z.string(),
  bundles: z.int().positive().optional(),
});

/** Milliseconds for each thing that is asked of a node, to its last byte. */
const timeoutMs = 2_000;
const maxBytes = 4 * 1024 * 1024;

/**
 * Opens the directory: asks every node once, side by side, and then again and again until closed. A node that is slow to
 * answer is not asked anew until it has, and keeps no other waiting.
 */
export async function openDirectory(options: DirectoryOptions): Promise<Directory> {
  const { region, refreshEveryMs = 1_000 } = options;
  const known = new Map<string, KnownState>(region.states.map((state) => [state.code, { state, up: false }]));
  const agent = new Agent({ connections: 1, maxResponseSize: maxBytes });
  const looking = new Set<string>();
  const look = async (before: KnownState): Promise<void> => {
    const { code } = before.state;
    if (looking.has(code)) return;
    looking.add(code);
    known.set(code, await refresh(before, agent, options));
    looking.delete(code);
  };
  const lookAtAll = (): Promise<unknown> => Promise.all([...known.values()].map(look));
  await lookAtAll();
  const timer = setInterval(() => void lookAtAll(), refreshEveryMs);
  return {
    states: region.states.map(({ code }) => code),
    get: (code) => known.get(code),
    close: async () => {
      clearInterval(timer);
      await agent.destroy();
    },
  };
}

/** Looks at one node; what it publishes is opened only where it has changed. */
async function refresh(before: KnownState, agent: Agent, options: DirectoryOptions): Promise<KnownState> {
  const { state } = before;
  try {
    const text = await fetchText(agent, new URL('/.well-known/istmo.json', state.node));
    const wellKnown = wellKnownSchema.parse(JSON.parse(text));
    const newest = before.newest ?? options.remembered.get(state.code);
    const seen = { state, up: true, seenAt: options.clock(), newest };
    const ofAll = sha256(text);
    const known = before.offering;
    if (known?.digest === `${ofAll} ${wellKnown.agreementsDigest}`) return { ...seen, offering: known };
    const agreements =
      known?.digest.endsWith(` ${wellKnown.agreementsDigest}`) === true
        ? { digest: wellKnown.agreementsDigest, policy: known.policy, history: known.agreementsHistory }
        : await fetchAgreements(state, agent, options, newest);
    const offering: Offering = {
      digest: `${ofAll} ${agreements.digest}`,
      agreementsDigest: agreements.digest,
      agreementsHistory: agreements.history,
      schemaVersion: wellKnown.schemaVersion,
      offered: new Set(wellKnown.offered),
      bundles: wellKnown.bundles,
      policy: agreements.policy,
    };
    return { ...seen, offering, newest: agreements.history ?? newest };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    if (before.fault !== fault) options.logger.warn({ state: state.code, err: error }, 'node not reached');
    // by what it asked for before nothing may be had of it any more: whoever put older agreements there may have put more
    if (error instanceof OlderAgreements) return { state, up: false, fault, newest: error.newest };
    return { ...before, up: false, fault };
  }
}

async function fetchAgreements(
  state: State,
  agent: Agent,
  { logger }: DirectoryOptions,
  newest: HistoryMark | undefined,
) {
  const published = await openAgreements(await fetchText(agent, new URL('/agreements', state.node)), state);
  refuseOlder(published.history, newest, state);
  const policy = compilePolicy(published.agreements);
  logger.info({ state: state.code, digest: published.digest }, 'agreements in use');
  return { digest: published.digest, policy, history: published.history };
}

/** A history only grows, unless the State begins anew under another key. @throws OlderAgreements where it went farther before */
function refuseOlder(
  published: HistoryMark | undefined,
  newest: HistoryMark | undefined,
  { code, publicKey }: State,
): void {
  if (newest?.key !== publicKey.kid) return;
  const isSame = published?.lines === newest.lines && published.head === newest.head;
  if (!isSame && (published?.lines ?? 0) <= newest.lines) throw new OlderAgreements(code, newest);
}

class OlderAgreements extends Error {
  readonly newest: HistoryMark;

  constructor(code: string, newest: HistoryMark) {
    super(
      `the agreements of ${code} are older than those seen before: ${code} restores its history / los convenios de ${code} son anteriores a los ya vistos: ${code} restituye su historial`,
    );
    this.newest = newest;
  }
}

async function fetchText(agent: Agent, url: URL): Promise<string> {
  const { statusCode, body } = await request(url, {
    dispatcher: agent,
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`${url.pathname} answered ${String(statusCode)}`);
  return text;
}
