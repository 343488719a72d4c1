import { readFileSync } from 'node:fs';
import { z } from 'zod';

const privateKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string(),
  x: z.string(),
  d: z.string(),
});

/** A private Ed25519 key, as a JWK. */
export type PrivateKey = z.infer<typeof privateKeySchema>;

/** Reads a private key. @throws Error naming the file, never what is in it */
export function readPrivateKey(path: string): PrivateKey {
  const parsed = privateKeySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: not a private Ed25519 JWK with a kid`);
  return parsed.data;
}
