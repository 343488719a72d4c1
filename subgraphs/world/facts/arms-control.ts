import type {
  DestructionMethod,
  DestructionOrigin,
  LicenceKind,
  SecurityLevel,
  StockpileCondition,
} from '../../../schema/types.js';
import type { Model } from '../catalogue.js';
import type { Fact, FactPlace } from './fact.js';

export interface ArmsItemFact {
  readonly category: Model['category'];
  readonly make: string;
  readonly model: string;
  readonly calibre: string;
  readonly quantity: number;
}

/** A licence as the State that issued it keeps it. */
export interface LicenceFact extends Fact {
  readonly licenceNumber: string;
  /** The other State's licence for the same transfer. */
  readonly counterpartLicenceNumber: string | null;
  readonly kind: LicenceKind;
  readonly issuedOn: string;
  readonly validUntil: string;
  readonly exportingState: string;
  readonly importingState: string;
  readonly transitStates: readonly string[];
  readonly broker: string | null;
  readonly endUser: string;
  readonly items: readonly ArmsItemFact[];
  readonly quantity: number;
  /** What was sent (export) or arrived (import): the two sides do not always agree. */
  readonly quantityTransferred: number;
  readonly value: number;
  readonly valueCurrency: string;
}

export interface StockpileFact extends Fact {
  readonly holder: string;
  readonly site: FactPlace;
  readonly items: readonly ArmsItemFact[];
  readonly quantity: number;
  readonly condition: StockpileCondition;
  readonly securityLevel: SecurityLevel;
  readonly lastInspectionOn: string;
  readonly discrepancy: number;
  readonly surplusQuantity: number;
}

export interface DestructionFact extends Fact {
  readonly destroyedOn: string;
  readonly method: DestructionMethod;
  readonly quantity: number;
  readonly origin: DestructionOrigin;
  readonly place: FactPlace;
  readonly items: readonly ArmsItemFact[];
  readonly witnessedBy: readonly string[];
}
