import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, OperationTypeNode, parse, type SelectionSetNode } from 'graphql';
import { passedKeysAt } from '../../../../gateway/plan/passed-keys.js';
import { type PlanNeeds, planNeeds } from '../../../../gateway/plan/plan-needs.js';
import { createTypeTest } from '../../../../gateway/plan/type-test.js';

const schema = buildSchema(`
  type Query { states: [MemberState!]! newest: Record }
  interface Record { id: ID! holder: Person }
  type MemberState { code: String! firearms: [Firearm!] persons: [Person!] }
  type Firearm implements Record { id: ID! make: String holder: Person }
  type Person { name: String age: Int }`);

const nothing: PlanNeeds = { paths: [['states', '@']], required: new Set(['code']) };

interface Case {
  readonly wanted: string;
  readonly asked?: string;
  readonly path?: readonly string[];
  readonly typeName?: string;
  readonly needs?: PlanNeeds;
}

/** Of a fetch that asks so, for a client who wants that. */
function passed({ wanted, asked = wanted, path, typeName = 'MemberState', needs = nothing }: Case) {
  const operation = path === undefined ? `{ states { code ${wanted} } }` : wanted;
  const { definition, fragments } = read(operation);
  const collecting = { schema, isOfType: createTypeTest(schema), fragments };
  const keys = passedKeysAt(collecting, definition, path ?? ['states', '@'], needs);
  return [...keys(typeName, selectionOf(`{ ${asked} }`))];
}

function read(text: string) {
  const { definitions } = parse(text);
  const definition = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (definition === undefined) throw new Error('no operation');
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return { definition, fragments: new Map(fragments.map((node) => [node.name.value, node])) };
}

function selectionOf(text: string): SelectionSetNode {
  return read(text).definition.selectionSet;
}

describe('what goes to the client as it comes', () => {
  it('is what the fetch asks for just as the client does', () => {
    expect(passed({ wanted: 'firearms { id its: make holder { name } }' })).toEqual(['firearms']);
    expect(
      passed({
        wanted:
          'guns: firearms { ... on Firearm { id } holder { name } } persons { age } guns: firearms { make }',
        asked: 'guns: firearms { id holder { name } make } persons { age }',
      }),
    ).toEqual(['guns', 'persons']);
  });

  it.each([
    ['more', 'firearms { id make __typename }'],
    ['less', 'firearms { id }'],
    ['in another order', 'firearms { make id }'],
    ['under another key', 'firearms { id its: make }'],
    ['another field under the key', 'firearms { id make: id }'],
    ['in a fragment', 'firearms { ... on Firearm { id make } }'],
  ])('is nothing that it asks for otherwise: %s', (_, asked) => {
    expect(passed({ wanted: 'firearms { id make }', asked })).toEqual([]);
  });

  it('is nothing that other fetches go through, or need', () => {
    const wanted = 'firearms { id holder { name } } persons { age }';
    const paths = [...nothing.paths, ['states', '@', 'firearms', '@', 'holder']];
    expect(passed({ wanted, needs: { ...nothing, paths } })).toEqual(['persons']);
    expect(passed({ wanted, needs: { ...nothing, required: new Set(['persons']) } })).toEqual(['firearms']);
  });

  it('is no leaf, and nothing of what is one of several types', () => {
    expect(passed({ wanted: 'code' })).toEqual([]);
    const path = ['newest'];
    const wanted = '{ newest { id holder { name } } }';
    expect(passed({ wanted, path, typeName: 'Firearm', asked: 'holder { name }' })).toEqual([]);
  });

  it('is nothing under a key that the planner was given for another', () => {
    expect(passed({ wanted: '_istmo_key_persons_: persons { age }' })).toEqual([]);
  });
});

describe('what a plan needs', () => {
  it('is where its fetches fill objects, and the keys that representations are made of', () => {
    const fetch = (serviceName: string, requires?: FetchNode['requires']): FetchNode => ({
      kind: 'Fetch',
      serviceName,
      operation: '',
      operationName: undefined,
      operationKind: OperationTypeNode.QUERY,
      ...(requires && { requires }),
    });
    const code = { kind: 'Field', name: 'code', alias: 'its' } as const;
    const holder = { kind: 'Field', name: 'holder', selections: [{ kind: 'Field', name: 'name' }] } as const;
    const entity = {
      kind: 'InlineFragment',
      typeCondition: 'MemberState',
      selections: [code, holder],
    } as const;
    const flatten: PlanNode = { kind: 'Flatten', path: ['states', '@'], node: fetch('b', [entity] as never) };
    const plan: PlanNode = { kind: 'Sequence', nodes: [fetch('a'), { kind: 'Parallel', nodes: [flatten] }] };
    expect(planNeeds(plan)).toEqual({
      paths: [[], ['states', '@']],
      required: new Set(['its', 'holder', 'name']),
    });
  });
});
