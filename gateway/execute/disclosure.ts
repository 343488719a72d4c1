import { parseRecordId } from '../../common/record-id.js';
import { idAlias, typeAlias } from '../plan/private-names.js';

/** Records found in a node's answer, and those in it that are not the node's own. */
export interface Disclosure {
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** Ids of records that another State owns: they are dropped. */
  readonly foreign: readonly string[];
}

/**
 * Reads which records an answer discloses. A record that is not the State's own is taken out of the answer: null
 * stands in its place.
 *
 * @param entities - the node's `_entities`, changed in place
 */
export function discloseAnswer(entities: unknown[], state: string): Disclosure {
  const records = new Map<string, Set<string>>();
  const foreign: string[] = [];
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        if (typeof item === 'object' && visit(item) === null) value[index] = null;
      });
      return value;
    }
    if (typeof value !== 'object' || value === null) return value;
    const record = value as Record<string, unknown>;
    const id = record[idAlias];
    if (typeof id === 'string') {
      const type = String(record[typeAlias]);
      const parsed = parseRecordId(id);
      if (parsed?.state !== state || parsed.type !== type) {
        foreign.push(id);
        return null;
      }
      const ids = records.get(type);
      if (ids === undefined) records.set(type, new Set([id]));
      else ids.add(id);
    }
    for (const key in record) {
      const inner = record[key];
      if (typeof inner === 'object' && visit(inner) === null) record[key] = null;
    }
    return record;
  };
  visit(entities);
  return { records: Object.fromEntries([...records].map(([type, ids]) => [type, [...ids]])), foreign };
}
