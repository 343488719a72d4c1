import { parseRecordId } from '../../common/record-id.js';
import type { Agreement } from '../agreement.js';
import type { Terms } from './step-texts.js';

/** Days that a release can last. */
const maxDays = 92;

/** A term that cannot stand, and why. */
export interface TermFault {
  readonly argument: string;
  readonly message: string;
}

/**
 * What is wrong with what an officer proposes: a release gives no more fields than were asked for, of records of that type that
 * the State owns, and for a while.
 *
 * @param today - YYYY-MM-DD in the State's time zone
 */
export function termFaults(
  state: string,
  { record, fields }: { readonly record: string; readonly fields: readonly string[] },
  terms: Terms,
  today: string,
): readonly TermFault[] {
  const foreign = terms.records.some((id) => {
    const parsed = parseRecordId(id);
    return parsed?.state !== state || parsed.type !== record;
  });
  const last = new Date(Date.parse(today) + maxDays * 86_400_000).toISOString().slice(0, 10);
  return [
    ...(foreign ? [{ argument: 'terms.records', message: `ids of ${record} of ${state}` }] : []),
    ...(terms.fields.every((field) => fields.includes(field))
      ? []
      : [{ argument: 'terms.fields', message: 'only fields that were asked for' }]),
    ...(terms.until < today || terms.until > last
      ? [{ argument: 'terms.until', message: `a day from ${today} to ${last}` }]
      : []),
  ];
}

/** Who asked, for what. */
export interface ReleasedTo {
  readonly id: string;
  readonly state: string;
  readonly agency: string;
  readonly purpose: string;
  readonly case: string;
  readonly record: string;
}

/** The agreement that an approval makes: of its own for that agency, purpose, case, records, fields and time. */
export function releaseAgreement(to: ReleasedTo, terms: Terms, from: string): Agreement {
  return {
    id: releaseAgreementId(to.id),
    grantor: to.state,
    grantee: { agency: to.agency },
    purposes: [to.purpose],
    case: to.case,
    legalBasis: terms.legalBasis,
    valid: { from, until: terms.until },
    grants: [
      {
        record: to.record,
        fields: terms.fields,
        where: { id: { in: terms.records } },
        legalBasis: terms.legalBasis,
        ...(terms.minors && { minors: true }),
      },
    ],
    onwardTransfer: 'PROHIBITED',
  };
}

/** `GT:Release:Ab3…` → `GT-RELEASE-Ab3…` */
export function releaseAgreementId(id: string): string {
  return id.replaceAll(':', '-').replace('-Release-', '-RELEASE-');
}
