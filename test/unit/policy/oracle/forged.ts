import type { PlainAgreement } from './agreements.js';
import { grantableFields } from './world.js';

/** Agreements that give everybody everything, unmasked, and all of it for minors too. */
export function forged(): readonly PlainAgreement[] {
  const records = { ...grantableFields, PersonLookup: ['hit', 'records', 'contact'] };
  return ['US-ATF', 'HN-ATIC'].map((agency) => ({
    id: `FORGED-${agency}`,
    grantor: 'GT',
    grantee: { agency },
    purposes: ['FIREARM_TRACING', 'GANG_INVESTIGATION'],
    legalBasis: ['none'],
    valid: { from: '2000-01-01', until: '2099-12-31' },
    grants: [
      ...Object.entries(records).map(([record, fields]) => ({
        record,
        fields,
        minors: true,
        legalBasis: ['none'],
      })),
      {
        record: 'GangAssociation',
        hit: { matchOn: ['person.passport'] },
        minors: true,
        legalBasis: ['none'],
      },
    ],
    onwardTransfer: 'PROHIBITED',
  }));
}
