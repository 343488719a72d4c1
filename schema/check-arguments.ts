import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  isInputObjectType,
  isListType,
  getNullableType,
} from 'graphql';
import { isSubdivision } from './subdivisions.js';

/** What is wrong with an argument: at which path (`filter.place.subdivision.eq`), and why. */
export interface ArgumentFault {
  readonly path: string;
  readonly message: string;
}

/** What GraphQL's own types do not see in arguments: unreal dates, unknown codes, ends before beginnings. */
export function argumentFaults(
  definitions: readonly GraphQLArgument[],
  given: Readonly<Record<string, unknown>>,
): readonly ArgumentFault[] {
  return definitions.flatMap(({ name, type }) => faultsOf(type, given[name], name));
}

function faultsOf(type: GraphQLInputType, value: unknown, path: string): readonly ArgumentFault[] {
  if (value === null || value === undefined) return [];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => faultsOf(nullable.ofType, item, path));
  }
  if (isInputObjectType(nullable)) {
    const keys = value as Readonly<Record<string, unknown>>;
    const within = Object.values(nullable.getFields()).flatMap(({ name, type: inner }) =>
      faultsOf(inner, keys[name], `${path}.${name}`),
    );
    return within.length > 0 || !isInverted(keys['gte'], keys['lte'])
      ? within
      : [{ path, message: 'ends before it begins' }];
  }
  const check = typeof value === 'string' ? checks[getNamedType(type).name] : undefined;
  return check === undefined || check.holds(value as string) ? [] : [{ path, message: check.message }];
}

function isInverted(from: unknown, until: unknown): boolean {
  if (typeof from === 'string' && typeof until === 'string') return until < from;
  return typeof from === 'number' && typeof until === 'number' && until < from;
}

interface Check {
  readonly holds: (text: string) => boolean;
  readonly message: string;
}

const checks: Readonly<Record<string, Check>> = {
  Date: { holds: isDay, message: 'no date of the calendar as YYYY-MM-DD' },
  PartialDate: {
    holds: (text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/u.test(text) || isDay(text),
    message: 'no date as YYYY, YYYY-MM or YYYY-MM-DD',
  },
  CountryCode: { holds: (text) => /^[A-Z]{2}$/u.test(text), message: 'no code of ISO 3166-1 alpha-2' },
  SubdivisionCode: { holds: isSubdivision, message: 'no code of ISO 3166-2' },
};

/** Whether a text is a day that the calendar has, as YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
