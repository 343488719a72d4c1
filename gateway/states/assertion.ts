import { createPrivateKey, sign } from 'node:crypto';
import type { PrivateKey } from '../../common/keys.js';
import type { Clock } from '../../common/clock.js';
import { createRandomText, type RandomText } from '../../common/random-text.js';
import { sha256 } from '../../common/sha256.js';
import type { Declaration } from '../admission/declaration.js';
import type { Requester } from '../identity/requester.js';

/** What several requests to nodes, one to each of some States, are about. */
export interface Statement {
  readonly requestId: string;
  readonly requester: Requester;
  readonly declaration: Declaration;
  readonly requests: readonly NodeRequest[];
}

/** One request to one node. */
export interface NodeRequest {
  readonly state: string;
  /** The request body, exactly as it will be sent. */
  readonly body: string;
}

/** What goes with one of the requests. */
export interface SignedAssertion {
  readonly jti: string;
  readonly token: string;
}

/** Signs what the gateway asserts to nodes about who asks and why: an assertion for each State that is asked. */
export type Asserter = (statement: Statement) => ReadonlyMap<string, SignedAssertion>;

const saltBytes = 16;
const digestBytes = 32;

/**
 * Makes the gateway's asserter. It signs once for all States that are asked side by side, since nine signatures took a quarter
 * of what a request takes: what is signed holds a digest for each of them, and each State is told what only its own stands
 * for. There are always as many digests as States, so that none learns which others were asked, or how many.
 *
 * @param gatewayId - `iss`, as the region's register names this gateway
 * @param states - how many States the region has
 *
 * @see RFC 9901, "Selective Disclosure for Array Elements", "Decoy Digests"; RFC 7515, RFC 8037 for EdDSA
 */
export function createAsserter(
  gatewayId: string,
  privateKey: PrivateKey,
  states: number,
  clock: Clock,
): Asserter {
  const key = createPrivateKey({ key: { ...privateKey }, format: 'jwk' });
  const header = base64url({ alg: 'EdDSA', typ: 'istmo-request+sd-jwt', kid: privateKey.kid });
  const random = createRandomText();
  return ({ requestId, requester, declaration, requests }) => {
    if (requests.length === 0) return new Map();
    const disclosed = disclose(requests, random);
    const digests = [...disclosed.map(({ jti }) => jti), ...decoys(states - disclosed.length, random)];
    const issuedAt = Math.floor(clock() / 1000);
    const payload = base64url({
      iss: gatewayId,
      rid: requestId,
      sub: requester.officer,
      client: requester.client,
      agency: requester.agency,
      country: requester.country,
      roles: [...requester.roles],
      purpose: declaration.purpose,
      ...(declaration.case !== undefined && { case: declaration.case }),
      urgency: declaration.urgency,
      iat: issuedAt,
      exp: issuedAt + 60,
      // sorted, so that their order says nothing either
      requests: digests.sort().map((digest) => ({ '...': digest })),
    });
    const signature = sign(null, Buffer.from(`${header}.${payload}`), key).toString('base64url');
    const signed = `${header}.${payload}.${signature}`;
    return new Map(
      disclosed.map(({ state, jti, disclosure }) => [state, { jti, token: `${signed}~${disclosure}~` }]),
    );
  };
}

/** What each digest stands for: a salt, then to which State which body is sent. The digest names the request. */
function disclose(requests: readonly NodeRequest[], random: RandomText) {
  return requests.map(({ state, body }) => {
    const text = `["${random(saltBytes)}",{"aud":${JSON.stringify(state)},"body":"${sha256(body)}"}]`;
    const disclosure = Buffer.from(text).toString('base64url');
    return { state, disclosure, jti: sha256(disclosure) };
  });
}

function decoys(count: number, random: RandomText): readonly string[] {
  return Array.from({ length: Math.max(0, count) }, () => random(digestBytes));
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
