import type { Agreement, Grant } from '../../policy/agreement.js';

/** Agreements of one State: as many with each of some agencies. */
export function manyAgreements(grantor: string, agencies: number, each: number): readonly Agreement[] {
  return Array.from({ length: agencies * each }, (_, index) => ({
    id: `${grantor}-${String(index)}`,
    grantor,
    grantee: { agency: `US-A${String(index % agencies)}`, ...(index % 3 === 0 && { roles: ['tracer'] }) },
    purposes: index % 2 === 0 ? ['FIREARM_TRACING'] : ['GANG_INVESTIGATION', 'FIREARM_TRACING'],
    legalBasis: ['Declaration 2007, 25'],
    valid: { from: '2026-01-01', until: '2027-12-31' },
    grants: firearmGrants,
    onwardTransfer: 'PROHIBITED',
  }));
}

/** Three grants on firearms, each with rows of its own, one with a mask. */
const firearmGrants: readonly Grant[] = [
  { record: 'Firearm', fields: ['make', 'model', 'calibre'], where: { handlingCode: { in: ['H0', 'H1'] } } },
  {
    record: 'Firearm',
    fields: ['serialNumber', 'status'],
    mask: { serialNumber: 'LAST4' },
    where: { handlingCode: { notIn: ['H3'] } },
  },
  { record: 'Firearm', fields: ['serialNumber', 'make'], where: { handlingCode: { eq: 'H0' } } },
];
