import fc from 'fast-check';
import { grantableFields, type WorldType } from './world.js';

/** An agreement, as far as the oracle reads it; the same form as agreement files have. */
export interface PlainAgreement {
  readonly id: string;
  readonly grantor: string;
  readonly grantee: { readonly agency: string; readonly roles?: readonly string[] };
  readonly purposes: readonly string[];
  readonly case?: string;
  readonly legalBasis: readonly string[];
  readonly valid: { readonly from: string; readonly until: string };
  readonly grants: readonly PlainGrant[];
  readonly onwardTransfer: 'PROHIBITED';
}

export type PlainMask = 'YEAR' | 'INITIALS' | 'LAST4' | 'HASH';

export interface PlainWanted {
  readonly eq?: string;
  readonly in?: readonly string[];
  readonly notIn?: readonly string[];
  readonly gte?: string;
  readonly lte?: string;
}

interface PlainGrantBase {
  readonly record: string;
  readonly where?: Record<string, PlainWanted>;
  readonly minors?: boolean;
  readonly legalBasis?: readonly string[];
  readonly unknownAge?: 'ALLOW' | 'PROTECT';
}

export type PlainGrant = PlainGrantBase &
  (
    | { readonly fields: readonly string[]; readonly mask?: Record<string, PlainMask> }
    | { readonly hit: { readonly matchOn: readonly string[] } }
  );

/** Who asks, for what. */
export interface PlainRequester {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  readonly case: string;
}

const maskable: Readonly<Record<string, Readonly<Record<string, readonly PlainMask[]>>>> = {
  Person: {
    personName: ['INITIALS', 'HASH'],
    aliases: ['INITIALS'],
    birthDate: ['YEAR', 'HASH'],
    nationalIdentification: ['LAST4', 'HASH'],
    passport: ['LAST4', 'HASH'],
  },
  Firearm: { serialNumber: ['LAST4', 'HASH'] },
};

const conditions: Readonly<Record<string, fc.Arbitrary<Record<string, PlainWanted>>>> = {
  Person: fc.oneof(
    handling(),
    fc.constantFrom<Record<string, PlainWanted>>(
      { nationality: { eq: 'GT' } },
      { personName: { in: ['Juan Perez', 'María'] } },
      { nationalIdentification: { notIn: ['77'] } },
      { birthDate: { gte: '1995-01-01' } },
      { birthDate: { gte: '1990-06-01', lte: '2008-02-28' } },
      { recordedAt: { lte: '2022-12-31' }, handlingCode: { notIn: ['H3'] } },
      { aliases: { notIn: ['Chino'] } },
      { id: { in: ['GT:Person:0', 'GT:Person:2'] } },
      { id: { eq: 'GT:Person:1' }, handlingCode: { notIn: ['H3'] } },
    ),
  ),
  Firearm: fc.oneof(
    handling(),
    fc.constantFrom<Record<string, PlainWanted>>(
      { make: { eq: 'Glock' } },
      { status: { notIn: ['STOLEN'] } },
      { serialNumber: { notIn: ['SN1'] } },
      { recordedAt: { gte: '2022-01-01' } },
      { id: { in: ['GT:Firearm:0', 'GT:Firearm:1'] } },
    ),
  ),
  FirearmSeizure: handling(),
  GangAssociation: handling(),
  ContactPoint: fc.constant({ domain: { eq: 'PERSONS' } }),
};

function handling(): fc.Arbitrary<Record<string, PlainWanted>> {
  return fc.constantFrom(
    { handlingCode: { in: ['H0', 'H1'] } },
    { handlingCode: { notIn: ['H2', 'H3'] } },
    { handlingCode: { eq: 'H1' } },
  );
}

function fieldGrant(record: WorldType): fc.Arbitrary<PlainGrant> {
  return fc
    .record(
      {
        fields: fc.oneof(
          fc.constant([...grantableFields[record]]),
          fc.subarray([...grantableFields[record]], { minLength: 1 }),
        ),
        where: fc.oneof(fc.constant({}), conditions[record] ?? fc.constant({})),
        minors: fc.boolean(),
        legalBasis: fc.constant(['L2']),
        unknownAge: fc.constantFrom('ALLOW' as const, 'PROTECT' as const),
        seed: fc.nat(1_000),
      },
      { requiredKeys: ['fields', 'seed'] },
    )
    .map(({ seed, ...grant }) => {
      const mask = Object.fromEntries(
        Object.entries(maskable[record] ?? {}).flatMap(([field, masks], index) => {
          const chosen = masks[(seed >> (2 * index)) % 6];
          return chosen === undefined || !grant.fields.includes(field) ? [] : [[field, chosen]];
        }),
      );
      return { record, ...grant, ...(Object.keys(mask).length > 0 && { mask }) };
    });
}

function hitGrant(record: WorldType, names: readonly string[]): fc.Arbitrary<PlainGrant> {
  return fc
    .record(
      {
        matchOn: fc.subarray([...names], { minLength: 1 }),
        where: handling(),
        minors: fc.boolean(),
        legalBasis: fc.constant(['L2']),
        unknownAge: fc.constantFrom('ALLOW' as const, 'PROTECT' as const),
      },
      { requiredKeys: ['matchOn'] },
    )
    .map(({ matchOn, ...grant }) => ({ record, ...grant, hit: { matchOn } }));
}

const personHit = hitGrant('Person', ['nationalIdentification', 'passport', 'personName']);
const associationHit = hitGrant('GangAssociation', [
  'person.nationalIdentification',
  'person.passport',
  'role',
]);

const lookUpGrant: fc.Arbitrary<PlainGrant> = fc.constantFrom<PlainGrant>(
  { record: 'PersonLookup', fields: ['hit', 'records'] },
  { record: 'PersonLookup', fields: ['hit'] },
);

const grant = fc.oneof(
  { weight: 5, arbitrary: fieldGrant('Person') },
  { weight: 3, arbitrary: fieldGrant('Firearm') },
  { weight: 2, arbitrary: fieldGrant('FirearmSeizure') },
  { weight: 1, arbitrary: fieldGrant('ContactPoint') },
  { weight: 2, arbitrary: fieldGrant('GangAssociation') },
  { weight: 2, arbitrary: personHit },
  { weight: 2, arbitrary: associationHit },
  { weight: 1, arbitrary: lookUpGrant },
);

export const agreements: fc.Arbitrary<readonly PlainAgreement[]> = fc
  .array(
    fc.record({
      agency: mostly('US-ATF', 'HN-ATIC'),
      roles: mostly<readonly string[] | undefined>(undefined, ['tracer'], ['analyst', 'supervisor']),
      purposes: mostly<readonly string[]>(
        ['FIREARM_TRACING', 'GANG_INVESTIGATION'],
        ['FIREARM_TRACING'],
        ['GANG_INVESTIGATION'],
      ),
      case: mostly<string | undefined>(undefined, 'C-1', 'C-2'),
      until: mostly('2027-12-31', '2026-02-01', '2026-01-31'),
      grants: fc.array(grant, { minLength: 2, maxLength: 5, size: 'max' }),
    }),
    { minLength: 2, maxLength: 5, size: 'max' },
  )
  .map((all) =>
    all.map(({ agency, roles, purposes, case: one, until, grants }, index) => ({
      id: `A${String(index)}`,
      grantor: 'GT',
      grantee: { agency, ...(roles && { roles }) },
      purposes,
      ...(one !== undefined && { case: one }),
      legalBasis: ['L1'],
      valid: { from: '2025-01-01', until },
      grants,
      onwardTransfer: 'PROHIBITED' as const,
    })),
  );

/** The first four times out of five. */
function mostly<T>(first: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(first) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

export const requester: fc.Arbitrary<PlainRequester> = fc.record({
  agency: mostly('US-ATF', 'HN-ATIC'),
  roles: fc.constantFrom(['tracer'], ['analyst'], ['tracer', 'supervisor'], []),
  purpose: fc.constantFrom('FIREARM_TRACING', 'FIREARM_TRACING', 'GANG_INVESTIGATION'),
  case: fc.constantFrom('C-1', 'C-2', 'C-3'),
});
