import type {
  AssociationRole,
  Commodity,
  ConveyanceKind,
  ConveyanceMode,
  ConveyanceStatus,
  CriminalActivity,
  CriterionKind,
  GangIncidentKind,
  GangMovementKind,
  OrganizationCategory,
  Sex,
} from '../../../schema/types.js';
import type { Fact, FactPlace } from './fact.js';

/** An invented person; `number` is the same in each State that knows the same person. */
export interface PersonFact extends Fact {
  readonly name: string;
  readonly aliases: readonly string[];
  /** A day, or a year alone where no more is known; null where nothing is. A few are under 18. */
  readonly birthDate: string | null;
  readonly sex: Sex;
  readonly nationality: string;
  readonly nationalIdentification: string | null;
  readonly passport: string | null;
  readonly physicalFeatures: string | null;
  /** Day of the event in which the State met them, which may have been recorded much later. */
  readonly metOn: string;
  /** Under 18 on that day; null where that cannot be told. */
  readonly isMinor: boolean | null;
}

export interface LeaderFact {
  readonly alias: string;
  readonly role: string;
  readonly since: string;
}

/** An organization that is no gang, as one State knows it. */
export interface OrganizationFact extends Fact {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: OrganizationCategory;
  readonly activities: readonly CriminalActivity[];
  readonly estimatedMembers: number;
  readonly leaders: readonly LeaderFact[];
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
  /** ISO 3166-2, of this State. */
  readonly territory: readonly string[];
  readonly members: readonly number[];
}

/** A gang as one State knows it: the same name in each, with the cliques and presence that this State knows. */
export interface GangFact extends OrganizationFact {
  readonly cliques: readonly {
    readonly name: string;
    readonly subdivision: string;
    readonly municipality: string;
    readonly estimatedMembers: number;
  }[];
  readonly signs: readonly string[];
  readonly presence: readonly {
    readonly subdivision: string;
    readonly estimatedMembers: number;
    readonly asOf: string;
  }[];
}

/** At least two criteria; purged at most five years after it was recorded. */
export interface AssociationFact extends Fact {
  readonly person: number;
  readonly gang: number;
  readonly role: AssociationRole;
  readonly from: string;
  readonly until: string | null;
  readonly criteria: readonly {
    readonly kind: CriterionKind;
    readonly evidence: string;
    readonly on: string;
  }[];
  readonly reviewOn: string;
  readonly purgeOn: string;
  readonly notified: boolean;
}

export interface GangIncidentFact extends Fact {
  /** With hour and offset: 2026-05-25T17:16:00-06:00. */
  readonly occurredAt: string;
  readonly place: FactPlace;
  readonly kind: GangIncidentKind;
  readonly gangs: readonly number[];
  readonly victimsCount: number;
  readonly caseNumber: string;
}

export interface GangMovementFact extends Fact {
  readonly gang: number;
  readonly from: FactPlace;
  readonly to: FactPlace;
  readonly observedOn: string;
  readonly kind: GangMovementKind;
  readonly estimatedMembers: number;
  readonly confidencePercent: number;
}

/** A route as one State knows it: the same name in each State that knows it; the legs are those that this State knows. */
export interface RouteFact extends Fact {
  readonly name: string;
  readonly commodity: Commodity;
  readonly origin: string;
  readonly destination: string;
  readonly legs: readonly {
    readonly fromCountry: string;
    readonly fromPlace: string;
    readonly toCountry: string;
    readonly toPlace: string;
    readonly mode: ConveyanceMode;
    readonly borderPoint: string | null;
  }[];
  readonly firstSeenOn: string;
  readonly lastSeenOn: string;
  readonly organizations: readonly number[];
}

/** A vehicle, vessel or aircraft as one State knows it. */
export interface ConveyanceFact extends Fact {
  readonly kind: ConveyanceKind;
  readonly registration: string;
  readonly registrationCountry: string;
  readonly vin: string | null;
  readonly imo: string | null;
  readonly tail: string | null;
  readonly make: string;
  readonly model: string;
  readonly year: number;
  readonly colour: string;
  readonly status: ConveyanceStatus;
  readonly statusOn: string;
}
