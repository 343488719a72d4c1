import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, type GraphQLArgument, isObjectType } from 'graphql';
import { argumentProblems } from '../../../common/argument-problem.js';
import { memberDocument } from '../../../schema/sources.js';
import type { StateCode } from '../../../subgraphs/world/world.js';
import { openStateNode, type StateNode } from '../world/state-node.js';
import { badValues, type BadValue } from './bad-values.js';

const schema = buildSubgraphSchema({ typeDefs: memberDocument() });

/** Every field of the shared language that takes arguments. */
interface Asked {
  readonly type: string;
  readonly field: string;
  /** Type of the records that it lists; undefined where it lists none. */
  readonly record: string | undefined;
  readonly args: readonly GraphQLArgument[];
}

const asked: readonly Asked[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__') && name !== 'Query')
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => ({
        type: type.name,
        field: field.name,
        record: /^(\w+)Connection$/u.exec(getNamedType(field.type).name)?.[1],
        args: field.args,
      })),
  );

/** Between them these States serve every record type. */
const states: readonly StateCode[] = ['HN', 'PA', 'CR'];
const nodes = new Map<StateCode, StateNode>();

// three databases are filled first, on a machine that may be busy
jest.setTimeout(240_000);

beforeAll(async () => {
  for (const state of states) nodes.set(state, await openStateNode(state, { scale: 0.02 }));
});
afterAll(async () => {
  for (const node of nodes.values()) await node.close();
});

/** Where a field is asked: in a node, under a key. */
interface AskedAt {
  readonly node: StateNode;
  readonly key: Key;
}

/** Where a field is served: each State that serves it, with a record on which it hangs. */
async function placesOf({ type, field, record }: Asked): Promise<readonly AskedAt[]> {
  const places: AskedAt[] = [];
  for (const [state, node] of nodes) {
    if (record !== undefined && node.source.mapping.records[record] === undefined) continue;
    const key = { __typename: 'MemberState', code: state };
    if (type === 'MemberState') places.push({ node, key });
    else if (node.offered.has(`${type}.${field}`)) {
      const list = asked.find((one) => one.type === 'MemberState' && one.record === type)!.field;
      const { entity } = await node.askFreely(key, `list: ${list}(first: 1) { edges { node { id } } }`);
      const { list: page } = entity as { list: { edges: readonly { node: { id: string } }[] } };
      for (const { node: found } of page.edges)
        places.push({ node, key: { __typename: type, id: found.id } });
    }
  }
  return places;
}

/** Whether a State has the field that is filtered or sorted by: if not, the list is withheld as not offered. */
function isOffered({ node }: AskedAt, record: string | undefined, { path }: BadValue): boolean {
  const [argument, field] = path.split('.');
  return argument !== 'filter' || field === undefined || node.offered.has(`${record ?? ''}.${field}`);
}

type Key = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, unknown>>;

/** The field with nothing wrong in it. */
function good(field: string): string {
  return field === 'statistics'
    ? 'good: statistics(year: 2024, by: [MONTH]) { seizureCounts { count } }'
    : `good: ${field} { totalCount }`;
}

/** What comes of a bad value beside the same field with good ones. */
async function answerTo(one: Asked, { node, key }: AskedAt, bad: BadValue) {
  const definition = one.args.find(({ name }) => name === bad.argument)!;
  const others = one.field === 'statistics' && bad.argument === 'by' ? 'year: 2024, ' : '';
  const selection = one.record === undefined ? '{ seizureCounts { count } }' : '{ totalCount }';
  const text = `${good(one.field)} bad: ${one.field}(${others}${bad.argument}: $v) ${selection}`;
  const { entity, errors } = await node.askFreely(key, text, { v: [String(definition.type), bad.value] });
  const { good: others_, bad: own } = (entity ?? {}) as Values;
  return {
    others: others_ != null,
    own,
    errors: errors.map(({ message, path, extensions: { code, argument, problem, es } }) => ({
      ...{ message, path, code, argument, problem, es },
    })),
  };
}

/** The refusal of one argument, in both languages, and the other's answer. */
function refusalOf({ path, problem }: BadValue): unknown {
  if (problem === undefined)
    return {
      // GraphQL refuses the variables, and with them the operation: nobody is asked
      ...{ others: false, own: undefined },
      errors: [
        expect.objectContaining({
          ...{ code: 'ARGUMENT_INVALID', argument: path, problem: 'NO_VALUE' },
          message: `An argument is not valid. ${path}: no value of its type.`,
          es: `Un argumento no es válido. ${path}: no es valor de su tipo.`,
        }),
      ],
    };
  const { en, es } = argumentProblems[problem];
  return {
    others: true,
    own: null,
    errors: [
      {
        message: `An argument is not valid. ${path}: ${en}.`,
        path: ['bad'],
        ...{ code: 'ARGUMENT_INVALID', argument: path, problem },
        es: `Un argumento no es válido. ${path}: ${es}.`,
      },
    ],
  };
}

describe('an argument that is wrong is refused at its path, and the same field beside it answers:', () => {
  it.each(asked)('$type $field', async (one) => {
    const places = await placesOf(one);
    const wrong = one.args.flatMap(badValues);
    const answers: unknown[] = [];
    for (const bad of wrong) {
      const place = places.find((candidate) => isOffered(candidate, one.record, bad));
      answers.push([bad, place && (await answerTo(one, place, bad))]);
    }
    expect(answers).toEqual(wrong.map((bad) => [bad, refusalOf(bad)]));
  });
});
