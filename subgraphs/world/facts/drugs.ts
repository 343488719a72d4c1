import type { ConveyanceMode, DrugCategory, DrugForm, IllicitCrop } from '../../../schema/types.js';
import type { Fact, FactPlace } from './fact.js';

/** An event in which drugs were seized in this State. Weights in kilograms; plants, tablets and the like in units. */
export interface DrugSeizureFact extends Fact {
  readonly seizedAt: string;
  readonly place: FactPlace;
  readonly substance: string;
  readonly category: DrugCategory;
  readonly form: DrugForm;
  readonly quantityKilograms: number | null;
  readonly quantityUnits: number | null;
  readonly purityPercent: number | null;
  readonly packagingMarks: string | null;
  readonly mode: ConveyanceMode;
  readonly conveyance: number | null;
  readonly concealment: string | null;
  readonly origin: string | null;
  readonly transit: readonly string[];
  readonly destination: string | null;
  readonly caseNumber: string;
  readonly route: number | null;
  readonly persons: readonly number[];
  readonly organizations: readonly number[];
}

export interface CropSiteFact extends Fact {
  readonly crop: IllicitCrop;
  readonly hectares: number;
  readonly eradicatedHectares: number;
  readonly surveyedOn: string;
  readonly place: FactPlace;
}

export interface LaboratoryFact extends Fact {
  readonly foundOn: string;
  readonly place: FactPlace;
  readonly product: string;
  readonly productCategory: DrugCategory;
  readonly capacityKilogramsPerMonth: number;
  readonly precursorsFound: readonly string[];
}

export interface OnlineOfferFact extends Fact {
  readonly platform: string;
  readonly substance: string;
  readonly category: DrugCategory;
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
  readonly shipsFrom: string;
  readonly shipsTo: readonly string[];
  readonly vendorHandle: string;
}
