import type { WithholdingReason } from '../common/withheld.js';
import type { Agreement } from './agreement.js';

/** Who asks, for what, on which day. */
export interface Asker {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  /** The agency's case number, where one was declared. */
  readonly case?: string | undefined;
  /** YYYY-MM-DD in the grantor's time zone. */
  readonly date: string;
}

/** A condition under which an agreement applies, named by the reason that its failing gives. */
export type Lack = Extract<
  WithholdingReason,
  'PURPOSE_NOT_COVERED' | 'ROLE_NOT_COVERED' | 'AGREEMENT_EXPIRED'
>;

/** What an agreement with the asker's agency lacks to apply, the weightiest first; none where it applies. */
export function lacks({ grantee, purposes, valid }: Agreement, asker: Asker): readonly Lack[] {
  const lacking: Lack[] = [];
  if (!purposes.includes(asker.purpose)) lacking.push('PURPOSE_NOT_COVERED');
  if (grantee.roles?.some((role) => asker.roles.includes(role)) === false) lacking.push('ROLE_NOT_COVERED');
  if (asker.date < valid.from || asker.date > valid.until) lacking.push('AGREEMENT_EXPIRED');
  return lacking;
}
