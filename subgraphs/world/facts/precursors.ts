import type { IncbTable, PrecursorIncidentKind, ShipmentReply } from '../../../schema/types.js';
import type { Fact, FactPlace } from './fact.js';

/** A pre-export notification as the exporting or the importing State keeps it; the two meet by `notificationNumber`. */
export interface ShipmentFact extends Fact {
  readonly notificationNumber: string;
  readonly substance: string;
  readonly casNumber: string;
  readonly incbTable: IncbTable;
  readonly quantityKilograms: number;
  /** Known to the importing State only; short in the story of the demo. */
  readonly quantityReceivedKilograms: number | null;
  readonly exportingState: string;
  readonly importingState: string;
  readonly exporter: string;
  readonly importer: string;
  readonly consignee: string | null;
  readonly pointOfEntry: string;
  readonly expectedOn: string;
  readonly arrivedOn: string | null;
  readonly reply: ShipmentReply;
}

export interface PrecursorIncidentFact extends Fact {
  readonly kind: PrecursorIncidentKind;
  readonly substance: string;
  readonly casNumber: string;
  readonly incbTable: IncbTable;
  readonly quantityKilograms: number;
  readonly occurredOn: string;
  readonly place: FactPlace;
  readonly origin: string | null;
  readonly destination: string | null;
  readonly caseNumber: string;
  /** Of this State. */
  readonly shipment: number | null;
  readonly route: number | null;
}

export interface DiversionFact extends Fact {
  readonly product: string;
  readonly activeSubstance: string;
  readonly quantityUnits: number;
  readonly divertedFrom: string;
  readonly occurredOn: string;
  readonly place: FactPlace;
}
