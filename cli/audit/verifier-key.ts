import { existsSync, readFileSync } from 'node:fs';
import { createNoteSigner, type NoteVerifier, parseVerifierKey } from '../../audit/note.js';
import { readPrivateKey } from '../../common/keys.js';
import type { DataFolder } from '../region/data-folder.js';
import { demoGatewayId } from '../region/demo-region.js';

/** @param given - a verifier key, or a file that holds one; by default the demo region's */
export function readVerifier(given: string | undefined, folder: DataFolder): NoteVerifier {
  if (given !== undefined) return parseVerifierKey(existsSync(given) ? readFileSync(given, 'utf8') : given);
  const key = readPrivateKey(folder.keyFile('gateway-log'));
  return parseVerifierKey(createNoteSigner(`istmo.example/log/gateway/${demoGatewayId}`, key).verifierKey);
}
