import type { Answer } from '../../../../cli/demo/answer.js';
import { questions } from '../../../../cli/demo/questions.js';

/** Answers to all questions of the demo, as they should be. */
export function rightAnswers(): Answer[] {
  return questions.map(({ name, as, purpose }, auditEntry) => ({
    name,
    as,
    purpose,
    auditEntry,
    ...parts[name]!,
  }));
}

type Parts = Pick<Answer, 'data' | 'states' | 'withheld'>;

const parts: Readonly<Record<string, Parts>> = {
  trace: {
    data: traces({ make: 'Glock', status: 'SEIZED' }, 'NOT_TRACED'),
    states: states({ GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
    withheld: [],
  },
  'trace-narrower': {
    data: traces({ make: 'Glock', status: null }, null),
    states: states({ GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
    withheld: ['SV', 'US'].flatMap((state) => [
      withheld(state, 'Firearm.status', 'NOT_IN_AGREEMENT'),
      withheld(state, 'FirearmTrace.outcome', 'NOT_IN_AGREEMENT'),
    ]),
  },
  'trace-other-purpose': {
    data: { firearmTraces: ['GT', 'SV', 'US'].map((state) => ({ state, hit: null, records: null })) },
    states: states({ GT: 'WITHHELD', SV: 'WITHHELD', US: 'WITHHELD' }),
    withheld: ['GT', 'SV', 'US'].map((state) => withheld(state, 'FirearmTrace.hit', 'PURPOSE_NOT_COVERED')),
  },
  'follow-seizure': {
    data: {
      memberState: {
        firearms: [1, 2, 3, 4, 5].map((n) => ({
          id: `SV:Firearm:${String(n)}`,
          tracing: [{ records: n === 5 ? [] : [{ id: `US:Firearm:${String(n)}` }] }],
        })),
      },
    },
    states: states({ GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
    withheld: [],
  },
  'cocaine-2014': {
    data: { memberStates: [seizures('GT', 50), seizures('SV', 61)] },
    states: states({ GT: 'ANSWERED', SV: 'ANSWERED' }),
    withheld: [],
  },
  'cocaine-2014-node-down': {
    data: { memberStates: [{ code: 'GT', drugSeizures: null }, seizures('SV', 61)] },
    states: states({ GT: 'UNAVAILABLE', SV: 'ANSWERED' }),
    withheld: [withheld('GT', 'DrugSeizure.quantityKilograms', 'STATE_UNAVAILABLE')],
  },
};

function traces(record: Readonly<Record<string, unknown>>, outcome: string | null): Answer['data'] {
  return {
    firearmTraces: [
      { state: 'GT', hit: 'NO_HIT', records: [], outcome: null },
      { state: 'SV', hit: 'HIT', records: [{ id: 'SV:Firearm:A-000000', ...record }], outcome },
      { state: 'US', hit: 'HIT', records: [{ id: 'US:Firearm:0', ...record }], outcome },
    ],
  };
}

function seizures(code: string, count: number) {
  const edges = Array.from({ length: count }, (_, n) => ({
    node: {
      id: `${code}:DrugSeizure:${String(n)}`,
      seizedAt: `2014-12-${String(31 - Math.floor(n / 3)).padStart(2, '0')}`,
      quantityKilograms: 1,
    },
  }));
  return { code, drugSeizures: { totalCount: count, edges } };
}

function states(statuses: Readonly<Record<string, string>>): Answer['states'] {
  return Object.entries(statuses).map(([code, status]) => ({ code, status, ms: 5 }));
}

function withheld(state: string, coordinate: string, reason: string): Answer['withheld'][number] {
  return { state, coordinate, reason };
}
