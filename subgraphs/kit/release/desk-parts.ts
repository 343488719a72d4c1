import type { AuditLog } from '../../../audit/log.js';
import type { Clock } from '../../../common/clock.js';
import { IstmoError } from '../../../common/errors.js';
import type { Evidence, Officer, Release } from '../../../policy/release/life.js';
import type { Particulars, StepText } from '../../../policy/release/step-texts.js';
import type { Vocabulary } from '../../../schema/vocabulary.js';
import type { AgreementSet } from '../agreements.js';
import type { Assertion } from '../assertion.js';
import type { Source } from '../records/source.js';
import type { ReleaseStore } from './store.js';

/** What a desk for releases works with. */
export interface DeskParts {
  readonly state: string;
  readonly timeZone: string;
  readonly vocabulary: Vocabulary;
  readonly source: Source;
  readonly store: ReleaseStore;
  readonly log: Pick<AuditLog, 'append'>;
  readonly clock: Clock;
  /** In force now; changes while the node runs. */
  readonly agreements: AgreementSet;
  /** Puts an approved release in force, if it is not yet. */
  readonly publish: (release: Release) => Promise<void>;
  /** Told where that failed: it is tried again. */
  readonly onFault: (error: unknown) => void;
}

/** A step as it came, with who takes it. */
export interface Asked {
  readonly assertion: Assertion;
  readonly step: StepText;
  readonly particulars: Particulars | undefined;
  readonly evidence: Evidence;
}

/** Who takes a step, as the gateway asserts it. */
export function officerOf({ sub: officer, agency, country, roles }: Assertion): Officer {
  return { agency, country, officer, roles };
}

/** @param argument - of the step that is wrong */
export function invalid(argument: string, message: string): IstmoError {
  return new IstmoError('ARGUMENT_INVALID', { detail: `${argument}: ${message}.`, details: { argument } });
}
