import type { HandlingCode, SourceReliability } from '../../../schema/types.js';

/** The States of the demo region. */
export type StateCode = 'BZ' | 'CR' | 'DO' | 'GT' | 'HN' | 'NI' | 'PA' | 'SV' | 'US';

/**
 * What every fact of the world carries. Values are the shared language's own (enums, ISO codes, kilograms, millimetres, days as YYYY-MM-DD):
 * a State's seed turns them into its own columns, code lists, units and ways of writing, and adds its own faults.
 */
export interface Fact {
  /** Of its kind, counted over the whole world from 0: two States that hold a fact of the same number hold the same thing. */
  readonly number: number;
  readonly recordedOn: string;
  /** Never before `recordedOn`. */
  readonly updatedOn: string | null;
  readonly verifiedOn: string | null;
  /** A record whose day has passed is not served. */
  readonly expiresOn: string | null;
  readonly handlingCode: HandlingCode;
  readonly sourceReliability: SourceReliability;
  /** 1 to 4. */
  readonly informationAccuracy: number;
}

/** A place: what a State may know of where something happened. */
export interface FactPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2. */
  readonly subdivision: string;
  readonly municipality: string;
  /** WGS 84 degrees; null where the source gives none. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}
