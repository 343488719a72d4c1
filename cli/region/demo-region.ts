import type { Agency, Region } from '../../common/region.js';
import { releaseRole } from '../../policy/release/life.js';

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
  state('BZ', 'Belize', 'Belice', 'America/Belize'),
  state('CR', 'Costa Rica', 'Costa Rica', 'America/Costa_Rica'),
  state('DO', 'Dominican Republic', 'República Dominicana', 'America/Santo_Domingo'),
  state('GT', 'Guatemala', 'Guatemala', 'America/Guatemala'),
  state('HN', 'Honduras', 'Honduras', 'America/Tegucigalpa'),
  state('NI', 'Nicaragua', 'Nicaragua', 'America/Managua'),
  state('PA', 'Panama', 'Panamá', 'America/Panama'),
  state('SV', 'El Salvador', 'El Salvador', 'America/El_Salvador'),
  state('US', 'United States', 'Estados Unidos', 'America/New_York'),
];

/** In each State the agency whose officers decide on the release of its records. */
const releasing: ReadonlySet<string> = new Set([
  'BZ-BPD',
  'CR-OIJ',
  'DO-DNCD',
  'GT-PNC',
  'HN-ATIC',
  'NI-PN',
  'PA-PN',
  'SV-PNC',
  'US-ATF',
]);

export const demoAgencies: readonly Omit<Agency, 'issuer' | 'claims'>[] = [
  agency('BZ-BPD', 'BZ', 'Police Department', 'Departamento de Policía', ['investigator', 'analyst']),
  agency('CR-OIJ', 'CR', 'Judicial investigation', 'Organismo de Investigación Judicial', [
    'investigator',
    'analyst',
  ]),
  agency('DO-DNCD', 'DO', 'National Drug Control', 'Dirección Nacional de Control de Drogas', [
    'investigator',
    'analyst',
  ]),
  agency('GT-PNC', 'GT', 'National Civil Police', 'Policía Nacional Civil', ['investigator', 'analyst']),
  agency('GT-PDH', 'GT', 'Human Rights Ombudsman', 'Procuraduría de los Derechos Humanos', [
    'national-auditor',
  ]),
  agency('HN-ATIC', 'HN', 'Criminal investigation', 'Investigación criminal', ['investigator']),
  agency('NI-PN', 'NI', 'National Police', 'Policía Nacional', ['investigator', 'analyst']),
  agency('PA-PN', 'PA', 'National Police', 'Policía Nacional', ['investigator', 'analyst']),
  agency('PA-UAF', 'PA', 'Financial analysis', 'Unidad de Análisis Financiero', ['analyst']),
  agency('SV-PNC', 'SV', 'National Civil Police', 'Policía Nacional Civil', ['investigator', 'analyst']),
  agency('SV-SICA', 'SV', 'General Secretariat of SICA', 'Secretaría General del SICA', [
    'analyst',
    'regional-auditor',
  ]),
  agency('US-ATF', 'US', 'Firearms tracing', 'Rastreo de armas', ['tracer', 'analyst', 'agency-auditor']),
  agency('US-DEA', 'US', 'Drug enforcement', 'Control de drogas', ['analyst']),
];

export const demoClients: readonly DemoClient[] = [
  client('BZ-BPD', 'investigator', 'bpd-6c20'),
  client('CR-OIJ', 'investigator', 'oij-1d7e'),
  client('DO-DNCD', 'investigator', 'dncd-83b5'),
  client('GT-PNC', 'investigator', 'pnc-gt-c8d0'),
  client('GT-PDH', 'national-auditor', 'pdh-3b90'),
  client('HN-ATIC', 'investigator', 'atic-44f9'),
  client('NI-PN', 'investigator', 'pn-ni-a217'),
  client('PA-PN', 'investigator', 'pn-pa-5f08'),
  client('PA-UAF', 'analyst', 'uaf-9e34'),
  client('SV-PNC', 'investigator', 'pnc-sv-5e11'),
  client('SV-SICA', 'analyst', 'sica-0a6e'),
  client('SV-SICA', 'regional-auditor', 'sica-71d4'),
  client('US-ATF', 'tracer', 'atf-7f3a'),
  client('US-ATF', 'analyst', 'atf-91c2'),
  client('US-ATF', 'agency-auditor', 'atf-0d55'),
  client('US-DEA', 'analyst', 'dea-20bd'),
  ...[...releasing].flatMap(twoReleaseOfficers),
];

/** Each agency has its own issuer, all of them on one demo provider. */
export function issuerOf(identityUrl: string, agencyId: string): string {
  return `${identityUrl}/${agencyId.toLowerCase()}`;
}

function state(code: string, en: string, es: string, timeZone: string) {
  return { code, name: { en, es }, timeZone };
}

function agency(id: string, country: string, en: string, es: string, roles: string[]) {
  return { id, country, name: { en, es }, roles: releasing.has(id) ? [...roles, releaseRole] : roles };
}

function client(agencyId: string, role: string, officer: string): DemoClient {
  return { id: `${agencyId.toLowerCase()}-${role}`, agency: agencyId, officer, roles: [role] };
}

/** Nothing is released by one person. */
function twoReleaseOfficers(agencyId: string): readonly DemoClient[] {
  const first = client(agencyId, releaseRole, `${agencyId.toLowerCase()}-e1`);
  return [first, { ...first, id: `${first.id}-2`, officer: `${agencyId.toLowerCase()}-e2` }];
}
