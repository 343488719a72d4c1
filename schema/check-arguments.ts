import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  getNullableType,
} from 'graphql';
import type { ArgumentFault, ArgumentProblem } from '../common/argument-problem.js';
import { isCountry } from './countries.js';
import { isDistance } from './serials-beside.js';
import { isSubdivision } from './subdivisions.js';

/** What GraphQL's own types do not see in arguments: unreal dates, unknown codes, ends before beginnings, pages too long. */
export function argumentFaults(
  definitions: readonly GraphQLArgument[],
  given: Readonly<Record<string, unknown>>,
): readonly ArgumentFault[] {
  return definitions.flatMap(({ name, type }) => {
    if (name === 'first') return pageFaults(given[name]);
    return name === 'within' ? distanceFaults(given[name]) : faultsOf(type, given[name], name);
  });
}

function distanceFaults(within: unknown): readonly ArgumentFault[] {
  return isDistance(within) ? [] : [{ path: 'within', problem: 'DISTANCE' }];
}

function pageFaults(first: unknown): readonly ArgumentFault[] {
  if (first === null || first === undefined) return [];
  const isSize = typeof first === 'number' && first >= 1 && first <= 100;
  return isSize ? [] : [{ path: 'first', problem: 'PAGE_SIZE' }];
}

function faultsOf(type: GraphQLInputType, value: unknown, path: string): readonly ArgumentFault[] {
  if (value === null || value === undefined) return [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    // the path names the list: each item is held to the same
    return items.flatMap((item) => faultsOf(nullable.ofType, item, path)).slice(0, 1);
  }
  if (isInputObjectType(nullable)) {
    const keys = value as Readonly<Record<string, unknown>>;
    const within = Object.values(nullable.getFields()).flatMap(({ name, type: inner }) =>
      faultsOf(inner, keys[name], `${path}.${name}`),
    );
    return within.length > 0 || !isInverted(keys['gte'], keys['lte'])
      ? within
      : [{ path, problem: 'INVERTED' }];
  }
  const problem = scalarProblem(getNamedType(type).name, value);
  return problem === undefined ? [] : [{ path, problem }];
}

function isInverted(from: unknown, until: unknown): boolean {
  if (typeof from === 'string' && typeof until === 'string') return until < from;
  return typeof from === 'number' && typeof until === 'number' && until < from;
}

/** GraphQL knows the scalars of the shared language by their names alone, and lets any value pass as one. */
function scalarProblem(scalar: string, value: unknown): ArgumentProblem | undefined {
  const check = checks[scalar];
  if (check !== undefined) return typeof value === 'string' && check.holds(value) ? undefined : check.problem;
  return typeof value === 'string' && isUnprintable(value) ? 'UNPRINTABLE' : undefined;
}

/** What no text can hold: half of a character, and the end of all texts in C. */
function isUnprintable(text: string): boolean {
  return text.includes('\0') || /\p{Cs}/u.test(text);
}

interface Check {
  readonly holds: (text: string) => boolean;
  readonly problem: ArgumentProblem;
}

const checks: Readonly<Record<string, Check>> = {
  Date: { holds: isDay, problem: 'NO_DATE' },
  PartialDate: {
    holds: (text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/u.test(text) || isDay(text),
    problem: 'NO_PARTIAL_DATE',
  },
  DateTime: {
    holds: (text) =>
      isDay(text.slice(0, 10)) && clock.test(text.slice(10)) && !Number.isNaN(Date.parse(text)),
    problem: 'NO_TIME',
  },
  CountryCode: { holds: isCountry, problem: 'NO_COUNTRY' },
  SubdivisionCode: { holds: isSubdivision, problem: 'NO_SUBDIVISION' },
};

/** What may follow the day of a time. */
const clock = /^(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/u;

/** Whether a text is a day that the calendar has, as YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
