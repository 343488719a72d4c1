import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Agreement } from '../../../policy/agreement.js';
import type { Asker } from '../../../policy/applies.js';
import { holds } from '../../../policy/condition.js';
import { explain, type Explanation } from '../../../policy/explain.js';
import { ageAt, hasAge } from '../../../policy/minors.js';
import { explainWords } from '../../../policy/words/explain-words.js';
import type { WorkedCase } from '../../../policy/worked-case.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';

const vocabulary = vocabularyOf(memberDocument());
const offered = new Set(
  [...vocabulary.records].flatMap(([record, fields]) =>
    [...fields.keys()].map((field) => `${record}.${field}`),
  ),
);

type Shown = { readonly value?: unknown; readonly masked?: string; readonly withheld?: boolean };
interface Expected {
  readonly records: readonly { readonly id: string; readonly fields: Readonly<Record<string, Shown>> }[];
  readonly withheld: readonly {
    readonly coordinate: string;
    readonly reason: string;
    readonly records?: readonly string[];
  }[];
}

const cases = readFileSync(join(import.meta.dirname, 'decisions.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as WorkedCase & { readonly expected: Expected });

/** `SHOWN`, `MASKED YEAR` or `WITHHELD`: of each field that a worked case selects of each of its records. */
function explained({ agreements, records, request }: WorkedCase): readonly string[] {
  const { agency, roles, purpose, date, record, select, filter = {}, sort } = request;
  const by = [...Object.keys(filter), ...(sort === undefined ? [] : [sort.field])];
  return records
    .filter(({ type }) => type === record)
    .filter((row) => holds(filter, row))
    .flatMap((row) =>
      select.map((field) => {
        const { verdict, mask } = explain(
          { vocabulary, agreements, offered },
          {
            asker: { agency, roles, purpose, date },
            record,
            field,
            by,
            row: {
              id: row.id,
              opens: (where) => holds(where, row),
              age: hasAge(record) ? ageAt(row['birthDate'], row['eventDate'] ?? row['recordedAt']) : 'ADULT',
            },
          },
        );
        return `${row.id} ${field} ${[verdict, ...(mask === undefined ? [] : [mask])].join(' ')}`;
      }),
    );
}

function expected({
  records,
  request,
  expected: { records: returned },
}: WorkedCase & { readonly expected: Expected }) {
  return records
    .filter(({ type }) => type === request.record)
    .filter((row) => holds(request.filter, row))
    .flatMap((row) =>
      request.select.map((field) => {
        const shown = returned.find(({ id }) => id === row.id)?.fields[field];
        const said =
          shown === undefined || shown.withheld === true
            ? 'WITHHELD'
            : shown.masked === undefined
              ? 'SHOWN'
              : `MASKED ${shown.masked}`;
        // a missing value is shown as missing, masked or not
        return { line: `${row.id} ${field} ${said}`, isMissing: row[field] === null };
      }),
    );
}

/** Reason by coordinate of all that is missing from the whole answer of a case, filters aside. */
function reasons(withheld: Expected['withheld'], coordinates: readonly string[]): readonly string[] {
  return withheld
    .filter((one) => one.records === undefined && one.reason !== 'FILTER_WITHHELD')
    .filter(({ coordinate }) => coordinates.includes(coordinate))
    .map(({ coordinate, reason }) => `${coordinate} ${reason}`);
}

function explainedReasons({ agreements, request }: WorkedCase): readonly string[] {
  const { record, select } = request;
  return [...select].sort().flatMap((field) => {
    const said = explain({ vocabulary, agreements, offered }, { asker: request, record, field, by: [] });
    return said.verdict === 'WITHHELD' ? [`${said.coordinate} ${String(said.reason)}`] : [];
  });
}

describe('explaining a field of any record', () => {
  it.each(cases.map((worked) => [worked.name, worked] as const))(
    'gives the reason of case %s where nothing gives it',
    (_, worked) => {
      const coordinates = worked.request.select.map((field) => `${worked.request.record}.${field}`);
      expect(explainedReasons(worked)).toEqual(reasons(worked.expected.withheld, coordinates));
    },
  );
});

describe('explaining a field of a record', () => {
  it.each(cases.map((worked) => [worked.name, worked] as const))(
    'says of case %s what was decided',
    (_, worked) => {
      const wanted = expected(worked);
      const said = explained(worked).map((line, index) =>
        wanted[index]?.isMissing === true ? wanted[index].line : line,
      );
      expect(said).toEqual(wanted.map(({ line }) => line));
    },
  );
});

const firearms: Agreement = {
  id: 'GT-US-ATF-1',
  grantor: 'GT',
  grantee: { agency: 'US-ATF', roles: ['tracer'] },
  purposes: ['FIREARM_TRACING'],
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-12-31' },
  grants: [{ record: 'Firearm', fields: ['make', 'model'], where: { handlingCode: { in: ['H0', 'H1'] } } }],
  onwardTransfer: 'PROHIBITED',
};
const asker: Asker = { agency: 'US-ATF', roles: ['tracer'], purpose: 'FIREARM_TRACING', date: '2026-06-01' };

function ask(over: Partial<typeof asker>, field = 'make', by: readonly string[] = []): Explanation {
  return explain(
    { vocabulary, agreements: [firearms], offered },
    { asker: { ...asker, ...over }, record: 'Firearm', field, by },
  );
}

describe('explaining a field', () => {
  it('names the agreement that gives it, and of which records', () => {
    expect(ask({})).toEqual({
      coordinate: 'Firearm.make',
      asker,
      verdict: 'SHOWN',
      of: 'SOME_RECORDS',
      minorsProtected: false,
      applied: [
        {
          agreement: 'GT-US-ATF-1',
          grant: 1,
          legalBasis: ['L'],
          where: { handlingCode: { in: ['H0', 'H1'] } },
          lacking: [],
        },
      ],
      near: [],
    });
  });

  it.each([
    ['another agency', { agency: 'US-DEA' }, 'NOT_IN_AGREEMENT', [{ lacks: 'AGENCY', wants: 'US-ATF' }]],
    [
      'another purpose',
      { purpose: 'ARMS_CONTROL' },
      'PURPOSE_NOT_COVERED',
      [{ lacks: 'PURPOSE', wants: ['FIREARM_TRACING'] }],
    ],
    ['another role', { roles: ['analyst'] }, 'ROLE_NOT_COVERED', [{ lacks: 'ROLE', wants: ['tracer'] }]],
    [
      'another day',
      { date: '2027-01-01' },
      'AGREEMENT_EXPIRED',
      [{ lacks: 'DATE', wants: { from: '2026-01-01', until: '2026-12-31' } }],
    ],
  ] as const)('says what the nearest agreement lacks for %s', (_, over, reason, lacking) => {
    const { verdict, reason: said, applied, near } = ask(over);
    expect({ verdict, said, applied, lacking: near.map((one) => one.lacking) }).toEqual({
      verdict: 'WITHHELD',
      said: reason,
      applied: [],
      lacking: [lacking],
    });
  });

  it('says which filter keeps it from being shown', () => {
    const { verdict, reason, because, near } = ask({}, 'make', ['serialNumber']);
    expect({ verdict, reason, because, lacking: near[0]?.lacking }).toEqual({
      verdict: 'WITHHELD',
      reason: 'FILTER_WITHHELD',
      because: 'Firearm.serialNumber',
      lacking: [{ lacks: 'FILTER', wants: ['serialNumber'] }],
    });
  });

  it('says so in English and in Spanish', () => {
    expect(explainWords(ask({ roles: ['analyst'] }), 'en')).toEqual([
      'Firearm.make: withheld, an agreement gives it, to another role [ROLE_NOT_COVERED]; nearest: GT-US-ATF-1',
      'Agreements that nearly give it:',
      '  GT-US-ATF-1, grant 1: where handlingCode is H0 or H1; is for the role tracer',
    ]);
    expect(explainWords(ask({}), 'es')).toEqual([
      'Firearm.make: se muestra, solo de registros que cumplen las condiciones de abajo',
      'Convenios que lo dan:',
      '  GT-US-ATF-1, concesión 1: donde handlingCode es H0 o H1',
    ]);
  });
});
