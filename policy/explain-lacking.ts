import type { Agreement, Condition } from './agreement.js';
import { type Asker, lacks } from './applies.js';
import { isOfCase } from './case.js';

/** What keeps a grant from opening a field, and what it would want instead. */
export type Lacking =
  | { readonly lacks: 'AGENCY'; readonly wants: string }
  | { readonly lacks: 'PURPOSE'; readonly wants: readonly string[] }
  | { readonly lacks: 'CASE'; readonly wants: string }
  | { readonly lacks: 'ROLE'; readonly wants: readonly string[] }
  | { readonly lacks: 'DATE'; readonly wants: { readonly from: string; readonly until: string } }
  | { readonly lacks: 'WHERE'; readonly wants: Condition }
  | { readonly lacks: 'FILTER'; readonly wants: readonly string[] }
  | { readonly lacks: 'FIELD'; readonly wants: 'HIT_ONLY' }
  | { readonly lacks: 'MINORS'; readonly wants: 'MINOR' | 'UNKNOWN_AGE' };

/** What an agreement lacks to apply to an asker; nothing where it applies. */
export function lackingOf(agreement: Agreement, asker: Asker): readonly Lacking[] {
  const { grantee, purposes, valid } = agreement;
  const other: readonly Lacking[] =
    grantee.agency === asker.agency ? [] : [{ lacks: 'AGENCY', wants: grantee.agency }];
  const otherCase: readonly Lacking[] =
    agreement.case === undefined || isOfCase(agreement, asker.case)
      ? []
      : [{ lacks: 'CASE', wants: agreement.case }];
  return [
    ...other,
    ...otherCase,
    ...lacks(agreement, asker).map((lack): Lacking => {
      switch (lack) {
        case 'PURPOSE_NOT_COVERED':
          return { lacks: 'PURPOSE', wants: purposes };
        case 'ROLE_NOT_COVERED':
          return { lacks: 'ROLE', wants: grantee.roles ?? [] };
        case 'AGREEMENT_EXPIRED':
          return { lacks: 'DATE', wants: valid };
      }
    }),
  ];
}
