import type { TraceRequestFact } from '../facts/firearms.js';
import type { StateCode } from '../facts/fact.js';
import { keepers } from '../keeps.js';
import { addDays, streamOf } from '../random.js';
import { today } from '../stories.js';
import { firearmAt, firearmCount, isKnownTo } from './firearm-lives.js';
import { factOf, type Plan, sharedFacts, type Telling, countAt } from './plan.js';

/** Offences as NIBRS codes them, of those in which firearms are met. */
const offences = ['520', '09A', '120', '35A', '13A', '210'] as const;

interface WorldTrace {
  readonly from: StateCode;
  readonly to: StateCode;
  readonly firearm: number;
  readonly on: string;
}

/** Requests to trace a firearm that a State sent or received: both keep it, under the same number. */
export function traceRequestFacts(telling: Telling): readonly TraceRequestFact[] {
  const { seed, state } = telling;
  return sharedFacts(telling, 'traceRequests', countAt(telling, 170), (told, number) => {
    const { from, to, firearm, on } = traceAt(telling, number);
    if (from !== state && to !== state) return undefined;
    const random = streamOf(seed, 'course of a trace', number);
    const life = firearmAt(telling, firearm);
    const status =
      number < 2
        ? 'COMPLETED'
        : random.pick(['COMPLETED', 'COMPLETED', 'IN_PROGRESS', 'RECEIVED', 'REJECTED'] as const);
    const done = status === 'COMPLETED';
    const completedOn = addDays(on, random.int(2, 60));
    const found = life.knownTo.includes(to);
    return {
      ...factOf(told, number, on, number < 2),
      requestedOn: on,
      requestingState: from,
      requestedState: to,
      priority: random.chance(0.2) ? 'URGENT' : 'ROUTINE',
      crimeCode: random.pick(offences),
      caseNumber: life.seizure?.caseNumber ?? `${from}-${on.slice(0, 4)}-${String(number)}`,
      // a State that was asked need not know the firearm
      firearm: isKnownTo(telling, firearm, state) ? firearm : null,
      serial: life.serial,
      make: life.model.make,
      status,
      result: done
        ? found
          ? to === 'US'
            ? 'TRACED_TO_PURCHASER'
            : 'TRACED_TO_DEALER'
          : 'NOT_TRACED'
        : null,
      completedOn: done && completedOn <= today ? completedOn : null,
    };
  });
}

/** The first two are of the demo: El Salvador and Honduras ask the United States for their pistols. */
function traceAt(plan: Plan, number: number): WorldTrace {
  const random = streamOf(plan.seed, 'trace', number);
  const states = keepers.traceRequests;
  const asking = states.filter((state) => state !== 'US');
  const from = random.pick(asking);
  const to = random.chance(0.75) ? 'US' : random.pick(states.filter((state) => state !== from));
  const firearm = seizedFirearm(plan, from, random.int(0, firearmCount(plan) - 1));
  const { seizure } = firearmAt(plan, firearm);
  const on = addDays(seizure?.on ?? '2024-05-01', random.int(1, 24));
  const told = { from, to, firearm, on };
  if (number === 0) return { from: 'SV', to: 'US', firearm: 0, on: '2023-06-20' };
  return number === 1 ? { from: 'HN', to: 'US', firearm: 5, on: '2025-08-27' } : told;
}

/** The next firearm that a State seized, from a number on. */
function seizedFirearm(plan: Plan, state: StateCode, start: number): number {
  const count = firearmCount(plan);
  for (let step = 0; step < count; step += 1) {
    const number = (start + step) % count;
    if (isKnownTo(plan, number, state) && firearmAt(plan, number).seizure?.state === state) return number;
  }
  return 0;
}
