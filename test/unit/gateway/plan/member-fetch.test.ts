import { describe, expect, it } from '@jest/globals';
import { print } from 'graphql';
import { readMemberFetch, withDefaults } from '../../../../gateway/plan/member-fetch.js';

const text = `query Op($representations: [_Any!]!, $first: Int = 5, $f: FirearmFilter) {
  _entities(representations: $representations) {
    ... on MemberState { firearms(first: $first, filter: $f) { ...C } }
    ... on Firearm { make }
  }
}
fragment C on FirearmConnection { edges { node { make } } }`;

describe('a fetch of entities', () => {
  it('is read as what it asks of which types, and what it filters by', () => {
    const fetch = readMemberFetch(text);
    expect({
      name: fetch.definition.name?.value,
      entities: fetch.entities.map(({ typeName, selectionSet }) => [
        typeName,
        print(selectionSet).replaceAll(/\s+/gu, ' '),
      ]),
      fragments: [...fetch.fragments.keys()],
      doors: fetch.doors.map(({ name }) => name.value),
    }).toEqual({
      name: 'Op',
      entities: [
        ['MemberState', '{ firearms(first: $first, filter: $f) { ...C } }'],
        ['Firearm', '{ make }'],
      ],
      fragments: ['C'],
      doors: ['firearms'],
    });
  });

  it('takes the defaults of its variables where none are given, and null where null is given', () => {
    const fetch = readMemberFetch(text);
    expect([withDefaults(fetch, { f: {} }), withDefaults(fetch, { first: null })]).toEqual([
      { first: 5, f: {} },
      { first: null },
    ]);
  });

  it.each(['{ me { agency } }', 'fragment F on Firearm { make }'])('is not %s', (other) => {
    expect(() => readMemberFetch(other)).toThrow('entities only');
  });
});
