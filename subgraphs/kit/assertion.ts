import { errors as jose, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { needsCase } from '../../common/purposes.js';
import type { Region } from '../../common/region.js';
import { sha256 } from '../../common/sha256.js';
import { createReplayMemory } from './replay-memory.js';

/** What a gateway has signed for all nodes that it asks side by side; of their requests no more than digests. */
const claims = z.object({
  iss: z.string(),
  rid: z.string().min(1),
  sub: z.string().min(1),
  client: z.string(),
  agency: z.string().min(1),
  country: z.string(),
  roles: z.array(z.string()),
  purpose: z.string().min(1),
  case: z.string().min(1).optional(),
  urgency: z.enum(['ROUTINE', 'URGENT']),
  iat: z.number(),
  exp: z.number(),
  requests: z.array(z.object({ '...': z.string() })),
});
const claimsSchema = claims.refine(
  ({ purpose, case: caseNumber }) => caseNumber !== undefined || !needsCase(purpose),
);

/** What one of the digests stands for: a salt, then to which State which body is sent. */
const disclosureSchema = z.tuple([z.string(), z.object({ aud: z.string(), body: z.string() })]);

/** What a gateway asserts about one request: who asks, why, and for which body. `jti` is the digest of the request's own. */
export type Assertion = Omit<z.infer<typeof claimsSchema>, 'requests'> & {
  readonly aud: string;
  readonly jti: string;
  readonly body: string;
};

/** Verifies the assertion of one request. */
export type AssertionVerifier = (authorization: string | undefined, body: Buffer) => Promise<Assertion>;

type VerificationKey = Awaited<ReturnType<typeof importJWK>>;

/** Seconds that an assertion is good for, and by which clocks may differ. */
const maxAgeSeconds = 60;
const clockToleranceSeconds = 60;

/**
 * Makes the verifier of a node. It trusts the gateways that the region's register names, and nobody else.
 *
 * @param state - the node's own State: what is addressed to another is refused
 * @returns a verifier that throws IstmoError `ASSERTION_MISSING`, `_INVALID`, `_STALE`, `_MISADDRESSED`,
 *   `_BODY_MISMATCH` or `_REPLAYED`
 */
export async function createAssertionVerifier(
  region: Region,
  state: string,
  clock: Clock,
): Promise<AssertionVerifier> {
  const keys = new Map<string, VerificationKey>();
  for (const { id, publicKey } of region.gateways) keys.set(id, await importJWK(publicKey, 'EdDSA'));
  const isNew = createReplayMemory((maxAgeSeconds + 2 * clockToleranceSeconds) * 1000, clock);
  return async (authorization, body) => {
    const token = /^Bearer (\S+)$/u.exec(authorization ?? '')?.[1];
    if (token === undefined) throw new IstmoError('ASSERTION_MISSING');
    const assertion = await open(token, keys, clock);
    if (assertion.aud !== state) throw new IstmoError('ASSERTION_MISADDRESSED');
    if (sha256(body) !== assertion.body) throw new IstmoError('ASSERTION_BODY_MISMATCH');
    // last, so that nobody can use up an assertion by sending it with what does not fit
    if (!isNew(assertion.jti)) throw new IstmoError('ASSERTION_REPLAYED');
    return assertion;
  };
}

/** @see RFC 9901, "Verification of the SD-JWT" */
async function open(
  token: string,
  keys: ReadonlyMap<string, VerificationKey>,
  clock: Clock,
): Promise<Assertion> {
  const [, signed, disclosure] = /^([^~]+)~([^~]+)~$/u.exec(token) ?? [];
  if (signed === undefined || disclosure === undefined) throw new IstmoError('ASSERTION_INVALID');
  const { requests, ...claims } = await openSigned(signed, keys, clock);
  const jti = sha256(disclosure);
  if (!requests.some((digest) => digest['...'] === jti)) throw new IstmoError('ASSERTION_INVALID');
  return { ...claims, jti, ...readDisclosure(disclosure) };
}

function readDisclosure(disclosure: string): Pick<Assertion, 'aud' | 'body'> {
  try {
    const [, request] = disclosureSchema.parse(JSON.parse(Buffer.from(disclosure, 'base64url').toString()));
    return request;
  } catch (cause) {
    throw new IstmoError('ASSERTION_INVALID', { cause });
  }
}

async function openSigned(
  signed: string,
  keys: ReadonlyMap<string, VerificationKey>,
  clock: Clock,
): Promise<z.infer<typeof claimsSchema>> {
  try {
    const { payload } = await jwtVerify(
      signed,
      (_header, { payload: encoded }) => {
        const key = keys.get(issuerOf(encoded));
        if (key === undefined) throw new IstmoError('ASSERTION_INVALID');
        return key;
      },
      {
        algorithms: ['EdDSA'],
        typ: 'istmo-request+sd-jwt',
        requiredClaims: ['iss', 'iat', 'exp'],
        maxTokenAge: maxAgeSeconds,
        clockTolerance: clockToleranceSeconds,
        currentDate: new Date(clock()),
      },
    );
    return claimsSchema.parse(payload);
  } catch (cause) {
    if (cause instanceof IstmoError) throw cause;
    const stale =
      cause instanceof jose.JWTExpired ||
      (cause instanceof jose.JWTClaimValidationFailed && cause.claim === 'iat');
    throw new IstmoError(stale ? 'ASSERTION_STALE' : 'ASSERTION_INVALID', { cause });
  }
}

/** The issuer that a token claims: only to choose the key by which it is then verified. */
function issuerOf(payload: string | Uint8Array): string {
  const text =
    typeof payload === 'string'
      ? Buffer.from(payload, 'base64url').toString()
      : Buffer.from(payload).toString();
  const { iss } = z.object({ iss: z.string() }).parse(JSON.parse(text));
  return iss;
}
