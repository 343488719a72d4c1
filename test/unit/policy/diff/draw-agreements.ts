import fc from 'fast-check';
import { masks } from '../../../../common/withheld.js';
import type { Agreement, Condition, Grant } from '../../../../policy/agreement.js';

const agencies = ['US-ATF', 'HN-ATIC'];
const roles = ['tracer', 'analyst', 'chief'];
const purposes = ['FIREARM_TRACING', 'PREVENTION'];
export const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  Firearm: ['make', 'model', 'serialNumber'],
  Person: ['personName', 'birthDate', 'sex'],
};

const handlingCode = fc.constantFrom('H0', 'H1', 'H2');
const day = fc.constantFrom('2020-01-01', '2022-06-30', '2025-12-31');

const where: fc.Arbitrary<Condition | undefined> = fc.oneof(
  fc.constant(undefined),
  handlingCode.map((eq) => ({ handlingCode: { eq } })),
  fc.uniqueArray(handlingCode, { minLength: 1 }).map((among) => ({ handlingCode: { in: among } })),
  fc.uniqueArray(handlingCode, { minLength: 1 }).map((notIn) => ({ handlingCode: { notIn } })),
  fc.tuple(day, handlingCode).map(([gte, eq]) => ({ recordedAt: { gte }, handlingCode: { eq } })),
  fc.uniqueArray(day, { minLength: 2, maxLength: 2 }).map((days) => {
    const [gte = '', lte = ''] = days.sort();
    return { recordedAt: { gte, lte } };
  }),
);

const grant: fc.Arbitrary<Grant> = fc
  .record({
    record: fc.constantFrom(...Object.keys(fieldsOf)),
    where,
    hit: fc.integer({ max: 4 }),
    mask: fc.option(fc.constantFrom(...masks), { nil: undefined }),
    take: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1 }),
    minors: fc.constantFrom({}, { minors: true, legalBasis: ['M'] }, { unknownAge: 'ALLOW' as const }),
  })
  .map(({ record, where: rows, hit, mask, take, minors }): Grant => {
    const fields = take.map((index) => fieldsOf[record]?.[index] ?? '');
    const base = { record, ...(rows !== undefined && { where: rows }), ...minors };
    if (hit > 2) return { ...base, hit: { matchOn: fields } };
    return { ...base, fields, ...(mask !== undefined && { mask: { [fields[0] ?? '']: mask } }) };
  });

/** Agreements of one State, drawn so that many of them meet. */
export const drawnAgreements: fc.Arbitrary<readonly Agreement[]> = fc
  .array(
    fc.record({
      agency: fc.constantFrom(...agencies),
      named: fc.option(fc.subarray(roles, { minLength: 1 }), { nil: undefined }),
      for: fc.subarray(purposes, { minLength: 1 }),
      from: fc.constantFrom('2026-01-01', '2026-04-01'),
      until: fc.constantFrom('2026-06-30', '2026-12-31'),
      grants: fc.array(grant, { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 4 },
  )
  .map((drawn) =>
    drawn.map(({ agency, named, for: purpose, from, until, grants }, index) => ({
      id: `A${String(index)}`,
      grantor: 'GT',
      grantee: { agency, ...(named !== undefined && { roles: named }) },
      purposes: purpose,
      legalBasis: ['L'],
      valid: { from, until },
      grants,
      onwardTransfer: 'PROHIBITED' as const,
    })),
  );

/** Who asks, when, of which record. */
export const drawnPoint = fc.record({
  agency: fc.constantFrom(...agencies),
  role: fc.option(fc.constantFrom(...roles), { nil: undefined }),
  purpose: fc.constantFrom(...purposes),
  date: fc.constantFrom(
    '2025-12-31',
    '2026-01-01',
    '2026-03-31',
    '2026-04-01',
    '2026-06-30',
    '2026-07-01',
    '2027-01-01',
  ),
  record: fc.constantFrom(...Object.keys(fieldsOf)),
  age: fc.constantFrom('ADULT' as const, 'MINOR' as const, 'UNKNOWN' as const),
  row: fc.record({
    handlingCode: fc.constantFrom('H0', 'H1', 'H2', 'H3', null),
    recordedAt: fc.constantFrom(
      '2019-01-01',
      '2020-01-01',
      '2021-01-01',
      '2022-06-30',
      '2025-12-31',
      '2026-02-02',
      null,
    ),
  }),
});
