import { compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import type { State } from '../../common/region.js';
import type { Agreement } from '../../policy/agreement.js';

const payloadSchema = z.object({
  state: z.string(),
  digest: z.string(),
  agreements: z.array(z.custom<Agreement>((value) => typeof value === 'object' && value !== null)),
});

/** The agreements in force that a State has published. */
export type PublishedAgreements = z.infer<typeof payloadSchema>;

/**
 * Opens the JWS under which a State publishes its agreements.
 *
 * @throws Error where the signature is not the State's, or it speaks for another State
 */
export async function openAgreements(jws: string, state: State): Promise<PublishedAgreements> {
  const key = await importJWK(state.publicKey, 'EdDSA');
  const { payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
  const published = payloadSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
  if (published.state !== state.code) throw new Error(`agreements of ${published.state} from ${state.code}`);
  return published;
}
