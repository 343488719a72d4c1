import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type SelectionSetNode } from 'graphql';
import { JsonText } from '../../../../gateway/plan/json-text.js';
import { compilePassage, type Passed } from '../../../../gateway/passage/passage.js';

const schema = buildSchema(`
  type Query { state: MemberState }
  type MemberState { firearms: [Firearm!] newest: Record count: Int! person: Person }
  interface Record { id: ID! }
  type Firearm implements Record { id: ID! make: String length: Float status: Status holder: Person marks: [String!] }
  type Person implements Record { id: ID! name: String firearms: [Firearm!] }
  enum Status { LOST FOUND }`);

function selection(text: string): SelectionSetNode {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no selection');
  return operation.selectionSet;
}

interface Case {
  readonly asked: string;
  readonly wanted?: string;
  readonly passed?: readonly string[];
  readonly type?: string;
  readonly id?: string;
}

/** What is passed on of GT's entities, which are written so. */
function pass(entities: string, { asked, wanted = asked, passed = ['firearms'], type, id }: Case) {
  const typeName = type ?? 'MemberState';
  const parts = { asked: selection(asked), wanted: selection(wanted), passed: new Set(passed) };
  const passage = compilePassage(schema, new Map([[typeName, parts]]));
  return passage?.(entities, [{ __typename: typeName, ...(id !== undefined && { id }) }], 'GT');
}

function answer(entity: string, rest = '}'): string {
  return `{"data":{"_entities":[${entity}]}${rest}`;
}

function entitiesOf(found: Passed | undefined): unknown {
  return found?.entities;
}

describe('a passage', () => {
  it('leaves every sign of what the client wants as it came', () => {
    const text = String.raw`[{"id":"GT:Firearm:1","make":"a \"b\" ñ","status":"LOST","length":2.50},{"id":"GT:Firearm:2","make":null,"status":null,"length":0}]`;
    const found = pass(answer(`{"count":7,"firearms":${text}}`), {
      asked: '{ count firearms { id make status length } }',
    });
    expect(entitiesOf(found)).toEqual([{ count: 7, firearms: new JsonText(text) }]);
    expect(found?.disclosure.records).toEqual({ Firearm: ['GT:Firearm:1', 'GT:Firearm:2'] });
  });

  it.each([
    ['first', '{ status id }', '{ make status id }', '{"make":null,"status":"LOST","id":"GT:Firearm:1"}'],
    ['last', '{ id status }', '{ id status make }', '{"id":"GT:Firearm:1","status":"LOST","make":null}'],
    [
      'between',
      '{ id status }',
      '{ id make marks status }',
      '{"id":"GT:Firearm:1","make":null,"marks":null,"status":"LOST"}',
    ],
  ])('says null of what its State was not asked for: %s', (_, asked, wanted, expected) => {
    const members =
      asked === '{ status id }'
        ? '"status":"LOST","id":"GT:Firearm:1"'
        : '"id":"GT:Firearm:1","status":"LOST"';
    const found = pass(answer(`{"firearms":[{${members}}]}`), {
      asked: `{ firearms ${asked} }`,
      wanted: `{ firearms ${wanted} }`,
    });
    expect(entitiesOf(found)).toEqual([{ firearms: new JsonText(`[${expected}]`) }]);
  });

  it.each([
    [
      'beside others',
      '{ make _istmo_id: id }',
      '{ make status }',
      '"make":"x",',
      '{"make":"x","status":null}',
    ],
    ['alone', '{ _istmo_id: id }', '{ make status }', '', '{"make":null,"status":null}'],
  ])("leaves out the ids that are the gateway's own: %s", (_, asked, wanted, members, expected) => {
    const found = pass(answer(`{"firearms":[{${members}"_istmo_id":"GT:Firearm:1"}]}`), {
      asked: `{ firearms ${asked} }`,
      wanted: `{ firearms ${wanted} }`,
    });
    expect(entitiesOf(found)).toEqual([{ firearms: new JsonText(`[${expected}]`) }]);
    expect(found?.disclosure.records).toEqual({ Firearm: ['GT:Firearm:1'] });
  });

  it('gives steps that follow what was answered, and no null for what was not asked', () => {
    const found = pass(
      answer(
        '{"person":{"name":"x","id":"GT:Person:1"},"firearms":[{"make":"y","_istmo_id":"GT:Firearm:1"}]}',
      ),
      {
        asked: '{ person { name id } firearms { make _istmo_id: id } }',
        wanted: '{ person { name id } firearms { make status } }',
        passed: ['person'],
      },
    );
    expect(entitiesOf(found)).toEqual([
      {
        person: new JsonText('{"name":"x","id":"GT:Person:1"}'),
        firearms: [{ make: 'y', _istmo_id: 'GT:Firearm:1' }],
      },
    ]);
    expect(found?.disclosure.records).toEqual({ Person: ['GT:Person:1'], Firearm: ['GT:Firearm:1'] });
  });

  it('notes records within records, each by its own id', () => {
    const text =
      '{"firearms":[{"holder":{"name":"x","id":"GT:Person:1"},"id":"GT:Firearm:1"}],"id":"GT:Person:2"}';
    const found = pass(answer(`{"person":${text}}`), {
      asked: '{ person { firearms { holder { name id } id } id } }',
      passed: ['person'],
    });
    expect(entitiesOf(found)).toEqual([{ person: new JsonText(text) }]);
    expect(found?.disclosure.records).toEqual({
      Person: ['GT:Person:1', 'GT:Person:2'],
      Firearm: ['GT:Firearm:1'],
    });
  });

  it.each([
    ['tells two ids', '{"id":"GT:Firearm:1","other":"GT:Firearm:2"}'],
    ['is of another State', '{"id":"SV:Firearm:1","other":"SV:Firearm:1"}'],
    ['is of another type', '{"id":"GT:Person:1","other":"GT:Person:1"}'],
    ['has something more', '{"id":"GT:Firearm:1","other":"GT:Firearm:1","make":"x"}'],
    ['has something less', '{"id":"GT:Firearm:1"}'],
    ['is null where there must be one', 'null'],
  ])('is not taken where a record %s', (_, record) => {
    const asked = '{ firearms { id other: id } }';
    expect(
      pass(answer(`{"firearms":[{"id":"GT:Firearm:1","other":"GT:Firearm:1"}]}`), { asked }),
    ).toBeDefined();
    expect(pass(answer(`{"firearms":[${record}]}`), { asked })).toBeUndefined();
  });

  it('is not taken where the record is not the one that was asked for', () => {
    const asked = {
      asked: '{ marks holder { name id } _istmo_id: id }',
      wanted: '{ marks holder { name id } }',
      type: 'Firearm',
      passed: ['holder'],
    };
    const text = answer(
      '{"marks":["a"],"holder":{"name":"x","id":"GT:Person:1"},"_istmo_id":"GT:Firearm:1"}',
    );
    expect(entitiesOf(pass(text, { ...asked, id: 'GT:Firearm:1' }))).toEqual([
      { marks: ['a'], holder: new JsonText('{"name":"x","id":"GT:Person:1"}') },
    ]);
    expect(pass(text, { ...asked, id: 'GT:Firearm:2' })).toBeUndefined();
  });

  it.each([
    ['errors', ',"errors":[{"message":"m"}]}'],
    ['data once more', ',"extensions":{},"data":{"_entities":[null]}}'],
    ['something after its end', '}x'],
    ['no end', ''],
    ['broken extensions', ',"extensions":{]}}'],
  ])('is not taken where an answer has %s', (_, rest) => {
    const asked = '{ firearms { id } }';
    const extensions = ',"extensions":{"istmo":{"counted":{"GT-1":3}}}}\n';
    expect(pass(answer('{"firearms":[]}', extensions), { asked })?.beside.counted).toEqual({ 'GT-1': 3 });
    expect(pass(answer('{"firearms":[]}', rest), { asked })).toBeUndefined();
  });

  it('is not taken where a text is longer than can be matched', () => {
    const asked = '{ firearms { id make } }';
    const make = (length: number): string =>
      pass(answer(`{"firearms":[{"id":"GT:Firearm:1","make":"${'\\n'.repeat(length)}"}]}`), { asked }) ===
      undefined
        ? 'parsed'
        : 'passed on';
    expect(make(1_000)).toBe('passed on');
    expect(make(4_000_000)).toBe('parsed');
  });

  it('is there for no entity that is null, and for no more or fewer than were asked for', () => {
    const asked = '{ firearms { id } }';
    expect(entitiesOf(pass(answer('null'), { asked }))).toEqual([null]);
    expect(pass(answer('null,null'), { asked })).toBeUndefined();
    expect(pass(answer(''), { asked })).toBeUndefined();
  });

  it.each([
    ['what is one of several types', '{ newest { id } }', undefined, ['newest']],
    ['fragments', '{ firearms { ... on Firearm { id } } }', undefined, ['firearms']],
    ['members in another order', '{ firearms { make id } }', '{ firearms { id make } }', ['firearms']],
    [
      'null for what is never null',
      '{ firearms { id } }',
      '{ firearms { id } count person { id } }',
      ['person'],
    ],
    ['nothing that is passed on', '{ firearms { id } }', undefined, []],
  ])('is not compiled for %s', (_, asked, wanted, passed) => {
    const parts = { asked: selection(asked), wanted: selection(wanted ?? asked), passed: new Set(passed) };
    expect(compilePassage(schema, new Map([['MemberState', parts]]))).toBeUndefined();
  });
});
