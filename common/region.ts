import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const publicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1),
  x: z.string().min(1),
  /** From when and until when what it signs counts; without them always. */
  notBefore: z.iso.datetime().optional(),
  notAfter: z.iso.datetime().optional(),
});

/** Keys of before, by which what they signed in their time can still be checked. */
const formerKeys = z.array(publicKey).optional();

const bilingual = z.object({ en: z.string().min(1), es: z.string().min(1) });

const regionSchema = z.strictObject({
  /** What tokens of officers must name as their audience. */
  audience: z.url(),
  gateways: z.array(z.strictObject({ id: z.string().min(1), publicKey, formerKeys })).min(1),
  states: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-Z]{2}$/u),
        name: bilingual,
        timeZone: z.string().min(1),
        node: z.url(),
        publicKey,
        formerKeys,
      }),
    )
    .min(1),
  agencies: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Z]{2}-[A-Z0-9]+$/u),
        country: z.string().regex(/^[A-Z]{2}$/u),
        name: bilingual,
        issuer: z.url(),
        /** What it countersigns agreements with; without one its country does. */
        publicKey: publicKey.optional(),
        formerKeys,
        roles: z.array(z.string().min(1)).min(1),
        /** Which claims of the agency's tokens name the officer and the roles. */
        claims: z
          .strictObject({ officer: z.string().default('sub'), roles: z.string().default('roles') })
          .default({ officer: 'sub', roles: 'roles' }),
      }),
    )
    .min(1),
  /** Who cosigns the checkpoints of logs: where, and the verifier key of the cosignatures. */
  witnesses: z.array(z.strictObject({ url: z.url(), key: z.string().min(1) })).default([]),
  /** Verifier keys of the logs that they cosign. */
  logs: z.array(z.string().min(1)).default([]),
});

/** The region's public register: its gateways, States and agencies, with their addresses and public keys. */
export type Region = z.infer<typeof regionSchema>;
export type State = Region['states'][number];
export type Agency = Region['agencies'][number];
export type PublicKey = z.infer<typeof publicKey>;

/**
 * Reads `region.yaml`.
 *
 * @throws Error naming the file and every path that is wrong
 */
export function loadRegion(path: string): Region {
  const result = regionSchema.safeParse(parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`${path}:\n${z.prettifyError(result.error)}`);
  return result.data;
}
