import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql';
import type { ArgumentProblem } from '../../../common/argument-problem.js';

/** A value for an argument that must be refused: at which path, and as what. */
export interface BadValue {
  readonly argument: string;
  readonly value: unknown;
  readonly path: string;
  /** Undefined where GraphQL's own types see it. */
  readonly problem: ArgumentProblem | undefined;
}

/** A value that does not fit where it stands, with what is wrong with it. */
type Unfit = readonly [value: unknown, problem: ArgumentProblem | undefined];

const unfitDates: readonly Unfit[] = [
  ...['2026-02-30', '2026-13-01', '2026-1-1', '30/06/2026', 'yesterday', '', '2026-06-01T00:00:00Z'].map(
    (text) => [text, 'NO_DATE'] as const,
  ),
  ...[20260601, true, { year: 2026 }].map((value) => [value, 'NO_DATE'] as const),
];

const unfitScalars: Readonly<Record<string, readonly Unfit[]>> = {
  Date: unfitDates,
  PartialDate: ['1990-02-30', '1990-13', '90', '1990-5', '01/05/1990', ''].map((text) => [
    text,
    'NO_PARTIAL_DATE',
  ]),
  DateTime: ['2026-02-30T00:00:00Z', '2026-06-01T25:00:00Z', '2026-06-01 noon', 'noon', ''].map((text) => [
    text,
    'NO_TIME',
  ]),
  CountryCode: ['Guatemala', 'gt', 'GTM', 'XX', '320', 'GT-01', 'H0', ''].map((text) => [text, 'NO_COUNTRY']),
  SubdivisionCode: ['GT-99', 'HN-XX', 'ZZ-01', 'GT', 'gt-01', '01', 'USA', ''].map((text) => [
    text,
    'NO_SUBDIVISION',
  ]),
  ID: ['Firearm:1', 'GT:NoType:1', 'GT:Programme:', '4711', ''].map((text) => [text, 'NO_ID']),
  String: [
    ['nul\0', 'UNPRINTABLE'],
    ['half \ud83d', 'UNPRINTABLE'],
    [4711, undefined],
  ],
  Float: [['many', undefined]],
  Int: [['many', undefined]],
  Boolean: [['S', undefined]],
};

/** Two ends of which the second comes first, by the type of the ends. */
const inverted: Readonly<Record<string, Readonly<Record<'gte' | 'lte', unknown>>>> = {
  Date: { gte: '2026-06-02', lte: '2026-06-01' },
  Float: { gte: 2, lte: 1 },
};

/** All that must be refused in an argument. */
export function badValues({ name, type }: GraphQLArgument): readonly BadValue[] {
  if (name === 'first')
    return [-2147483648, -1, 0, 101, 2147483647].map((value) => ({
      argument: name,
      value,
      path: name,
      problem: 'PAGE_SIZE',
    }));
  if (name === 'within')
    return [-2147483648, -1, 0, 26, 2147483647].map((value) => ({
      argument: name,
      value,
      path: name,
      problem: 'DISTANCE',
    }));
  if (name === 'after')
    return ['', 'x', 'eyJ4Ijox', 'WyJhIiwibiIsImsiXQ', '%00', 'A'.repeat(10_000)].map((value) => ({
      argument: name,
      value,
      path: name,
      problem: 'NO_CURSOR',
    }));
  return within(type, name).map(({ value, ...bad }) => ({ argument: name, value, ...bad }));
}

function within(type: GraphQLInputType, path: string): readonly Omit<BadValue, 'argument'>[] {
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return within(nullable.ofType, path).map((bad) => ({ ...bad, value: [bad.value] }));
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const ends = fields.find(({ name }) => name === 'gte')?.type;
    const required = Object.fromEntries(
      fields.flatMap(({ name, type: of }) => {
        if (of === getNullableType(of)) return [];
        if (nameOf(of) === 'String') return [[name, 'A1']];
        return isEnumType(getNullableType(of)) ? [[name, firstOf(of)]] : [];
      }),
    );
    return [
      ...fields.flatMap(({ name, type: inner }) =>
        within(inner, `${path}.${name}`).map((bad) => ({
          ...bad,
          value: { ...required, [name]: bad.value },
        })),
      ),
      ...(ends === undefined ? [] : [{ value: inverted[nameOf(ends)], path, problem: 'INVERTED' } as const]),
    ];
  }
  if (isEnumType(nullable))
    return ['NO_SUCH_CODE', 'h0', 1].map((value) => ({ value, path, problem: undefined }));
  const unfit = unfitScalars[nameOf(nullable)];
  if (unfit === undefined) throw new Error(`no unfit values of ${nameOf(nullable)}`);
  return unfit.map(([value, problem]) => ({ value, path, problem }));
}

function nameOf(type: GraphQLInputType): string {
  return String(getNullableType(type));
}

function firstOf(type: GraphQLInputType): string | undefined {
  const nullable = getNullableType(type);
  return isEnumType(nullable) ? nullable.getValues()[0]?.name : undefined;
}
