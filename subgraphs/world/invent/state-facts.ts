import type { StateFacts } from '../facts/state-facts.js';
import type { FactKind } from '../keeps.js';
import { destructionFacts, stockpileFacts } from './arms-control.js';
import { conveyanceFacts } from './conveyances.js';
import { drugSeizureFacts } from './drug-seizures.js';
import { cropSiteFacts, laboratoryFacts, onlineOfferFacts } from './drug-sites.js';
import { firearmSeizureFacts } from './firearm-seizures.js';
import { firearmFacts } from './firearms.js';
import { associationFacts, gangIncidentFacts, gangMovementFacts } from './gang-events.js';
import { gangFacts } from './gangs.js';
import { contactFacts, lawFacts } from './law-and-contacts.js';
import { licenceFacts } from './licences.js';
import { assetFreezeFacts, corruptionCaseFacts, financialReportFacts } from './money.js';
import { organizationFacts } from './networks.js';
import { personFacts } from './persons.js';
import type { Telling } from './plan.js';
import { diversionFacts, precursorIncidentFacts } from './precursor-events.js';
import { assistanceFacts, bestPracticeFacts, programmeFacts } from './prevention.js';
import { routeFacts } from './routes.js';
import { shipmentFacts } from './shipments.js';
import { traceRequestFacts } from './trace-requests.js';

type Makers = { readonly [Kind in FactKind]: (telling: Telling) => StateFacts[Kind] };

const makers: Makers = {
  firearms: firearmFacts,
  firearmSeizures: firearmSeizureFacts,
  traceRequests: traceRequestFacts,
  licences: licenceFacts,
  stockpiles: stockpileFacts,
  destructions: destructionFacts,
  drugSeizures: drugSeizureFacts,
  cropSites: cropSiteFacts,
  laboratories: laboratoryFacts,
  onlineOffers: onlineOfferFacts,
  shipments: shipmentFacts,
  precursorIncidents: precursorIncidentFacts,
  diversions: diversionFacts,
  routes: routeFacts,
  persons: personFacts,
  organizations: organizationFacts,
  conveyances: conveyanceFacts,
  gangs: gangFacts,
  associations: associationFacts,
  gangIncidents: gangIncidentFacts,
  gangMovements: gangMovementFacts,
  financialReports: financialReportFacts,
  assetFreezes: assetFreezeFacts,
  corruptionCases: corruptionCaseFacts,
  programmes: programmeFacts,
  bestPractices: bestPracticeFacts,
  assistance: assistanceFacts,
  laws: lawFacts,
  contacts: contactFacts,
};

/** A State's facts. Each list is made when it is first read, and remembered. */
export function tellState(telling: Telling): StateFacts {
  const told = new Map<string, unknown>();
  const base = { state: telling.state, seed: telling.seed };
  return Object.defineProperties(base, lazily(told, telling)) as StateFacts;
}

function lazily(told: Map<string, unknown>, telling: Telling): PropertyDescriptorMap {
  return Object.fromEntries(
    Object.entries(makers).map(([kind, make]) => [
      kind,
      {
        enumerable: true,
        get: () => {
          if (!told.has(kind)) told.set(kind, make(telling));
          return told.get(kind);
        },
      },
    ]),
  );
}
