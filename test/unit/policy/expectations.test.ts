import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { failuresOf } from '../../../cli/policy/test.js';
import { fromRoot } from '../../../common/root.js';

const agreement = `id: GT-US-ATF-1
grantor: GT
grantee: { agency: US-ATF, roles: [tracer] }
purposes: [FIREARM_TRACING]
legalBasis: [L]
valid: { from: 2026-01-01, until: 2026-12-31 }
grants:
  - record: Firearm
    fields: [make, model]
    where: { handlingCode: { eq: H0 } }
  - record: Person
    fields: [birthDate]
    mask: { birthDate: YEAR }
onwardTransfer: PROHIBITED
`;

/** What comes of expectations, each with a name, on lines of their own. */
function failures(...lines: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-'));
  writeFileSync(join(folder, 'a.yaml'), agreement);
  const file = join(folder, 'expectations.yaml');
  const text = [
    'state: GT',
    'date: 2026-06-01',
    'expectations:',
    '  - name: { en: E, es: S }',
    ...lines.map((line) => `    ${line}`),
  ];
  writeFileSync(file, text.join('\n'));
  return failuresOf(file, { agreements: join(folder, 'a.yaml') }).map((line) =>
    line.replace(`${folder}/`, ''),
  );
}

describe("a State's expectations", () => {
  it('are met where agreements say so', () => {
    expect(
      failures(
        'agency: US-ATF',
        'roles: [tracer]',
        'purposes: [FIREARM_TRACING]',
        'record: { handlingCode: H0 }',
        'shows: [Firearm.make]',
        'never: [Firearm.calibre]',
      ),
    ).toEqual([]);
    expect(failures('agency: US-DEA', 'never: [Firearm.make, Person.birthDate]')).toEqual([]);
  });

  it('that are not met are named with file, line, column, requester and agreement, in both languages', () => {
    expect(failures('roles: [tracer]', 'never: [Firearm.calibre, Firearm.make]').at(0)).toBe(
      'expectations.yaml:6:30: E: Firearm.make is shown to US-ATF (tracer), FIREARM_TRACING by GT-US-ATF-1 / S: Firearm.make se muestra a US-ATF (tracer), FIREARM_TRACING por GT-US-ATF-1',
    );
  });

  it('are held against a record, against masks and against what is withheld', () => {
    const atf = ['agency: US-ATF', 'roles: [tracer]', 'purposes: [FIREARM_TRACING]'];
    expect(failures(...atf, 'record: { handlingCode: H1 }', 'shows: [Firearm.make]')).toEqual([
      'expectations.yaml:9:13: E: Firearm.make is withheld from US-ATF (tracer), FIREARM_TRACING: NOT_IN_AGREEMENT / S: Firearm.make no se muestra a US-ATF (tracer), FIREARM_TRACING: NOT_IN_AGREEMENT',
    ]);
    expect(failures(...atf, 'masks: { Person.birthDate: YEAR }')).toEqual([]);
    expect(failures(...atf, 'shows: [Person.birthDate]')).toEqual([
      'expectations.yaml:8:13: E: Person.birthDate is masked (YEAR) for US-ATF (tracer), FIREARM_TRACING by GT-US-ATF-1 / S: Person.birthDate se enmascara (YEAR) para US-ATF (tracer), FIREARM_TRACING por GT-US-ATF-1',
    ]);
  });

  it('that are badly written are refused, all faults at once', () => {
    expect(failures('agency: US-NO', 'never: [Firearm.colour]')).toEqual([
      "expectations.yaml:5:13: no agency US-NO in the region's register / no hay agencia US-NO en el registro",
      'expectations.yaml:6:13: no field Firearm.colour in the shared language / no hay campo Firearm.colour en el lenguaje común',
    ]);
    expect(failures('agency: US-ATF')).toEqual([
      'expectations.yaml:4:5: expectations.0: one of shows, masks, never',
    ]);
  });
});

const states = readdirSync(fromRoot('subgraphs')).filter((state) =>
  existsSync(fromRoot('subgraphs', state, 'agreements')),
);

describe.each(states)('the expectations of %s', (state) => {
  it('are met by its agreements', () => {
    expect(failuresOf(fromRoot('subgraphs', state, 'expectations.yaml'))).toEqual([]);
  });
});
