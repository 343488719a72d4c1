import { describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, getNamedType, type GraphQLArgument, type GraphQLField, isObjectType, parse } from 'graphql';
import type { LogReader } from '../../../../audit/reading/log-reader.js';
import { argumentProblems } from '../../../../common/argument-problem.js';
import type { IstmoError } from '../../../../common/errors.js';
import type { Source } from '../../../../gateway/execute/source.js';
import { allResolvers, type SchemaParts } from '../../../../gateway/region/schema.js';
import type { Directory, KnownState } from '../../../../gateway/states/directory.js';
import { regionDocument } from '../../../../schema/sources.js';
import { type BadValue, badValues } from '../../kit/bad-values.js';

const codes = ['GT', 'HN', 'SV'];

const directory: Directory = {
  states: codes,
  get: (code) =>
    codes.includes(code)
      ? ({ state: { code, name: { en: code, es: code }, timeZone: 'UTC' }, up: true } as KnownState)
      : undefined,
  close: () => Promise.resolve(),
};

const noStates: Source = {
  root: () => Promise.reject(new Error('no State is asked')),
  entities: () => Promise.reject(new Error('no State is asked')),
};

const noLog = {
  page: () => Promise.reject(new Error('the log is not read')),
  counts: () => Promise.reject(new Error('the log is not read')),
} as unknown as LogReader;

const document = regionDocument();
const { resolvers } = allResolvers(document, {
  directory,
  member: noStates,
  clock: () => 0,
  reader: noLog,
} as SchemaParts);
const schema = buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]);

const contextValue = {
  exchange: {
    requester: { agency: 'A', country: 'GT', officer: 'o', client: 'c', roles: ['regional-auditor'] },
    declaration: { purpose: 'AUDIT' },
  },
};

/** What is wrong when a field is asked with one bad value, others that its arguments need being good. */
async function faultsOf({ name, args, type }: GraphQLField<unknown, unknown>, bad: BadValue) {
  const isNeeded = (one: GraphQLArgument): boolean =>
    (String(one.type).endsWith('!') && one.defaultValue === undefined) || one.name === 'states';
  // a look-up of which every key may be left out needs one of them
  const key = args.some((one) => one.type.toString() === 'String!')
    ? undefined
    : args.find(({ type: of }) => String(of) === 'String');
  const needed = args.filter(
    (one) =>
      one.name !== bad.argument &&
      (isNeeded(one) || (one === key && name.endsWith('Lookups') && bad.argument === 'states')),
  );
  const given = needed.map((one) => `${one.name}: ${good[String(one.type)]!}`);
  const beneath = isObjectType(getNamedType(type)) ? '{ __typename }' : '';
  const definition = args.find((one) => one.name === bad.argument)!;
  const faults: { readonly error: IstmoError }[] = [];
  const { errors = [] } = await execute({
    schema,
    document: parse(
      `query($v: ${String(definition.type)}) { me { agency } bad: ${name}(${[...given, `${bad.argument}: $v`].join(', ')}) ${beneath} }`,
    ),
    variableValues: { v: bad.value },
    contextValue: { ...contextValue, faults },
  });
  return [
    ...errors.map(({ message, extensions: { code, argument, problem } }) => ({
      message,
      code,
      argument,
      problem,
    })),
    ...faults.map(({ error: { message, extensions } }) => ({
      message,
      ...{ code: extensions['code'], argument: extensions['argument'], problem: extensions['problem'] },
    })),
  ];
}

/** Good values of what a look-up needs besides. */
const good: Readonly<Record<string, string>> = {
  'String!': '"A1"',
  String: '"A1"',
  'Commodity!': 'COCAINE',
  'Domain!': 'FIREARMS',
  'CountryCode!': '"GT"',
  'Purpose!': 'FIREARM_TRACING',
  '[CountryCode!]': '["GT"]',
  '[CountryCode!]!': '["GT"]',
  'ID!': '"GT:Firearm:1"',
};

/** What is asked of the region with an argument that can be wrong. */
const fields = Object.values(schema.getQueryType()!.getFields()).filter(
  ({ name, args }) => !name.startsWith('_') && args.length > 0,
);

/** States are named by code: one that takes no part is told as such. Ids of records have an error of their own. */
function codeOf({ argument, problem }: BadValue, field: string): string {
  if (['states', 'codes', 'code'].includes(argument)) return 'UNKNOWN_STATE';
  if (problem === 'UNPRINTABLE') return 'ARGUMENT_INVALID';
  if (argument === 'id' || (field === 'accessesTo' && argument === 'record')) return 'RECORD_ID_INVALID';
  return 'ARGUMENT_INVALID';
}

function isOfLog(field: string): boolean {
  return field.startsWith('audit') || field === 'accessesTo';
}

describe('an argument of the region that is wrong is refused at its path:', () => {
  it.each(fields)('$name', async (field) => {
    const wrong = field.args
      .flatMap(badValues)
      // what GraphQL sees by itself is the executor's to tell
      .filter(({ problem }) => problem !== undefined)
      // a log tells of records of types that there are no more
      .filter(({ value }) => !JSON.stringify(value).includes('NoType') || !isOfLog(field.name));
    const told: unknown[] = [];
    for (const bad of wrong) told.push([bad, await faultsOf(field, bad)]);
    expect(told).toEqual(
      wrong.map((bad) => {
        const code = codeOf(bad, field.name);
        const fault = { code, argument: bad.path, message: expect.any(String) as unknown };
        const problem = code === 'ARGUMENT_INVALID' ? bad.problem : undefined;
        return [bad, [{ ...fault, problem }]];
      }),
    );
  });

  it('with a time of the log that ends before it begins', async () => {
    const value = { from: '2026-06-02', until: '2026-06-01T23:59:59Z' };
    for (const field of fields.filter(({ args }) => args.some(({ name }) => name === 'filter')))
      expect(
        await faultsOf(field, { argument: 'filter', value, path: 'filter', problem: 'INVERTED' }),
      ).toMatchObject([{ code: 'ARGUMENT_INVALID', argument: 'filter', problem: 'INVERTED' }]);
  });

  it('with nothing to look for', async () => {
    const blank = ['', ' ', '--', 'N/A'.replaceAll(/\w/gu, '-')];
    const lookups = fields.filter(({ name }) => name.endsWith('Lookups') || name === 'firearmTraces');
    for (const field of lookups)
      for (const { name } of field.args.filter(({ type }) => getNamedType(type).name === 'String'))
        for (const value of blank)
          expect(
            await faultsOf(field, { argument: name, value, path: name, problem: 'NOTHING_ASKED' }),
          ).toEqual([
            {
              ...{ code: 'ARGUMENT_INVALID', argument: name, problem: 'NOTHING_ASKED' },
              message: `An argument is not valid. ${name}: ${argumentProblems.NOTHING_ASKED.en}.`,
            },
          ]);
  });
});
