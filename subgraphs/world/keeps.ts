import type { StateCode } from './facts/fact.js';
import type { StateFacts } from './facts/state-facts.js';

export const worldStates: readonly StateCode[] = ['BZ', 'CR', 'DO', 'GT', 'HN', 'NI', 'PA', 'SV', 'US'];

/** A kind of fact: the name of its list. */
export type FactKind = Exclude<keyof StateFacts, 'state' | 'seed'>;

/** Which States keep which facts; each kind is kept by three at least. */
export const keepers: Readonly<Record<FactKind, readonly StateCode[]>> = {
  firearms: worldStates,
  firearmSeizures: ['BZ', 'CR', 'DO', 'GT', 'HN', 'NI', 'PA', 'SV'],
  traceRequests: ['GT', 'HN', 'SV', 'US'],
  licences: ['BZ', 'HN', 'NI', 'PA', 'US'],
  stockpiles: ['BZ', 'HN', 'NI', 'PA'],
  destructions: ['BZ', 'HN', 'NI', 'SV'],
  drugSeizures: ['BZ', 'CR', 'DO', 'GT', 'HN', 'NI', 'PA', 'SV'],
  cropSites: ['BZ', 'DO', 'GT', 'HN'],
  laboratories: ['GT', 'HN', 'PA'],
  onlineOffers: ['CR', 'PA', 'US'],
  shipments: ['CR', 'DO', 'GT', 'PA', 'US'],
  precursorIncidents: ['CR', 'DO', 'GT', 'PA'],
  diversions: ['CR', 'DO', 'PA', 'US'],
  routes: ['CR', 'DO', 'GT', 'HN', 'NI', 'PA'],
  persons: ['BZ', 'CR', 'DO', 'GT', 'HN', 'PA', 'SV', 'US'],
  organizations: ['CR', 'DO', 'GT', 'HN', 'PA', 'US'],
  conveyances: ['BZ', 'GT', 'HN', 'NI', 'PA'],
  gangs: ['BZ', 'GT', 'HN', 'SV', 'US'],
  associations: ['GT', 'HN', 'SV'],
  gangIncidents: ['BZ', 'GT', 'HN', 'SV'],
  gangMovements: ['GT', 'HN', 'SV', 'US'],
  financialReports: ['CR', 'DO', 'PA', 'US'],
  assetFreezes: ['CR', 'PA', 'US'],
  corruptionCases: ['CR', 'PA', 'SV'],
  programmes: ['BZ', 'CR', 'HN', 'NI', 'SV'],
  bestPractices: ['BZ', 'CR', 'NI', 'SV'],
  assistance: ['CR', 'HN', 'SV', 'US'],
  laws: worldStates,
  contacts: worldStates,
};

/** The place of a State among those that keep a kind; -1 where it does not keep it. */
export function placeAmong(kind: FactKind, state: StateCode): number {
  return keepers[kind].indexOf(state);
}
