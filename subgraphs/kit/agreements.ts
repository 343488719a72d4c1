import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, importJWK } from 'jose';
import type { PrivateKey } from '../../common/keys.js';
import { sha256 } from '../../common/sha256.js';
import type { Region } from '../../common/region.js';
import type { Agreement } from '../../policy/agreement.js';
import { compilePolicy, type Policy } from '../../policy/compile.js';
import { parseAgreements } from '../../policy/parse.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { SetUpError } from './set-up-error.js';

/** A State's agreements in force: to decide by, and to publish. */
export interface AgreementSet {
  readonly agreements: readonly Agreement[];
  readonly policy: Policy;
  /** SHA-256 over the agreements, base64url. */
  readonly digest: string;
}

/**
 * Loads the agreements of a State's folder.
 *
 * @throws SetUpError with every problem of every file
 */
export function loadAgreements(
  folder: string,
  state: string,
  vocabulary: Vocabulary,
  region: Region,
): AgreementSet {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name));
  const sources = files.sort().map((name) => {
    const file = join(folder, name);
    return { file, text: readFileSync(file, 'utf8') };
  });
  const parsed = parseAgreements(sources, state, vocabulary, region);
  if (!parsed.ok) throw new SetUpError('AGREEMENTS_INVALID', parsed.problems);
  return agreementSet(parsed.agreements);
}

/** A set of agreements, made ready. */
export function agreementSet(agreements: readonly Agreement[]): AgreementSet {
  const digest = sha256(JSON.stringify(agreements));
  return { agreements, policy: compilePolicy(agreements), digest };
}

/** The agreements as the State publishes them: a JWS that it signed. */
export async function signAgreements(
  set: AgreementSet,
  state: string,
  privateKey: PrivateKey,
): Promise<string> {
  const key = await importJWK(privateKey, 'EdDSA');
  const payload = { state, digest: set.digest, agreements: set.agreements };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid: privateKey.kid })
    .sign(key);
}
