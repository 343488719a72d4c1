import type { Withheld } from '../common/withheld.js';
import { isHitGrant } from './agreement.js';
import type { CompiledGrant } from './compile.js';

/**
 * What is missing since a quota is used up. Where only fields are asked for that others give, the records' id is named: there
 * may be records that only this agreement opens.
 *
 * @param spent - grants of agreements that would apply, had they any quota left
 * @param missed - fields asked for that no applying grant gives
 */
export function withheldForQuota(
  spent: readonly CompiledGrant[],
  record: string,
  missed: readonly string[],
): readonly Withheld[] {
  const [first] = spent;
  if (first === undefined) return [];
  const withheld = missed.flatMap((field) => {
    const giving = spent.find(({ grant }) => !isHitGrant(grant) && grant.fields.includes(field));
    return giving === undefined ? [] : [exhausted(`${record}.${field}`, giving)];
  });
  return withheld.length > 0 ? withheld : [exhausted(`${record}.id`, first)];
}

function exhausted(coordinate: string, { agreement }: CompiledGrant): Withheld {
  return { coordinate, reason: 'QUOTA_EXHAUSTED', agreement: agreement.id };
}
