import type { ReleaseStep } from '../../../audit/entry.js';
import { IstmoError } from '../../../common/errors.js';
import type { StepText } from '../../../policy/release/step-texts.js';
import type { Asked, DeskParts } from './desk-parts.js';
import { releaseEntry } from './release-entry.js';

interface Noted {
  readonly asked?: Asked;
  readonly releases: readonly ReleaseStep[];
  readonly agreements?: readonly string[];
  readonly refusal?: IstmoError;
}

/** Writes what was done, or refused, into the access log. @throws IstmoError `AUDIT_UNAVAILABLE` */
export async function note(
  { state, log, clock, agreements: { digest } }: DeskParts,
  { asked, releases, agreements, refusal }: Noted,
): Promise<void> {
  const told = {
    state,
    releases,
    agreementsDigest: digest,
    ...(asked && { assertion: asked.assertion }),
    ...(agreements && { agreements }),
    ...(refusal && { refusal: refusal.code }),
  };
  try {
    await log.append(releaseEntry(told, clock()));
  } catch (cause) {
    throw new IstmoError('AUDIT_UNAVAILABLE', { cause });
  }
}

const doing: Readonly<Record<Exclude<StepText['do'], 'LIST'>, ReleaseStep['step']>> = {
  REQUEST: 'REQUESTED',
  READ: 'READ',
  PROPOSE: 'PROPOSED',
  APPROVE: 'APPROVED',
  REFUSE: 'REFUSED',
};

/** What was tried, of a step that is not taken. */
export function named({ step }: Asked): readonly ReleaseStep[] {
  return 'id' in step ? [{ id: step.id, step: doing[step.do] }] : [];
}
