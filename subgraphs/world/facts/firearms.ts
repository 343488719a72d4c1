import type {
  FirearmStatus,
  TraceOutcome,
  TracePriority,
  TraceRequestStatus,
} from '../../../schema/types.js';
import type { Model } from '../catalogue.js';
import type { Fact, FactPlace, StateCode } from './fact.js';

/** A firearm as one State knows it: `number` is the same in each State that knows the same firearm. */
export interface FirearmFact extends Fact {
  /** As the maker stamped it; a State's seed types it with the faults of its clerks. */
  readonly serial: string;
  readonly serialObliterated: boolean;
  readonly model: Model;
  readonly year: number;
  readonly finish: string | null;
  readonly importMark: { readonly country: string; readonly year: number } | null;
  readonly additionalMarkings: string | null;
  readonly status: FirearmStatus;
  /** Of this State. */
  readonly seizure: number | null;
  /** First sale to a person, where this State knows it. */
  readonly sale: { readonly on: string; readonly dealer: string; readonly purchaser: number } | null;
  readonly theft: { readonly on: string; readonly place: FactPlace } | null;
  /** Into this State: by a maker's importer in the United States, elsewhere for an owner whom it was stolen from. */
  readonly importedOn: string | null;
}

/** An event in which firearms were seized in this State. */
export interface FirearmSeizureFact extends Fact {
  readonly seizedAt: string;
  readonly place: FactPlace;
  readonly caseNumber: string;
  readonly origin: string | null;
  readonly transit: readonly string[];
  readonly destination: string | null;
  readonly ammunition: readonly { readonly calibre: string; readonly quantity: number }[];
  readonly persons: readonly number[];
  readonly organizations: readonly number[];
  readonly route: number | null;
}

/** A request to trace a firearm, sent or received by this State. */
export interface TraceRequestFact extends Fact {
  readonly requestedOn: string;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
  readonly priority: TracePriority;
  /** NIBRS offence code. */
  readonly crimeCode: string;
  readonly caseNumber: string;
  /** Null where this State, being asked, does not know it. */
  readonly firearm: number | null;
  readonly serial: string;
  readonly make: string;
  readonly status: TraceRequestStatus;
  readonly result: TraceOutcome | null;
  readonly completedOn: string | null;
}
