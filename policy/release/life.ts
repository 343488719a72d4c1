import type { ErrorCode } from '../../common/errors.js';
import {
  type Deadline,
  deadlineHours,
  digestOfProposal,
  type Particulars,
  type Status,
  type Terms,
} from './step-texts.js';

/** Who takes a step, as the gateway asserts it. */
export interface Officer {
  readonly agency: string;
  readonly country: string;
  /** A pseudonym that only the agency can resolve. */
  readonly officer: string;
  readonly roles: readonly string[];
}

/** A step as the gateway signed for it, word by word: what a history can be held against. */
export interface Evidence {
  readonly assertion: string;
  readonly text: string;
}

interface Taken {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Officer;
}

export interface Requested extends Taken {
  readonly kind: 'REQUESTED';
  readonly purpose: string;
  readonly case: string;
  readonly record: string;
  readonly fields: readonly string[];
  readonly deadline: Deadline;
  readonly particulars: Particulars;
  readonly evidence: Evidence;
}

export interface Proposed extends Taken {
  readonly kind: 'PROPOSED';
  readonly terms: Terms;
  readonly evidence: Evidence;
}

export interface Approved extends Taken {
  readonly kind: 'APPROVED';
  /** Digest of the proposal. */
  readonly proposal: string;
  readonly evidence: Evidence;
}

export interface Refused extends Taken {
  readonly kind: 'REFUSED';
  readonly reason: string;
}

export interface Expired {
  readonly kind: 'EXPIRED';
  readonly at: number;
}

/** What was approved is a line of the State's history now. */
interface InForce {
  readonly kind: 'IN_FORCE';
  readonly at: number;
}

/** One step in the life of a request for release. */
export type Step = Requested | Proposed | Approved | Refused | Expired | InForce;

type Decided = Approved | Refused | Expired;

/** A request for release, as far as it has come. */
export interface Release {
  readonly id: string;
  readonly state: string;
  readonly status: Status;
  readonly requested: Requested;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly proposed?: Proposed;
  readonly decided?: Decided;
}

const decisions: ReadonlySet<Step['kind']> = new Set(['APPROVED', 'REFUSED', 'EXPIRED']);

/** A request with its steps so far, the first of which is that it was requested. */
export function releaseOf(id: string, state: string, steps: readonly Step[]): Release | undefined {
  const [requested, ...others] = steps;
  if (requested?.kind !== 'REQUESTED') return undefined;
  const proposed = others.findLast((step) => step.kind === 'PROPOSED');
  const decided = others.find((step): step is Decided => decisions.has(step.kind));
  return {
    id,
    state,
    status: decided?.kind ?? proposed?.kind ?? 'REQUESTED',
    requested,
    dueAt: requested.at + deadlineHours[requested.deadline] * 3_600_000,
    ...(proposed && { proposed }),
    ...(decided && { decided }),
  };
}

export const releaseRole = 'release-officer';

/** Whoever the State's own agencies trust with it. */
export function decidesReleases(state: string, { country, roles }: Officer): boolean {
  return country === state && roles.includes(releaseRole);
}

export function isOverdue({ decided, dueAt }: Release, now: number): boolean {
  return decided === undefined && now >= dueAt;
}

/**
 * Why a step cannot be taken; undefined where it can. Nothing is released by one person, after the deadline, or otherwise than
 * it was proposed.
 */
export function stepFault(release: Release, step: Proposed | Approved | Refused): ErrorCode | undefined {
  if (!decidesReleases(release.state, step.by)) return 'RELEASE_OFFICERS_ONLY';
  if (release.decided !== undefined)
    return release.decided.kind === 'EXPIRED' ? 'RELEASE_EXPIRED' : 'RELEASE_DECIDED';
  if (isOverdue(release, step.at)) return 'RELEASE_EXPIRED';
  if (step.kind !== 'APPROVED') return undefined;
  const { proposed, requested } = release;
  if (proposed === undefined || digestOfTerms(release, proposed.terms) !== step.proposal)
    return 'RELEASE_NOT_PROPOSED';
  return isSamePerson(proposed.by, step.by) || isSamePerson(requested.by, step.by)
    ? 'SECOND_OFFICER_MISSING'
    : undefined;
}

/** What names a proposal: of the same terms for the same request it is the same. */
export function digestOfTerms({ id }: Pick<Release, 'id'>, terms: Terms): string {
  return digestOfProposal({ do: 'PROPOSE', id, terms });
}

/** The issuer of the token is the agency's own, and the pseudonym is the agency's. */
export function isSamePerson(one: Officer, other: Officer): boolean {
  return one.agency === other.agency && one.officer === other.officer;
}
