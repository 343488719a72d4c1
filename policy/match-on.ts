import type { ReachedField, Vocabulary } from '../schema/vocabulary.js';
import { type Agreement, isHitGrant } from './agreement.js';

/**
 * What a name in `matchOn` stands for: a field of the record, else one of a record that it refers to, by its path or, where
 * there is but one, by its own name.
 *
 * @returns none where the shared language has no such field, several where it must be said which
 */
export function matchFields(
  { records, reached }: Pick<Vocabulary, 'records' | 'reached'>,
  record: string,
  name: string,
): readonly ReachedField[] {
  if (records.get(record)?.has(name) === true) return [{ path: name, record, field: name }];
  return (reached.get(record) ?? []).filter(({ path, field }) => path === name || field === name);
}

/** The agreement with the whole path of each field of `matchOn`; what stands for nothing stays as it is. */
export function withMatchPaths<T extends Agreement>(vocabulary: Vocabulary, agreement: T): T {
  if (!agreement.grants.some(isHitGrant)) return agreement;
  return {
    ...agreement,
    grants: agreement.grants.map((grant) => {
      if (!isHitGrant(grant)) return grant;
      const matchOn = grant.hit.matchOn.map((name) => {
        const [found, ...others] = matchFields(vocabulary, grant.record, name);
        return found === undefined || others.length > 0 ? name : found.path;
      });
      return { ...grant, hit: { matchOn } };
    }),
  };
}
