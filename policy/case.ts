import { sha256 } from '../common/sha256.js';
import type { Agreement } from './agreement.js';

type Bound = Pick<Agreement, 'grantor' | 'grantee' | 'case'>;

/** What stands for a case number where agreements are published, since whoever fetches them must not learn it. */
export function caseDigest({ grantor, grantee }: Bound, caseNumber: string): string {
  return `sha256:${sha256(JSON.stringify([grantor, grantee.agency, caseNumber]))}`;
}

/**
 * Whether an agreement has to do with what is asked for a case. One that is for another case is as if it were not there: it is
 * not even named as one that nearly applies.
 */
export function isOfCase(agreement: Bound, declared: string | undefined): boolean {
  if (agreement.case === undefined) return true;
  if (declared === undefined) return false;
  return agreement.case === declared || agreement.case === caseDigest(agreement, declared);
}

/**
 * An agreement as everybody may fetch it from the State's node: of one for a case neither the case nor the records are told. To
 * decide what of a query is sent to the State takes no more.
 */
export function asPublished(agreement: Agreement): Agreement {
  if (agreement.case === undefined) return agreement;
  return {
    ...agreement,
    case: caseDigest(agreement, agreement.case),
    grants: agreement.grants.map((grant) =>
      grant.where?.['id'] === undefined ? grant : { ...grant, where: { ...grant.where, id: { in: [] } } },
    ),
  };
}
