import { createHash, randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { Clock } from '../../common/clock.js';
import type { Declaration } from '../admission/declaration.js';
import type { Requester } from '../identity/requester.js';

/** What one request to one node is about. */
export interface Statement {
  readonly state: string;
  readonly requestId: string;
  readonly requester: Requester;
  readonly declaration: Declaration;
  /** The request body, exactly as it will be sent. */
  readonly body: string;
}

export interface SignedAssertion {
  readonly jti: string;
  readonly token: string;
}

/** Signs what the gateway asserts to a node about who asks and why. */
export type Asserter = (statement: Statement) => Promise<SignedAssertion>;

/**
 * Makes the gateway's asserter.
 *
 * @param gatewayId - `iss`, as the region's register names this gateway
 * @param privateKey - Ed25519 JWK with `kid`
 */
export async function createAsserter(gatewayId: string, privateKey: JWK, clock: Clock): Promise<Asserter> {
  const key = await importJWK(privateKey, 'EdDSA');
  const header = { alg: 'EdDSA', typ: 'JWT', ...(privateKey.kid !== undefined && { kid: privateKey.kid }) };
  return async ({ state, requestId, requester, declaration, body }) => {
    const jti = randomUUID();
    const issuedAt = Math.floor(clock() / 1000);
    const token = await new SignJWT({
      iss: gatewayId,
      aud: state,
      jti,
      rid: requestId,
      sub: requester.officer,
      client: requester.client,
      agency: requester.agency,
      country: requester.country,
      roles: [...requester.roles],
      purpose: declaration.purpose,
      case: declaration.case,
      urgency: declaration.urgency,
      body: createHash('sha256').update(body).digest('base64url'),
      iat: issuedAt,
      exp: issuedAt + 60,
    })
      .setProtectedHeader(header)
      .sign(key);
    return { jti, token };
  };
}
