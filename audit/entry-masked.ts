import type { Mask, Masked } from '../common/withheld.js';

/** A coordinate that was disclosed masked. */
export interface EntryMasked {
  readonly coordinate: string;
  readonly mask: Mask;
  /** Only where some of the records disclosed show it plain: those that do not. */
  readonly records?: readonly string[];
}

/** What an entry says of masks: records are named only where not all that were disclosed are masked. */
export function entryMasked(
  masked: readonly Masked[],
  disclosed: Readonly<Record<string, readonly string[]>>,
): readonly EntryMasked[] {
  return masked.map(({ coordinate, mask, records }) => {
    const ids = new Set(records);
    const [type = ''] = coordinate.split('.', 1);
    const isAll = (disclosed[type] ?? []).every((id) => ids.has(id));
    return { coordinate, mask, ...(!isAll && { records: [...ids].sort() }) };
  });
}
