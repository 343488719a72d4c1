import type {
  AssistanceDirection,
  AssistanceKind,
  ContactDomain,
  LegalStatus,
  LegalSubject,
  ProgrammeKind,
  TargetGroup,
} from '../../../schema/types.js';
import type { Fact, FactPlace } from './fact.js';

export interface ProgrammeFact extends Fact {
  readonly name: string;
  readonly kind: ProgrammeKind;
  readonly targetGroup: TargetGroup;
  readonly territory: readonly string[];
  readonly place: FactPlace;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly participantsCount: number;
  readonly results: string;
  readonly documents: readonly string[];
}

export interface BestPracticeFact extends Fact {
  readonly name: string;
  readonly kind: ProgrammeKind;
  readonly targetGroup: TargetGroup;
  readonly territory: readonly string[];
  readonly publishedOn: string;
  readonly results: string;
  readonly documents: readonly string[];
}

export interface AssistanceFact extends Fact {
  readonly name: string;
  readonly kind: AssistanceKind;
  readonly direction: AssistanceDirection;
  readonly targetGroup: TargetGroup;
  readonly territory: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly results: string;
  readonly documents: readonly string[];
}

/** A law of this State. Every State has some; together they cover each subject, not each State does. */
export interface LawFact extends Fact {
  readonly title: string;
  readonly lawNumber: string;
  readonly subject: LegalSubject;
  readonly status: LegalStatus;
  readonly inForceOn: string | null;
  readonly text: string;
}

export interface ContactFact extends Fact {
  readonly organization: string;
  readonly domain: ContactDomain;
  readonly hours: string;
  /** BCP 47. */
  readonly languages: readonly string[];
  readonly phone: string;
  readonly email: string;
}
