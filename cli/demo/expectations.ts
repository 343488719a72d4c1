import { isDeepStrictEqual } from 'node:util';
import { demoSeizure } from '../../subgraphs/world/world.js';
import type { Answer } from './answer.js';
import { expectSame, idsIn, inLists, isObject, nullsOf, withKey } from './parts.js';

/** What is not as it should be in an answer; answers to earlier questions by name. */
type Expectation = (answer: Answer, earlier: ReadonlyMap<string, Answer>) => readonly string[];

const hits = { GT: 'NO_HIT', SV: 'HIT', US: 'HIT' };
const traced = ['SV:Firearm:A-000000', 'US:Firearm:0'];
/** Of the cocaine seizures of 2014 that were published. */
const published = { GT: 50, SV: 61 };

const expectations: Readonly<Record<string, Expectation>> = {
  trace: (answer) => [
    ...expectStatuses(answer, { GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
    ...expectHits(answer, hits),
    ...expectSame('records', idsIn(answer.data, 'records'), traced),
  ],
  'trace-narrower': (answer, earlier) => [
    ...expectStatuses(answer, { GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
    ...expectHits(answer, hits),
    ...expectSame('records', idsIn(answer.data, 'records'), traced),
    ...expectEachMissingNamed(answer, earlier.get('trace')),
  ],
  'trace-other-purpose': (answer) => [
    ...expectStatuses(answer, { GT: 'WITHHELD', SV: 'WITHHELD', US: 'WITHHELD' }),
    ...expectHits(answer, { GT: null, SV: null, US: null }),
    ...['GT', 'SV', 'US'].flatMap((state) =>
      expectWithheld(answer, state, 'FirearmTrace.hit', 'PURPOSE_NOT_COVERED'),
    ),
    ...expectSame('records', idsIn(answer.data, 'records'), []),
  ],
  'follow-seizure': (answer) => {
    const firearms = inLists(answer.data, 'firearms');
    const known = firearms.filter((firearm) => inLists(firearm, 'records').length > 0);
    return [
      ...expectStatuses(answer, { GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
      ...expectSame('firearms', firearms.length, demoSeizure.firearms),
      ...expectSame('firearms that other States know', known.length, demoSeizure.knownElsewhere),
    ];
  },
  'cocaine-2014': (answer) => [
    ...expectStatuses(answer, { GT: 'ANSWERED', SV: 'ANSWERED' }),
    ...expectSeizures(answer, 'GT', published.GT),
    ...expectSeizures(answer, 'SV', published.SV),
  ],
  'cocaine-2014-node-down': (answer, earlier) => [
    ...expectStatuses(answer, { GT: 'UNAVAILABLE', SV: 'ANSWERED' }),
    ...expectSame("El Salvador's answer", stateOf(answer, 'SV'), stateOf(earlier.get('cocaine-2014'), 'SV')),
    ...expectSame("Guatemala's seizures", stateOf(answer, 'GT')?.['drugSeizures'], null),
    ...expectWithheld(answer, 'GT', 'DrugSeizure.quantityKilograms', 'STATE_UNAVAILABLE'),
    ...answer.states.flatMap(({ code, ms }) =>
      expectThat(ms < 3_500, `${code} took ${String(ms)} ms, longer than its deadline`),
    ),
  ],
};

/** All that is not as it should be in the demo's answers, each with its question. */
export function faultsIn(answers: readonly Answer[]): readonly string[] {
  const byName = new Map(answers.map((answer) => [answer.name, answer]));
  return Object.entries(expectations).flatMap(([name, expectation]) => {
    const answer = byName.get(name);
    const faults = answer === undefined ? ['was not asked'] : expectation(answer, byName);
    return faults.map((fault) => `${name}: ${fault}`);
  });
}

function expectThat(holds: boolean, otherwise: string): readonly string[] {
  return holds ? [] : [otherwise];
}

function expectStatuses({ states }: Answer, expected: Readonly<Record<string, string>>): readonly string[] {
  const actual = Object.fromEntries(states.map(({ code, status }) => [code, status]));
  return Object.entries(expected).flatMap(([code, status]) => expectSame(code, actual[code], status));
}

function expectHits({ data }: Answer, expected: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(expected).flatMap(([state, hit]) =>
    expectSame(`${state} hit`, withKey(data?.['firearmTraces'], 'state', state)?.['hit'], hit),
  );
}

function expectWithheld(
  { withheld }: Answer,
  state: string,
  coordinate: string,
  reason?: string,
): readonly string[] {
  const found = withheld.some(
    (one) =>
      one.state === state && one.coordinate === coordinate && (reason === undefined || one.reason === reason),
  );
  return expectThat(found, `${state} ${coordinate} is not named as withheld, ${reason ?? 'with its reason'}`);
}

/** Whatever the wider answer shows and the narrower one does not is named as withheld; and there is such a thing. */
function expectEachMissingNamed(narrower: Answer, wider: Answer | undefined): readonly string[] {
  const missing = ['SV', 'US'].flatMap((state) => {
    const [few, many] = [narrower, wider].map((answer) =>
      withKey(answer?.data?.['firearmTraces'], 'state', state),
    );
    return [
      ...missingFrom(few, many, 'FirearmTrace'),
      ...missingFrom(firstRecord(few), firstRecord(many), 'Firearm'),
    ].map((coordinate) => [state, coordinate] as const);
  });
  return [
    ...expectThat(missing.length > 0, 'nothing is missing'),
    ...missing.flatMap(([state, coordinate]) => expectWithheld(narrower, state, coordinate)),
  ];
}

function missingFrom(few: unknown, many: unknown, type: string): readonly string[] {
  if (!isObject(few) || !isObject(many)) return [];
  const shown = new Set(Object.keys(many).filter((key) => many[key] !== null));
  return nullsOf(few).flatMap((key) => (shown.has(key) ? [`${type}.${key}`] : []));
}

function firstRecord(trace: unknown): unknown {
  return inLists(trace, 'records')[0];
}

/** All of them, newest first, each with a quantity. */
function expectSeizures(answer: Answer, state: string, count: number): readonly string[] {
  const seizures = inLists(stateOf(answer, state), 'edges').flatMap((edge) =>
    isObject(edge) && isObject(edge['node']) ? [edge['node']] : [],
  );
  const dates = seizures.map(({ seizedAt }) => String(seizedAt));
  return [
    ...expectSame(`seizures of ${state}`, seizures.length, count),
    ...expectThat(isDeepStrictEqual(dates, [...dates].sort().reverse()), `${state} is not newest first`),
    ...expectThat(
      seizures.every(({ quantityKilograms }) => typeof quantityKilograms === 'number'),
      `${state} has a seizure without a quantity`,
    ),
  ];
}

function stateOf(answer: Answer | undefined, code: string): Readonly<Record<string, unknown>> | undefined {
  return withKey(answer?.data?.['memberStates'], 'code', code);
}
