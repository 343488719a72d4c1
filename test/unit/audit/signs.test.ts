import { describe, expect, it } from '@jest/globals';
import type { NumberedEntry } from '../../../audit/reading/log-reader.js';
import { signsOfMisuse } from '../../../audit/reading/signs.js';
import { makeEntry } from './entry-factory.js';

interface Reading {
  readonly agency?: string;
  readonly officer?: string;
  readonly case?: string;
  readonly purpose?: string;
  readonly time?: string;
  readonly type?: string;
  readonly ids?: readonly string[];
}

function reading(index: number, given: Reading): NumberedEntry {
  const {
    agency = 'A',
    officer = 'o',
    case: number = `C-${agency}`,
    purpose = 'GANG_INVESTIGATION',
    time,
    type = 'Firearm',
    ids = [],
  } = given;
  const { data, ...envelope } = makeEntry(String(index));
  const [state] = data.states;
  const requester = { agency, country: 'US', officer, client: 'c', roles: [] };
  return {
    index,
    entry: {
      ...envelope,
      time: time ?? '2026-11-23T14:00:00.000Z',
      data: { ...data, requester, purpose, case: number, states: [{ ...state!, records: { [type]: ids } }] },
    },
  };
}

function kinds(entries: readonly NumberedEntry[]): unknown {
  return signsOfMisuse(entries).map(({ kind, subject, entries: numbers }) => [kind, subject, numbers.length]);
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `GT:Firearm:${String(n)}`);

describe('signs of misuse', () => {
  it('are none in ordinary work', () => {
    const ordinary = Array.from({ length: 100 }, (_, n) =>
      reading(n, { ids: many(3), officer: `o${String(n % 9)}` }),
    );
    expect(kinds(ordinary)).toEqual([]);
  });

  it('are many different records for one case, not the same ones again and again', () => {
    expect(kinds([reading(0, { ids: many(60) }), reading(1, { ids: many(60) })])).toEqual([]);
    expect(kinds([reading(0, { ids: many(60) }), reading(1, { ids: many(101) })])).toEqual([
      ['MANY_RECORDS_FOR_ONE_CASE', 'A C-A', 2],
    ]);
  });

  it('are one case of several agencies', () => {
    const [mine, theirs] = [reading(0, { case: 'C-1' }), reading(1, { case: 'C-1', agency: 'B' })];
    expect(kinds([mine, theirs])).toEqual([['CASE_OF_SEVERAL_AGENCIES', 'C-1', 2]]);
  });

  it('are a person read by more than four officers', () => {
    const by = (count: number) =>
      Array.from({ length: count }, (_, n) =>
        reading(n, { officer: `o${String(n)}`, type: 'Person', ids: ['GT:Person:1'] }),
      );
    expect(kinds(by(4))).toEqual([]);
    expect(kinds(by(5))).toEqual([['PERSON_READ_BY_MANY', 'GT:Person:1', 5]]);
  });

  it('are readings in an hour in which the agency hardly ever reads', () => {
    const night = reading(999, { time: '2026-11-23T03:12:00.000Z' });
    const byDay = Array.from({ length: 300 }, (_, n) => reading(n, {}));
    expect(kinds([...byDay, night])).toEqual([['UNUSUAL_HOUR', 'A 03:00 UTC', 1]]);
    expect(kinds([...byDay.slice(0, 50), night])).toEqual([]);
  });

  it('are records of a type that the purpose hardly serves', () => {
    expect(kinds([reading(0, { purpose: 'TREND_ANALYSIS', type: 'Person', ids: ['GT:Person:1'] })])).toEqual([
      ['PURPOSE_DOES_NOT_FIT', 'TREND_ANALYSIS Person', 1],
    ]);
  });
});
