import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { PrivateKey } from '../../common/keys.js';
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
export type Asserter = (statement: Statement) => SignedAssertion;

/**
 * Makes the gateway's asserter.
 *
 * @param gatewayId - `iss`, as the region's register names this gateway
 * It signs once a request and State: by the JWT library, over WebCrypto, that took three times the processor time.
 *
 * @see RFC 7515, "JWS Compact Serialization"; RFC 8037 for EdDSA
 */
export function createAsserter(gatewayId: string, privateKey: PrivateKey, clock: Clock): Asserter {
  const key = createPrivateKey({ key: { ...privateKey }, format: 'jwk' });
  const header = base64url({ alg: 'EdDSA', typ: 'JWT', kid: privateKey.kid });
  return ({ state, requestId, requester, declaration, body }) => {
    const jti = randomUUID();
    const issuedAt = Math.floor(clock() / 1000);
    const payload = base64url({
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
      ...(declaration.case !== undefined && { case: declaration.case }),
      urgency: declaration.urgency,
      body: createHash('sha256').update(body).digest('base64url'),
      iat: issuedAt,
      exp: issuedAt + 60,
    });
    const signature = sign(null, Buffer.from(`${header}.${payload}`), key).toString('base64url');
    return { jti, token: `${header}.${payload}.${signature}` };
  };
}

function base64url(value: Readonly<Record<string, unknown>>): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
