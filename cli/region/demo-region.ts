import type { Agency, Region } from '../../common/region.js';

/** A workstation of the demo: a client of an agency's identity provider, with the officer who sits at it. */
export interface DemoClient {
  readonly id: string;
  readonly agency: string;
  readonly officer: string;
  readonly roles: readonly string[];
}

export const demoAudience = 'https://gateway.istmo.example';
export const demoGatewayId = 'regional';

export const demoStates: readonly Pick<Region['states'][number], 'code' | 'name' | 'timeZone'>[] = [
  { code: 'GT', name: { en: 'Guatemala', es: 'Guatemala' }, timeZone: 'America/Guatemala' },
  { code: 'SV', name: { en: 'El Salvador', es: 'El Salvador' }, timeZone: 'America/El_Salvador' },
  { code: 'US', name: { en: 'United States', es: 'Estados Unidos' }, timeZone: 'America/New_York' },
];

export const demoAgencies: readonly Omit<Agency, 'issuer' | 'claims'>[] = [
  agency('US-ATF', 'US', 'Firearms tracing', 'Rastreo de armas', ['tracer', 'analyst', 'agency-auditor']),
  agency('US-DEA', 'US', 'Drug enforcement', 'Control de drogas', ['analyst']),
  agency('SV-PNC', 'SV', 'National Civil Police', 'Policía Nacional Civil', ['investigator', 'analyst']),
  agency('GT-PNC', 'GT', 'National Civil Police', 'Policía Nacional Civil', ['investigator', 'analyst']),
  agency('GT-PDH', 'GT', 'Human Rights Ombudsman', 'Procuraduría de los Derechos Humanos', [
    'national-auditor',
  ]),
  agency('HN-ATIC', 'HN', 'Criminal investigation', 'Investigación criminal', ['investigator']),
  agency('SV-SICA', 'SV', 'General Secretariat of SICA', 'Secretaría General del SICA', [
    'analyst',
    'regional-auditor',
  ]),
];

export const demoClients: readonly DemoClient[] = [
  client('US-ATF', 'tracer', 'atf-7f3a'),
  client('US-ATF', 'analyst', 'atf-91c2'),
  client('US-DEA', 'analyst', 'dea-20bd'),
  client('SV-PNC', 'investigator', 'pnc-sv-5e11'),
  client('GT-PNC', 'investigator', 'pnc-gt-c8d0'),
  client('HN-ATIC', 'investigator', 'atic-44f9'),
  client('SV-SICA', 'analyst', 'sica-0a6e'),
  client('SV-SICA', 'regional-auditor', 'sica-71d4'),
  client('GT-PDH', 'national-auditor', 'pdh-3b90'),
  client('US-ATF', 'agency-auditor', 'atf-0d55'),
];

/** Each agency has its own issuer, all of them on one demo provider. */
export function issuerOf(identityUrl: string, agencyId: string): string {
  return `${identityUrl}/${agencyId.toLowerCase()}`;
}

function agency(id: string, country: string, en: string, es: string, roles: string[]) {
  return { id, country, name: { en, es }, roles };
}

function client(agencyId: string, role: string, officer: string): DemoClient {
  return { id: `${agencyId.toLowerCase()}-${role}`, agency: agencyId, officer, roles: [role] };
}
