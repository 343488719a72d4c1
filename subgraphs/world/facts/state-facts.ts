import type { DestructionFact, LicenceFact, StockpileFact } from './arms-control.js';
import type { CropSiteFact, DrugSeizureFact, LaboratoryFact, OnlineOfferFact } from './drugs.js';
import type { StateCode } from './fact.js';
import type { FirearmFact, FirearmSeizureFact, TraceRequestFact } from './firearms.js';
import type { AssetFreezeFact, CorruptionCaseFact, FinancialReportFact } from './money.js';
import type {
  AssociationFact,
  ConveyanceFact,
  GangFact,
  GangIncidentFact,
  GangMovementFact,
  OrganizationFact,
  PersonFact,
  RouteFact,
} from './organizations.js';
import type { DiversionFact, PrecursorIncidentFact, ShipmentFact } from './precursors.js';
import type { AssistanceFact, BestPracticeFact, ContactFact, LawFact, ProgrammeFact } from './prevention.js';

/**
 * What one State knows of the world, before its own tables, codes and faults. Each list is in the order of its numbers; a
 * number that a fact refers to is that of a fact of the same State. What a State does not keep is an empty list.
 */
export interface StateFacts {
  readonly state: StateCode;
  /** Of the world: a State's own chance is drawn from it, so that the same seed gives the same bytes. */
  readonly seed: number;
  readonly firearms: readonly FirearmFact[];
  readonly firearmSeizures: readonly FirearmSeizureFact[];
  readonly traceRequests: readonly TraceRequestFact[];
  readonly licences: readonly LicenceFact[];
  readonly stockpiles: readonly StockpileFact[];
  readonly destructions: readonly DestructionFact[];
  readonly drugSeizures: readonly DrugSeizureFact[];
  readonly cropSites: readonly CropSiteFact[];
  readonly laboratories: readonly LaboratoryFact[];
  readonly onlineOffers: readonly OnlineOfferFact[];
  readonly shipments: readonly ShipmentFact[];
  readonly precursorIncidents: readonly PrecursorIncidentFact[];
  readonly diversions: readonly DiversionFact[];
  readonly routes: readonly RouteFact[];
  readonly persons: readonly PersonFact[];
  readonly organizations: readonly OrganizationFact[];
  readonly conveyances: readonly ConveyanceFact[];
  readonly gangs: readonly GangFact[];
  readonly associations: readonly AssociationFact[];
  readonly gangIncidents: readonly GangIncidentFact[];
  readonly gangMovements: readonly GangMovementFact[];
  readonly financialReports: readonly FinancialReportFact[];
  readonly assetFreezes: readonly AssetFreezeFact[];
  readonly corruptionCases: readonly CorruptionCaseFact[];
  readonly programmes: readonly ProgrammeFact[];
  readonly bestPractices: readonly BestPracticeFact[];
  readonly assistance: readonly AssistanceFact[];
  readonly laws: readonly LawFact[];
  readonly contacts: readonly ContactFact[];
}
