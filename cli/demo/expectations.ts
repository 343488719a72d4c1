import { demoSeizure } from '../../subgraphs/world/world.js';
import type { Answer } from './answer.js';

/** What an answer of the demo should show; each returns what is not as it should be. */
export const expectations: Readonly<Record<string, (answer: Answer) => readonly string[]>> = {
  trace: (answer) => [
    ...expectStatuses(answer, { GT: 'ANSWERED', SV: 'ANSWERED', US: 'ANSWERED' }),
    ...expectHits(answer, { GT: 'NO_HIT', SV: 'HIT', US: 'HIT' }),
  ],
  'trace-narrower': (answer) => [
    ...expectHits(answer, { GT: 'NO_HIT', SV: 'HIT', US: 'HIT' }),
    ...expectWithheld(answer, 'SV', 'FirearmTrace.chainOfCustody', 'NOT_IN_AGREEMENT'),
    ...expectWithheld(answer, 'SV', 'Firearm.status', 'NOT_IN_AGREEMENT'),
    ...expectWithheld(answer, 'US', 'Firearm.status', 'NOT_IN_AGREEMENT'),
  ],
  'trace-other-purpose': (answer) => [
    ...expectStatuses(answer, { GT: 'WITHHELD', SV: 'WITHHELD', US: 'WITHHELD' }),
    ...['GT', 'SV', 'US'].flatMap((state) =>
      expectWithheld(answer, state, 'FirearmTrace.hit', 'PURPOSE_NOT_COVERED'),
    ),
    ...expectThat(recordCount(answer.data) === 0, 'a record is disclosed'),
  ],
  'follow-seizure': (answer) => {
    const firearms = find(answer.data, 'firearms');
    return [
      ...expectThat(firearms.length === demoSeizure.firearms, `${String(firearms.length)} firearms`),
      ...expectThat(
        firearms.filter((firearm) => find(firearm, 'records').length > 0).length === 4,
        'not four of them are known to another State',
      ),
    ];
  },
  'cocaine-2014': (answer) => [
    ...expectStatuses(answer, { GT: 'ANSWERED', SV: 'ANSWERED' }),
    ...expectThat(find(answer.data, 'edges').length === 111, 'not the 111 seizures that were published'),
  ],
  'cocaine-2014-node-down': (answer) => [
    ...expectStatuses(answer, { GT: 'UNAVAILABLE', SV: 'ANSWERED' }),
    ...expectThat(find(answer.data, 'edges').length === 61, "El Salvador's 61 seizures are not all there"),
    ...expectThat(
      answer.states.every(({ ms }) => ms < 3_500),
      'a State took longer than its deadline',
    ),
  ],
};

function expectThat(holds: boolean, otherwise: string): readonly string[] {
  return holds ? [] : [otherwise];
}

function expectStatuses({ states }: Answer, expected: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(expected).flatMap(([code, status]) => {
    const actual = states.find((state) => state.code === code)?.status;
    return expectThat(actual === status, `${code} is ${String(actual)}, not ${status}`);
  });
}

function expectHits({ data }: Answer, expected: Readonly<Record<string, string>>): readonly string[] {
  const traces = (data?.['firearmTraces'] ?? []) as readonly Readonly<Record<string, unknown>>[];
  return Object.entries(expected).flatMap(([state, hit]) =>
    expectThat(traces.find((trace) => trace['state'] === state)?.['hit'] === hit, `${state} gives no ${hit}`),
  );
}

function expectWithheld(
  { withheld }: Answer,
  state: string,
  coordinate: string,
  reason: string,
): readonly string[] {
  const found = withheld.some(
    (one) => one.state === state && one.coordinate === coordinate && one.reason === reason,
  );
  return expectThat(found, `${state} ${coordinate} is not withheld as ${reason}`);
}

function recordCount(data: unknown): number {
  return find(data, 'records').length;
}

/** All that stands in lists of this name, however deep. */
function find(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => find(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && Array.isArray(inner) ? (inner as unknown[]) : find(inner, name),
  );
}
