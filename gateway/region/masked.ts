import { parseRecordId } from '../../common/record-id.js';
import type { Exchange } from '../exchange.js';
import type { RegionLookup } from './lookups.js';

type Keys = Readonly<Record<string, string | null | undefined>>;

/**
 * A record without what its State gave masked: a masked value is shown, but other States are not asked for it. What a link lacks
 * for that is noted with its reason.
 */
export function withoutMasked(
  type: string,
  { keys }: RegionLookup,
  record: Keys,
  exchange: Exchange | undefined,
): Keys {
  const { id } = record;
  if (id == null || exchange === undefined) return record;
  const masked = exchange.answers.flatMap((answer) => answer.masked ?? []);
  const names = new Set(
    masked.flatMap(({ coordinate, records }) => (records.includes(id) ? [coordinate] : [])),
  );
  const hidden = keys.map(({ name }) => name).filter((name) => names.has(`${type}.${name}`));
  if (hidden.length === 0) return record;
  const state = parseRecordId(id)?.state ?? '';
  exchange.unlinked = [
    ...(exchange.unlinked ?? []),
    ...hidden.map((name) => ({
      state,
      coordinate: `${type}.${name}`,
      reason: 'MASKED' as const,
      records: [id],
    })),
  ];
  return { ...record, ...Object.fromEntries(hidden.map((name) => [name, null])) };
}
