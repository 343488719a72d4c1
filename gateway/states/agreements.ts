import { compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import type { State } from '../../common/region.js';
import type { Agreement } from '../../policy/agreement.js';

const payloadSchema = z.object({
  state: z.string(),
  digest: z.string(),
  /** How far the State's history went; absent where it keeps none. */
  history: z.object({ lines: z.int(), head: z.string(), key: z.string() }).optional(),
  /** Of the past: at which moment, in milliseconds since 1970. */
  at: z.number().optional(),
  agreements: z.array(z.custom<Agreement>((value) => typeof value === 'object' && value !== null)),
});

/** The agreements in force that a State has published. */
export type PublishedAgreements = z.infer<typeof payloadSchema>;

/**
 * Opens the JWS under which a State publishes its agreements.
 *
 * @param at - the moment that was asked for, in milliseconds since 1970; absent: now
 * @throws Error where the signature is not the State's, or it speaks for another State or moment
 */
export async function openAgreements(jws: string, state: State, at?: number): Promise<PublishedAgreements> {
  const key = await importJWK(state.publicKey, 'EdDSA');
  const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
  const published = payloadSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  if (published.state !== state.code) throw new Error(`agreements of ${published.state} from ${state.code}`);
  if (published.at !== at) throw new Error(`agreements of ${state.code} of another moment`);
  return published;
}
