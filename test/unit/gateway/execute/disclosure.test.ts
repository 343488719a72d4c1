import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { compileDisclosure, type Disclosure } from '../../../../gateway/execute/disclosure.js';
import { memberDocument } from '../../../../schema/sources.js';

const schema = buildSubgraphSchema({ typeDefs: memberDocument() });
const record = '_istmo_id: id';

interface Read extends Disclosure {
  /** As they stay. */
  readonly entities: readonly unknown[];
}

/** Reads what GT answers to a fetch. @param selection - of entity types: `... on Firearm { … }` */
function read(
  selection: string,
  entities: readonly unknown[],
  representations: readonly Record<string, unknown>[] = [{ __typename: 'MemberState', code: 'GT' }],
): Read {
  const document = parse(`{ _entities(representations: []) { ${selection} } }`);
  // as it comes over the wire, so that it may be changed
  const answered = JSON.parse(JSON.stringify(entities)) as unknown[];
  return { ...compileDisclosure(schema, document)(answered, representations, 'GT'), entities: answered };
}

const firearms = `... on MemberState { firearms(first: 9) { totalCount edges { node { make status yearOfManufacture ${record} } } } }`;

function edges(...nodes: readonly unknown[]): readonly unknown[] {
  return [{ firearms: { totalCount: nodes.length, edges: nodes.map((node) => ({ node })) } }];
}

function firearm(id: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...fields, _istmo_id: id };
}

describe('what an answer discloses', () => {
  it('is every record in it, however deep, once', () => {
    const selection = `... on Firearm { make seizure { caseNumber firearms { make ${record} } ${record} } ${record} }`;
    const own = { _istmo_id: 'GT:FirearmSeizure:9' };
    const entity = firearm('GT:Firearm:1', {
      make: 'x',
      seizure: {
        ...own,
        caseNumber: 'c',
        firearms: [firearm('GT:Firearm:1', { make: 'x' }), null, firearm('GT:Firearm:2')],
      },
    });
    expect(read(selection, [entity], [{ __typename: 'Firearm', id: 'GT:Firearm:1' }])).toEqual({
      records: { Firearm: ['GT:Firearm:1', 'GT:Firearm:2'], FirearmSeizure: ['GT:FirearmSeizure:9'] },
      foreign: [],
      faults: [],
      entities: [entity],
    });
  });

  it('is nothing where there is nothing', () => {
    expect(read(firearms, [null])).toEqual({ records: {}, foreign: [], faults: [], entities: [null] });
    expect(read(firearms, [{ firearms: null }])).toMatchObject({ records: {}, faults: [] });
  });
});

describe('a record', () => {
  it.each([
    ['of another State', 'SV:Firearm:1'],
    ['of another type than was asked for', 'GT:Person:1'],
    ['whose id is none', 'a whole sentence'],
  ])('%s is taken out, and named', (_, id) => {
    expect(read(firearms, edges(firearm('GT:Firearm:2'), { _istmo_id: id, make: 'x' }))).toEqual({
      records: { Firearm: ['GT:Firearm:2'] },
      foreign: [id],
      faults: [[0, 'firearms', 'edges', 1, 'node']],
      entities: edges(firearm('GT:Firearm:2'), null),
    });
  });

  it.each([
    ['no id', { make: 'x' }],
    ['an id that is no text', { _istmo_id: 7 }],
  ])('with %s could not be logged, and is taken out', (_, node) => {
    expect(read(firearms, edges(node))).toEqual({
      records: {},
      foreign: [],
      faults: [[0, 'firearms', 'edges', 0, 'node']],
      entities: edges(null),
    });
  });

  it('that tells the client another id than the log is taken out', () => {
    const selection = `... on MemberState { firearms(first: 1) { edges { node { id other: id ${record} } } } }`;
    const node = firearm('GT:Firearm:1', { id: 'GT:Firearm:1', other: 'SV:Firearm:1' });
    const good = firearm('GT:Firearm:2', { id: 'GT:Firearm:2', other: 'GT:Firearm:2' });
    expect(read(selection, [{ firearms: { edges: [{ node }, { node: good }] } }])).toEqual({
      records: { Firearm: ['GT:Firearm:2'] },
      foreign: ['GT:Firearm:1'],
      faults: [[0, 'firearms', 'edges', 0, 'node']],
      entities: [{ firearms: { edges: [{ node: null }, { node: good }] } }],
    });
  });

  it.each([
    ['one of the types', { _istmo_type: 'Firearm' }, { Firearm: ['GT:Firearm:1'] }],
    ['another than its id says', { _istmo_type: 'Person' }, {}],
    ['no type', {}, {}],
  ])('of one of several types tells which: %s', (_, type, records) => {
    const mixed = buildSchema(`
      type Query { state: MemberState }
      type MemberState { newest: Record }
      interface Record { id: ID! }
      type Firearm implements Record { id: ID! }
      type Person implements Record { id: ID! }`);
    const document = parse(
      '{ _entities { ... on MemberState { newest { _istmo_id: id _istmo_type: __typename } } } }',
    );
    const entities = [{ newest: { _istmo_id: 'GT:Firearm:1', ...type } }];
    const found = compileDisclosure(mixed, document)(entities, [{ __typename: 'MemberState' }], 'GT');
    expect(found.records).toEqual(records);
  });

  it('that is not the one that was asked for is taken out', () => {
    const selection = `... on Firearm { make ${record} }`;
    const asked = ['1', '2'].map((key) => ({ __typename: 'Firearm', id: `GT:Firearm:${key}` }));
    expect(read(selection, [firearm('GT:Firearm:2'), firearm('GT:Firearm:2')], asked)).toEqual({
      records: { Firearm: ['GT:Firearm:2'] },
      foreign: ['GT:Firearm:2'],
      faults: [[0]],
      entities: [null, firearm('GT:Firearm:2')],
    });
  });
});

describe('what an answer has besides', () => {
  it('is gone: fields that were not asked for would be taken for what others have said', () => {
    const answer = [
      {
        code: 'SV',
        nameEnglish: 'Elsewhere',
        __typename: 'Query',
        firearms: { totalCount: 1, edges: null, secret: { a: 1 } },
      },
    ];
    expect(read(firearms, answer)).toEqual({
      records: {},
      foreign: [],
      faults: [],
      entities: [{ firearms: { totalCount: 1, edges: null } }],
    });
  });

  it('is gone also where it is named as what objects inherit', () => {
    const entities = [JSON.parse('{"__proto__":{"code":"SV"},"constructor":1,"firearms":null}')];
    expect(JSON.stringify(read(firearms, entities).entities)).toBe('[{"firearms":null}]');
  });

  it('is an entity of a type that was not asked for', () => {
    const person = { __typename: 'Person', id: 'GT:Person:1' };
    expect(read(firearms, [{ make: 'x' }], [person])).toMatchObject({ entities: [null], faults: [] });
  });
});

describe('a value that is not of its type', () => {
  it.each<[string, unknown, readonly (string | number)[]]>([
    ['a text for an object', { firearms: 'x' }, [0, 'firearms']],
    ['a list for an object', { firearms: [] }, [0, 'firearms']],
    ['an object for a list', { firearms: { edges: {} } }, [0, 'firearms', 'edges']],
    ['a text for a number', { firearms: { totalCount: '1' } }, [0, 'firearms', 'totalCount']],
    ['an object for a number', { firearms: { totalCount: {} } }, [0, 'firearms', 'totalCount']],
  ])('%s is taken out', (_, entity, place) => {
    expect(read(firearms, [entity])).toMatchObject({ foreign: [], faults: [place] });
  });

  it.each([
    ['status', 'BROKEN'],
    ['make', 7],
    ['yearOfManufacture', 1.5],
  ])('is taken out of a record, which stays: %s', (key, value) => {
    expect(read(firearms, edges(firearm('GT:Firearm:1', { [key]: value })))).toEqual({
      records: { Firearm: ['GT:Firearm:1'] },
      foreign: [],
      faults: [[0, 'firearms', 'edges', 0, 'node', key]],
      entities: edges(firearm('GT:Firearm:1', { [key]: null })),
    });
  });

  it('may be nested deeper than the stack is high', () => {
    const deep = JSON.parse(`${'[{"edges":'.repeat(20_000)}1${'}]'.repeat(20_000)}`) as unknown;
    const document = parse(`{ _entities(representations: []) { ${firearms} } }`);
    const representations = [{ __typename: 'MemberState', code: 'GT' }];
    const entities = [
      { firearms: { totalCount: deep, edges: [{ node: firearm('GT:Firearm:1', { make: deep }) }] } },
    ];
    expect(compileDisclosure(schema, document)(entities, representations, 'GT')).toEqual({
      records: { Firearm: ['GT:Firearm:1'] },
      foreign: [],
      faults: [
        [0, 'firearms', 'totalCount'],
        [0, 'firearms', 'edges', 0, 'node', 'make'],
      ],
    });
  });
});

describe('fragments on several types', () => {
  it('are read together, each entity by its own type', () => {
    const selection = `... on MemberState { firearms(first: 1) { ... { totalCount } edges { cursor } } }
      ... on MemberState { firearms(first: 1) { edges { node { make ${record} } } } }
      ... on Firearm { make ${record} }`;
    const representations = [
      { __typename: 'Firearm', id: 'GT:Firearm:3' },
      { __typename: 'MemberState', code: 'GT' },
    ];
    const entities = [
      firearm('GT:Firearm:3', { make: 'x' }),
      {
        firearms: { totalCount: 1, edges: [{ cursor: 'c', node: firearm('GT:Firearm:4', { make: 'y' }) }] },
      },
    ];
    expect(read(selection, entities, representations)).toEqual({
      records: { Firearm: ['GT:Firearm:3', 'GT:Firearm:4'] },
      foreign: [],
      faults: [],
      entities,
    });
  });
});
