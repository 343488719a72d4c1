import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { agreementSchema } from '../../policy/agreement-schema.js';
import { signedSchema } from '../../policy/history/line.js';
import type { AgreementText } from '../../policy/signing/agreement-text.js';
import type { Signed } from '../../policy/signing/sign.js';

const textSchema = z.object({
  agreement: agreementSchema,
  version: z.int().min(1),
  supersedes: z.string().optional(),
});

/** Reads a file that `istmo agreement sign` wrote. @throws Error naming the file */
export function readSigned(file: string): { readonly signed: Signed; readonly text: AgreementText } {
  try {
    const signed = signedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const payload: unknown = JSON.parse(Buffer.from(signed.payload, 'base64url').toString('utf8'));
    return { signed, text: textSchema.parse(payload) };
  } catch (cause) {
    throw new Error(`${file}: no signed agreement / no es un convenio firmado: istmo agreement sign`, {
      cause,
    });
  }
}

export function writeSigned(file: string, signed: Signed): void {
  writeFileSync(file, `${JSON.stringify(signed, null, 2)}\n`);
}
