import { describe, expect, it } from '@jest/globals';
import { openEntryIndex } from '../../../audit/reading/entry-index.js';
import type { NumberedEntry } from '../../../audit/reading/log-reader.js';
import { type Examined, signsOfMisuse } from '../../../audit/reading/signs/signs.js';
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

/** What is found in entries that follow one another, whatever their numbers. */
function report(entries: readonly NumberedEntry[], examined: Partial<Examined> = {}) {
  const index = openEntryIndex(':memory:');
  index.add(
    entries.map(({ entry }, place) => ({
      index: place,
      bytes: Buffer.from(JSON.stringify(entry)),
      leafHash: Buffer.alloc(32),
    })),
  );
  const found = signsOfMisuse(index, { terms: [], bounds: { before: Infinity }, ...examined });
  index.close();
  return found;
}

function kinds(entries: readonly NumberedEntry[]): unknown {
  return report(entries).signs.map(({ kind, subject, entries: numbers }) => [kind, subject, numbers.length]);
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

  it('are found in a whole period, however many entries lie between, the newest named first', () => {
    // three chunks of the index, which no look at the newest 5,000 would span
    const ordinary = Array.from({ length: 9_000 }, (_, n) => reading(n, { case: `C-${String(n)}` }));
    const entries = [...ordinary];
    for (const [place, agency] of [
      [3, 'A'],
      [4_500, 'B'],
      [8_990, 'C'],
    ] as const)
      entries[place] = reading(place, { case: 'C-SHARED', agency });
    expect(report(entries)).toEqual({
      signs: [
        {
          kind: 'CASE_OF_SEVERAL_AGENCIES',
          subject: 'C-SHARED',
          en: "This case number was given by A, B, C: case numbers are each agency's own.",
          es: 'Este número de caso lo dieron A, B, C: los números de caso son propios de cada agencia.',
          entries: [8_990, 4_500, 3],
        },
      ],
      found: [{ value: 'CASE_OF_SEVERAL_AGENCIES', count: 1 }],
      examined: 9_000,
      complete: true,
      en: 'All 9000 accesses of this period that you may see were looked at.',
      es: 'Se examinaron los 9000 accesos de este período que usted puede ver.',
    });
    const newest = report(entries, { most: 5_000 });
    expect([newest.signs.map(({ entries: of }) => of), newest.examined, newest.complete]).toEqual([
      [[8_990, 4_500]],
      5_000,
      false,
    ]);
    expect([newest.en, newest.es]).toEqual([
      'The newest 5000 accesses of this period were looked at, older ones were not: choose a shorter one to see them.',
      'Se examinaron los 5000 accesos más nuevos de este período, no los anteriores: elija uno más corto para verlos.',
    ]);
    expect(report(entries, { most: 9_000 }).complete).toBe(true);
  });

  it('are named a hundred of a kind, the most striking first, with their number in all', () => {
    const shared = Array.from({ length: 120 }, (_, n) =>
      ['A', 'B', ...(n === 77 ? ['C'] : [])].map((agency) => reading(n, { case: `C-${String(n)}`, agency })),
    ).flat();
    const { signs, found } = report(shared);
    expect([signs.length, signs[0]?.subject, found]).toEqual([
      100,
      'C-77',
      [{ value: 'CASE_OF_SEVERAL_AGENCIES', count: 120 }],
    ]);
  });

  it('count the records of one State alone where no more may be seen, and no refusal that came before any was asked', () => {
    const person = (id: string, type = 'Person') =>
      reading(0, { purpose: 'TREND_ANALYSIS', type, ids: [id], case: 'C' });
    const refusal = reading(0, { case: 'C', agency: 'B' });
    const { data } = refusal.entry;
    const refused = { ...refusal, entry: { ...refusal.entry, data: { ...data, states: [] } } };
    const entries = [person('GT:Person:1'), refused];
    const subjects = (state: string) => report(entries, { state }).signs.map(({ subject }) => subject);
    expect([subjects('GT'), subjects('SV')]).toEqual([['TREND_ANALYSIS Person'], []]);
  });

  it('are each explained in English and Spanish', () => {
    const entries = [
      reading(0, { ids: many(101), purpose: 'PRECURSOR_CONTROL', case: 'C-1' }),
      reading(1, { case: 'C-1', agency: 'B' }),
      ...Array.from({ length: 5 }, (_, n) =>
        reading(n, { officer: `o${String(n)}`, type: 'Person', ids: ['GT:Person:1'] }),
      ),
      ...Array.from({ length: 300 }, (_, n) => reading(n, {})),
      reading(0, { time: '2026-11-23T03:12:00.000Z' }),
    ];
    const { signs } = report(entries);
    expect(signs.map(({ kind, en, es }) => [kind, en, es])).toEqual([
      [
        'MANY_RECORDS_FOR_ONE_CASE',
        '101 records were read for this one case; more than 100 may be a search at large.',
        'Se leyeron 101 registros para este solo caso; más de 100 puede ser una búsqueda indiscriminada.',
      ],
      [
        'UNUSUAL_HOUR',
        "1 of this agency's 307 readings were in this hour, in which it hardly ever reads.",
        '1 de las 307 lecturas de esta agencia fueron en esta hora, en la que casi nunca lee.',
      ],
      [
        'PERSON_READ_BY_MANY',
        "5 officers have read this person's record; it may be curiosity.",
        '5 funcionarios han leído el registro de esta persona; puede ser curiosidad.',
      ],
      [
        'CASE_OF_SEVERAL_AGENCIES',
        "This case number was given by A, B: case numbers are each agency's own.",
        'Este número de caso lo dieron A, B: los números de caso son propios de cada agencia.',
      ],
      [
        'PURPOSE_DOES_NOT_FIT',
        'Accesses to records of this type for a purpose that they hardly serve: 1.',
        'Accesos a registros de este tipo para una finalidad a la que apenas sirven: 1.',
      ],
    ]);
  });
});
