import { decodeJwt, errors as jose, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import type { Agency, Region } from '../../common/region.js';
import { sha256 } from '../../common/sha256.js';
import { createIssuerKeys, type IssuerKeys } from './issuer-keys.js';
import type { Requester } from './requester.js';

/** Turns the token of a request into the one who asks. */
export interface Identity {
  /**
   * @param authorization - the header's text
   * @throws IstmoError `TOKEN_MISSING`, `_INVALID`, `_EXPIRED`, `_ISSUER_UNKNOWN`, `_AUDIENCE_WRONG` or
   *   `IDENTITY_UNAVAILABLE`
   */
  identify(authorization: string | undefined): Promise<Requester>;
}

interface Trusted {
  readonly agency: Agency;
  readonly keys: IssuerKeys;
}

const algorithms = ['ES256', 'ES384', 'EdDSA', 'PS256', 'RS256'];
const clockToleranceSeconds = 30;

/** Makes the identity phase. It trusts the issuers that the region's register names, each for its own agency. */
export function createIdentity({ agencies, audience }: Region, clock: Clock): Identity {
  const trusted = new Map<string, Trusted>(
    agencies.map((agency) => [agency.issuer, { agency, keys: createIssuerKeys(agency.issuer) }]),
  );
  // a token that was verified is not verified again while it is good
  const verified = new LRUCache<string, Requester>({ max: 10_000, perf: { now: clock } });
  return {
    identify: async (authorization) => {
      const token = /^Bearer (\S+)$/iu.exec(authorization ?? '')?.[1];
      if (token === undefined) throw new IstmoError('TOKEN_MISSING');
      const hash = sha256(token);
      const known = verified.get(hash);
      if (known !== undefined) return known;
      const { agency, keys } = issuerOf(token, trusted);
      const payload = await verify(token, keys, { issuer: agency.issuer, audience, clock });
      const requester = requesterOf(payload, agency);
      const ttl = (payload.exp ?? 0) * 1000 - clock();
      if (ttl > 0) verified.set(hash, requester, { ttl });
      return requester;
    },
  };
}

/** The issuer that a token claims chooses the keys by which it is then verified. */
function issuerOf(token: string, trusted: ReadonlyMap<string, Trusted>): Trusted {
  let issuer: string | undefined;
  try {
    issuer = decodeJwt(token).iss;
  } catch (cause) {
    throw new IstmoError('TOKEN_INVALID', { cause });
  }
  const found = issuer === undefined ? undefined : trusted.get(issuer);
  if (found === undefined) throw new IstmoError('TOKEN_ISSUER_UNKNOWN');
  return found;
}

interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly clock: Clock;
}

async function verify(
  token: string,
  keys: IssuerKeys,
  { issuer, audience, clock }: Expected,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms,
      requiredClaims: ['exp', 'sub'],
      clockTolerance: clockToleranceSeconds,
      currentDate: new Date(clock()),
    });
    return payload;
  } catch (cause) {
    if (cause instanceof IstmoError) throw cause;
    if (cause instanceof jose.JWTExpired) throw new IstmoError('TOKEN_EXPIRED', { cause });
    const claim = cause instanceof jose.JWTClaimValidationFailed ? cause.claim : undefined;
    throw new IstmoError(claim === 'aud' ? 'TOKEN_AUDIENCE_WRONG' : 'TOKEN_INVALID', { cause });
  }
}

const text = z.string().min(1);

function requesterOf(payload: JWTPayload, { id, country, roles, claims }: Agency): Requester {
  const officer = text.safeParse(payload[claims.officer]);
  if (!officer.success) throw new IstmoError('TOKEN_INVALID');
  const given = z.array(z.string()).safeParse(payload[claims.roles]);
  const client = text.safeParse(payload['client_id'] ?? payload['azp']);
  return {
    agency: id,
    country,
    officer: officer.data,
    client: client.success ? client.data : officer.data,
    // roles that the register does not give the agency are none
    roles: given.success ? given.data.filter((role) => roles.includes(role)) : [],
  };
}
