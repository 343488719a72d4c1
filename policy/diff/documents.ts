import type { Agreement } from '../agreement.js';

/** What an agreement says otherwise beside who sees what: that it is there at all, quota, onward transfer, legal basis. */
export interface DocumentChange {
  readonly agreement: string;
  readonly kind:
    'ADDED' | 'REMOVED' | 'REQUESTS_PER_MINUTE' | 'RECORDS_PER_DAY' | 'ONWARD_TRANSFER' | 'LEGAL_BASIS';
  readonly before?: string;
  readonly after?: string;
}

/** Compares agreements of the same id, in the order of their ids. */
export function diffDocuments(
  before: readonly Agreement[],
  after: readonly Agreement[],
): readonly DocumentChange[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))].sort();
  return ids.flatMap((agreement) => {
    const was = before.find(({ id }) => id === agreement);
    const is = after.find(({ id }) => id === agreement);
    if (was === undefined) return [{ agreement, kind: 'ADDED' as const }];
    if (is === undefined) return [{ agreement, kind: 'REMOVED' as const }];
    return diffDocument(was, is);
  });
}

function diffDocument(was: Agreement, is: Agreement): readonly DocumentChange[] {
  const left = wordsOf(was);
  const right = wordsOf(is);
  return left.flatMap(([kind, before], index) => {
    const after = right[index]?.[1];
    if (before === after) return [];
    return [
      {
        agreement: is.id,
        kind,
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      },
    ];
  });
}

function wordsOf({ quota, onwardTransfer, legalBasis, grants }: Agreement) {
  const bases = [legalBasis, ...grants.map((grant) => grant.legalBasis ?? [])].flat();
  return [
    ['REQUESTS_PER_MINUTE', quota?.requestsPerMinute?.toString()],
    ['RECORDS_PER_DAY', quota?.recordsPerDay?.toString()],
    ['ONWARD_TRANSFER', onwardTransfer],
    ['LEGAL_BASIS', [...new Set(bases)].join(', ')],
  ] as const;
}
