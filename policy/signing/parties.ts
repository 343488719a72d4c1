import type { PublicKey, Region } from '../../common/region.js';
import type { Agreement } from '../agreement.js';

export type Party = 'GRANTOR' | 'GRANTEE';

/** What of the register says whose key is whose. */
export type KeyRegister = Pick<Region, 'states' | 'agencies'> & Partial<Pick<Region, 'gateways'>>;

/** Who signs as a party: a State, or an agency that has a key of its own. */
export interface Signatory {
  readonly name: string;
  readonly keys: readonly PublicKey[];
}

/** Who signs an agreement as which party; its keys are none where the register does not know it. */
export function signatoryOf(
  { grantor, grantee }: Pick<Agreement, 'grantor' | 'grantee'>,
  party: Party,
  register: KeyRegister,
): Signatory {
  if (party === 'GRANTOR') return state(grantor, register);
  const agency = register.agencies.find(({ id }) => id === grantee.agency);
  if (agency?.publicKey === undefined) return state(agency?.country ?? grantee.agency.slice(0, 2), register);
  return { name: agency.id, keys: [agency.publicKey, ...(agency.formerKeys ?? [])] };
}

function state(code: string, { states }: KeyRegister): Signatory {
  const found = states.find((one) => one.code === code);
  return { name: code, keys: found === undefined ? [] : [found.publicKey, ...(found.formerKeys ?? [])] };
}
