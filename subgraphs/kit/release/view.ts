import { decidesReleases, digestOfTerms, type Officer, type Release } from '../../../policy/release/life.js';
import { releaseAgreementId } from '../../../policy/release/terms.js';

/** A request for release as it is told to one officer; in the terms of the region's `ReleaseRequest`. */
export type ReleaseView = Readonly<Record<string, unknown>>;

/**
 * Tells of a request what its reader may know. To the agency that asked, one that waits is `REQUESTED`, whatever the State's officers
 * have made of it so far: that something was proposed would tell that there is a record.
 *
 * @param candidates - records that fit now; only the State's officers are told
 */
export function viewOf(release: Release, reader: Officer, candidates: readonly string[]): ReleaseView {
  const { id, state, status, requested, dueAt, decided } = release;
  const { particulars } = requested;
  const own = decidesReleases(state, reader);
  return {
    id,
    state,
    status: own || status !== 'PROPOSED' ? status : 'REQUESTED',
    agency: requested.by.agency,
    officer: requested.by.officer,
    purpose: requested.purpose,
    case: requested.case,
    record: requested.record,
    match: particulars.match,
    recordId: particulars.recordId ?? null,
    fields: requested.fields,
    deadline: requested.deadline,
    requestedAt: timeText(requested.at),
    dueAt: timeText(dueAt),
    justification: own ? particulars.justification : null,
    candidates: own ? candidates : null,
    proposal: own ? proposalView(release) : null,
    decidedAt: decided === undefined || decided.kind === 'EXPIRED' ? null : timeText(decided.at),
    reason: decided?.kind === 'REFUSED' ? decided.reason : null,
    released: releasedView(release),
  };
}

function proposalView(release: Release) {
  const { proposed } = release;
  if (proposed === undefined) return null;
  const { by, at, terms } = proposed;
  return {
    digest: digestOfTerms(release, terms),
    agency: by.agency,
    officer: by.officer,
    proposedAt: timeText(at),
    ...terms,
  };
}

function releasedView({ id, proposed, decided }: Release) {
  if (decided?.kind !== 'APPROVED' || proposed === undefined) return null;
  const { records, fields, until } = proposed.terms;
  return { agreement: releaseAgreementId(id), records, fields, until };
}

function timeText(at: number): string {
  return new Date(at).toISOString();
}
