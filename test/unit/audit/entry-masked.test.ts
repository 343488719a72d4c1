import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../audit/entry.js';
import { entryMasked } from '../../../audit/entry-masked.js';
import { entrySchema } from '../../../audit/entry-schema.js';
import { entryParts } from '../../../audit/split-entry.js';
import { makeEntry } from './entry-factory.js';

const ids = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `GT:Person:${String(index).padStart(5, '0')}`);

describe('what an entry says of masks', () => {
  it('names records only where others of them show the coordinate plain', () => {
    const masked = [
      { coordinate: 'Person.birthDate', mask: 'YEAR' as const, records: ['GT:Person:2', 'GT:Person:1'] },
      { coordinate: 'Person.personName', mask: 'INITIALS' as const, records: ['GT:Person:2', 'GT:Person:2'] },
    ];
    expect(entryMasked(masked, { Person: ['GT:Person:1', 'GT:Person:2'] })).toEqual([
      { coordinate: 'Person.birthDate', mask: 'YEAR' },
      { coordinate: 'Person.personName', mask: 'INITIALS', records: ['GT:Person:2'] },
    ]);
  });

  it('is dealt out over the parts of an entry that is too large for one, and lost in none', () => {
    const persons = ids(5_000);
    const [coordinate, mask] = ['Person.birthDate', 'YEAR'] as const;
    const entry = makeEntry('large');
    const [state] = entry.data.states;
    const parts = entryParts({
      ...entry,
      data: {
        ...entry.data,
        states: [
          {
            ...state!,
            records: { Person: persons },
            masked: [{ coordinate, mask, records: persons.slice(1) }],
          },
        ],
      },
    }).map((text) => JSON.parse(text) as AuditEntry);
    const masked = parts.flatMap(({ data }) => data.states[0]!.masked ?? []);
    expect(masked.flatMap(({ records }) => records)).toEqual(persons.slice(1));
    expect(new Set(masked.map((one) => `${one.coordinate} ${one.mask}`))).toEqual(
      new Set(['Person.birthDate YEAR']),
    );
    expect(parts.map((part) => entrySchema.safeParse(part).error)).toEqual(parts.map(() => undefined));
  });
});
