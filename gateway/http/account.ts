import type { Withheld } from '../../common/withheld.js';
import type { Exchange, StateAnswer, StateStatus } from '../exchange.js';

/** What a reply says about how it came to be: `extensions.istmo`. */
export interface Account {
  readonly requestId: string;
  readonly states: readonly { readonly code: string; readonly status: StateStatus; readonly ms: number }[];
  readonly withheld: readonly (Withheld & { readonly state: string })[];
  readonly audit: { readonly entry: number };
}

/** The account of a request: each State once, however often it was asked. */
export function accountOf(exchange: Exchange, entry: number): Account {
  const codes = [...new Set(exchange.answers.map(({ state }) => state))];
  const byState = codes.map((code) => exchange.answers.filter(({ state }) => state === code));
  const unlinked = exchange.unlinked ?? [];
  return {
    requestId: exchange.requestId,
    states: byState.map(summary),
    withheld: [...byState, unlinked.map((one) => ({ state: one.state, withheld: [one] }))].flatMap(
      withheldBy,
    ),
    audit: { entry },
  };
}

/** From the worst to the best: what a State's several answers come to. */
const worstFirst: readonly StateStatus[] = [
  'ERROR',
  'TIMEOUT',
  'UNAVAILABLE',
  'ANSWERED',
  'WITHHELD',
  'NOT_OFFERED',
];

function summary(answers: readonly StateAnswer[]): Account['states'][number] {
  const statuses = answers.map(({ status }) => status);
  return {
    code: answers[0]?.state ?? '',
    status: worstFirst.find((status) => statuses.includes(status)) ?? 'ERROR',
    ms: answers.reduce((sum, { ms }) => sum + ms, 0),
  };
}

/** Each coordinate and reason once; where it is missing from some records only, with all of them. */
function withheldBy(answers: readonly Pick<StateAnswer, 'state' | 'withheld'>[]): Account['withheld'] {
  const found = new Map<string, Withheld & { readonly state: string }>();
  for (const { state, withheld } of answers)
    for (const one of withheld) {
      const key = JSON.stringify([state, one.coordinate, one.reason, one.records === undefined]);
      const records =
        one.records && [...new Set([...(found.get(key)?.records ?? []), ...one.records])].sort();
      found.set(key, { state, ...one, ...(records && { records }) });
    }
  return [...found.values()];
}
