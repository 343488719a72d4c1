import { createHash } from 'node:crypto';
import type { AgreementSet } from '../../subgraphs/kit/agreements.js';
import type { Agreement } from '../../policy/agreement.js';
import { compilePolicy } from '../../policy/compile.js';

/** The agency that asks in the bench, and others that a State has agreements with, too. */
const agencies = ['US-ATF', 'US-DEA', 'SV-PNC', 'GT-PNC', 'HN-ATIC', 'SV-SICA'] as const;

/** What every requester of the bench may be and asks for. */
export const benchAsker = { agency: 'US-ATF', role: 'tracer', purpose: 'FIREARM_TRACING' } as const;

const firearmFields = [
  ...['originState', 'handlingCode', 'recordedAt', 'serialNumber', 'make', 'model', 'category', 'calibre'],
  ...['countryOfManufacture', 'yearOfManufacture', 'barrelLengthMillimetres', 'finish', 'status'],
  ...['importMarkYear', 'seizure'],
];

/** A State's agreements: they give the bench's requesters all that its queries ask for. */
export function agreementsOf(state: string): AgreementSet {
  const agreements = agencies.map((agency) => agreement(state, agency));
  const digest = createHash('sha256').update(JSON.stringify(agreements)).digest('base64url');
  return { agreements, policy: compilePolicy(agreements), digest };
}

function agreement(state: string, agency: string): Agreement {
  const openRows = { handlingCode: { in: ['H0', 'H1'] } };
  return {
    id: `${state}-${agency}-2026-01`,
    grantor: state,
    grantee: { agency, roles: [benchAsker.role] },
    purposes: [benchAsker.purpose],
    legalBasis: ['Declaration 2007, 24 and 25'],
    valid: { from: '2000-01-01', until: '2999-12-31' },
    grants: [
      { record: 'Firearm', fields: firearmFields, where: openRows },
      { record: 'FirearmTrace', fields: ['hit', 'records', 'chainOfCustody', 'outcome', 'timeToCrimeDays'] },
      {
        record: 'FirearmSeizure',
        fields: ['originState', 'seizedAt', 'place', 'caseNumber', 'firearms', 'handlingCode'],
        where: openRows,
      },
    ],
    onwardTransfer: 'WITH_CONSENT',
  };
}
