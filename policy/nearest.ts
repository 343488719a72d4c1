import type { Withheld } from '../common/withheld.js';
import { isHitGrant } from './agreement.js';
import { type Asker, type Lack, lacks } from './applies.js';
import type { CompiledGrant } from './compile.js';

const weight: Readonly<Record<Lack, number>> = {
  PURPOSE_NOT_COVERED: 0,
  ROLE_NOT_COVERED: 1,
  AGREEMENT_EXPIRED: 2,
};

/**
 * Why a field that no applying grant gives is missing: of the agreements with the agency that give it, the one that
 * lacks fewest conditions says so; among equals purpose, then role, then date. Where only hit grants apply: `HIT_ONLY`.
 */
export function reasonForMissing(
  grants: readonly CompiledGrant[],
  asker: Asker,
  coordinate: string,
  field: string,
): Withheld {
  const near = grants
    .filter(({ grant }) => !isHitGrant(grant) && grant.fields.includes(field))
    .map(({ agreement }) => ({ agreement: agreement.id, lacking: lacks(agreement, asker) }))
    .sort(
      (one, other) =>
        one.lacking.length - other.lacking.length || weightOf(one.lacking) - weightOf(other.lacking),
    );
  const [nearest] = near;
  const [reason] = nearest?.lacking ?? [];
  if (nearest !== undefined && reason !== undefined)
    return { coordinate, reason, agreement: nearest.agreement };
  const applying = grants.filter(({ agreement }) => lacks(agreement, asker).length === 0);
  const [hit] = applying.every(({ grant }) => isHitGrant(grant)) ? applying : [];
  if (hit !== undefined) return { coordinate, reason: 'HIT_ONLY', agreement: hit.agreement.id };
  return { coordinate, reason: 'NOT_IN_AGREEMENT' };
}

function weightOf([first]: readonly Lack[]): number {
  return first === undefined ? 3 : weight[first];
}
