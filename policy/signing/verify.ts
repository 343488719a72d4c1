import { decodeProtectedHeader, flattenedVerify, importJWK } from 'jose';
import { z } from 'zod';
import type { PublicKey } from '../../common/region.js';
import type { Words } from '../words/language.js';
import type { Party, Signatory } from './parties.js';
import { type Signed, signatureType } from './sign.js';

export type SignatureFaultCode =
  'SIGNATURE_MISSING' | 'KEY_UNKNOWN' | 'KEY_OUT_OF_TIME' | 'SIGNATURE_WRONG' | 'SIGNED_LATER';

/** A signature that does not count, why, and who can mend it. */
export interface SignatureFault {
  readonly code: SignatureFaultCode;
  readonly party: Party;
  readonly words: Words;
}

const headerSchema = z.object({
  alg: z.literal('EdDSA'),
  typ: z.literal(signatureType),
  kid: z.string(),
  party: z.enum(['GRANTOR', 'GRANTEE']),
  iat: z.int().min(0),
});

type Header = z.infer<typeof headerSchema>;

/** Milliseconds by which clocks may differ. */
const clockSkewMs = 60_000;

/**
 * Checks that a party has signed a text, with a key that was its own and in force when the text was published.
 *
 * @param at - milliseconds since 1970: when it was published
 * @returns undefined where the signature counts
 */
export async function verifyParty(
  signed: Signed,
  party: Party,
  signatory: Signatory,
  at: number,
): Promise<SignatureFault | undefined> {
  const signature = signed.signatures.find((one) => headerOf(one.protected)?.party === party);
  const header = signature && headerOf(signature.protected);
  if (header === undefined || signature === undefined)
    return fault('SIGNATURE_MISSING', party, signatory, '');
  const key = signatory.keys.find(({ kid }) => kid === header.kid);
  if (key === undefined) return fault('KEY_UNKNOWN', party, signatory, header.kid);
  if (!isInTime(key, at)) return fault('KEY_OUT_OF_TIME', party, signatory, header.kid);
  if (header.iat * 1_000 > at + clockSkewMs) return fault('SIGNED_LATER', party, signatory, header.kid);
  try {
    const jwk = await importJWK({ kty: key.kty, crv: key.crv, x: key.x }, 'EdDSA');
    await flattenedVerify({ payload: signed.payload, ...signature }, jwk, { algorithms: ['EdDSA'] });
    return undefined;
  } catch {
    return fault('SIGNATURE_WRONG', party, signatory, header.kid);
  }
}

function headerOf(encoded: string): Header | undefined {
  try {
    return headerSchema.safeParse(decodeProtectedHeader({ protected: encoded })).data;
  } catch {
    return undefined;
  }
}

function isInTime({ notBefore, notAfter }: PublicKey, at: number): boolean {
  if (notBefore !== undefined && at + clockSkewMs < Date.parse(notBefore)) return false;
  return notAfter === undefined || at - clockSkewMs <= Date.parse(notAfter);
}

function fault(code: SignatureFaultCode, party: Party, { name }: Signatory, kid: string): SignatureFault {
  const who = partyTexts[party];
  const { en, es } = texts[code](kid);
  return {
    code,
    party,
    words: {
      en: `${en}; ${who.en} ${name} can mend it by signing again with its key of the register`,
      es: `${es}; lo remedia ${who.es} ${name} firmando de nuevo con su llave del registro`,
    },
  };
}

const partyTexts: Readonly<Record<Party, Words>> = {
  GRANTOR: { en: 'the grantor', es: 'el otorgante' },
  GRANTEE: { en: 'the grantee', es: 'el beneficiario' },
};

const texts: Readonly<Record<SignatureFaultCode, (kid: string) => Words>> = {
  SIGNATURE_MISSING: () => ({ en: 'not signed', es: 'sin firma' }),
  KEY_UNKNOWN: (kid) => ({
    en: `signed with the key ${kid}, which is not the signatory's`,
    es: `firmado con la llave ${kid}, que no es del firmante`,
  }),
  KEY_OUT_OF_TIME: (kid) => ({
    en: `the key ${kid} was not in force when this was published`,
    es: `la llave ${kid} no estaba vigente al publicarse`,
  }),
  SIGNATURE_WRONG: (kid) => ({
    en: `the signature with ${kid} is not of this text: the text was altered, or the key is another`,
    es: `la firma con ${kid} no es de este texto: el texto fue alterado, o la llave es otra`,
  }),
  SIGNED_LATER: (kid) => ({
    en: `signed with ${kid} after it was published`,
    es: `firmado con ${kid} después de publicarse`,
  }),
};
