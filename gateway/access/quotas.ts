import type { Clock } from '../../common/clock.js';
import type { Claim, Counts, Room, Standing } from '../../common/quota/counts.js';
import { dayOf, minuteOf } from '../../common/quota/window.js';
import type { LimitedAgreement } from './state-fetch.js';

/** What is asked of one State under agreements that have a quota. */
export interface QuotaQuestion {
  readonly state: string;
  readonly timeZone: string;
  readonly officer: string;
  readonly quotas: readonly LimitedAgreement[];
}

/** What a State gave. */
export interface QuotaAnswer {
  /** Records by the agreement that opened them, as the State counted them; undefined where it did not say. */
  readonly counted: Readonly<Record<string, number>> | undefined;
  /** Ids by type. */
  readonly records: Readonly<Record<string, readonly string[]>>;
}

/** Agreement → when its quota, which is used up, begins anew: ISO 8601, UTC. */
export type Exhausted = ReadonlyMap<string, string>;

/** The quotas of one request: it is counted once a State and agreement, however many steps it has. */
export interface RequestQuotas {
  /**
   * Takes the request from the quotas of all States that are about to be asked, in one step.
   *
   * @returns what is used up, in the order of the questions
   */
  admit(questions: readonly QuotaQuestion[]): Promise<readonly Exhausted[]>;
  /** Counts what a State gave. @returns which quotas it goes over: nothing of it may be passed on then */
  settle(question: QuotaQuestion, answer: QuotaAnswer): Promise<Exhausted>;
}

/** What is known of one agreement's quota for the rest of a request. */
interface Reached {
  /** Milliseconds since 1970. */
  readonly exhaustedUntil: number | undefined;
  /** Records that may still come. */
  left: number;
}

/**
 * Makes the quotas as a gateway keeps them. It asks no State for what its quotas do not leave, so that the State need not refuse
 * it; the State counts for itself, over all gateways.
 *
 * @param counts - those of all gateways that share them
 */
export function createQuotas(counts: Counts, clock: Clock): () => RequestQuotas {
  return () => {
    const standings = new Map<string, Promise<Reached>>();
    const seen = new Set<string>();
    return {
      admit: async (questions) => {
        const fresh = questions.flatMap((question) => unasked(question, standings, clock()));
        const rooms = take(
          counts,
          fresh.flatMap(({ claims }) => claims),
        );
        for (const { key, claims } of fresh)
          standings.set(
            key,
            rooms.then((known) => standingOf(claims, known)),
          );
        return Promise.all(questions.map((question) => exhaustedOf(question, standings)));
      },
      settle: async (question, { counted, records }) => {
        const came = newRecords(seen, records);
        const over = new Map<string, string>();
        const claims: Claim[] = [];
        for (const limited of question.quotas) {
          const standing = await standings.get(keyOf(question, limited));
          const claim = recordsClaim(question, limited, clock());
          const amount = counted === undefined ? came : (counted[limited.agreement] ?? 0);
          if (standing === undefined || claim === undefined || amount === 0) continue;
          if (amount > standing.left) over.set(limited.agreement, isoTime(claim.window.endsAt));
          else claims.push({ ...claim, amount });
          standing.left -= Math.min(amount, standing.left);
        }
        // what is not passed on is not counted; nobody waits for the rest, since what is left was known before
        if (over.size === 0 && claims.length > 0) void counts.add(claims);
        return over;
      },
    };
  };
}

function keyOf({ state }: QuotaQuestion, { agreement }: LimitedAgreement): string {
  return `${state} ${agreement}`;
}

interface Unasked {
  readonly key: string;
  readonly claims: readonly Claim[];
}

/** Agreements that this request has not been counted for, with what it claims: itself, and to know what records are left. */
function unasked(
  question: QuotaQuestion,
  standings: ReadonlyMap<string, unknown>,
  now: number,
): readonly Unasked[] {
  return question.quotas.flatMap((limited) => {
    const key = keyOf(question, limited);
    if (standings.has(key)) return [];
    const claims = [requestClaim(question, limited, now), recordsClaim(question, limited, now)];
    return [{ key, claims: claims.filter((claim) => claim !== undefined) }];
  });
}

function requestClaim(question: QuotaQuestion, limited: LimitedAgreement, now: number): Claim | undefined {
  const { requestsPerMinute } = limited.quota;
  if (requestsPerMinute === undefined) return undefined;
  return {
    limitOf: `${keyOf(question, limited)} requests`,
    limit: requestsPerMinute,
    officer: question.officer,
    window: minuteOf(now),
    amount: 1,
  };
}

function recordsClaim(question: QuotaQuestion, limited: LimitedAgreement, now: number): Claim | undefined {
  const { recordsPerDay } = limited.quota;
  if (recordsPerDay === undefined) return undefined;
  return {
    limitOf: `${keyOf(question, limited)} records`,
    limit: recordsPerDay,
    officer: question.officer,
    window: dayOf(question.timeZone, now),
    amount: 0,
  };
}

/** How one limit of an agreement stands for an officer. */
export interface QuotaStanding extends Standing {
  readonly state: string;
  readonly agreement: string;
  readonly kind: 'REQUESTS_PER_MINUTE' | 'RECORDS_PER_DAY';
  readonly limit: number;
  /** ISO 8601, UTC. */
  readonly refillsAt: string;
}

/** How the limits of agreements stand for an officer. It takes nothing of them. */
export type QuotaStandings = (questions: readonly QuotaQuestion[]) => Promise<readonly QuotaStanding[]>;

export function createQuotaStandings(counts: Counts, clock: Clock): QuotaStandings {
  return async (questions) => {
    const now = clock();
    const limits = questions.flatMap((question) =>
      question.quotas.flatMap((limited) => {
        const of = { state: question.state, agreement: limited.agreement };
        const requests = requestClaim(question, limited, now);
        const records = recordsClaim(question, limited, now);
        return [
          ...(requests ? [{ ...of, kind: 'REQUESTS_PER_MINUTE' as const, claim: requests }] : []),
          ...(records ? [{ ...of, kind: 'RECORDS_PER_DAY' as const, claim: records }] : []),
        ];
      }),
    );
    const standings = await counts.look(limits.map(({ claim }) => claim));
    return limits.map(({ claim, ...of }, index) => ({
      ...of,
      limit: claim.limit,
      ...(standings[index] ?? { used: 0, left: 0 }),
      refillsAt: isoTime(claim.window.endsAt),
    }));
  };
}

async function take(counts: Counts, each: readonly Claim[]): Promise<ReadonlyMap<Claim, Room>> {
  if (each.length === 0) return new Map();
  const rooms = await counts.take({ each, together: [] });
  return new Map(each.flatMap((claim, index) => [[claim, rooms[index] ?? { fits: false, left: 0 }]]));
}

function standingOf(claims: readonly Claim[], rooms: ReadonlyMap<Claim, Room>): Reached {
  const refused = claims.filter((claim) => rooms.get(claim)?.fits !== true);
  const records = claims.find(({ amount }) => amount === 0);
  return {
    exhaustedUntil:
      refused.length === 0 ? undefined : Math.max(...refused.map(({ window }) => window.endsAt)),
    left: (records && rooms.get(records)?.left) ?? 0,
  };
}

async function exhaustedOf(
  question: QuotaQuestion,
  standings: ReadonlyMap<string, Promise<Reached>>,
): Promise<Exhausted> {
  const exhausted = new Map<string, string>();
  for (const limited of question.quotas) {
    const until = (await standings.get(keyOf(question, limited)))?.exhaustedUntil;
    if (until !== undefined) exhausted.set(limited.agreement, isoTime(until));
  }
  return exhausted;
}

/** How many records came that no step of the request has brought before. */
function newRecords(seen: Set<string>, records: QuotaAnswer['records']): number {
  const before = seen.size;
  for (const ids of Object.values(records)) for (const id of ids) seen.add(id);
  return seen.size - before;
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
