import { canonicalText } from '../signing/agreement-text.js';
import type { Signed } from '../signing/sign.js';

/** What was signed; undefined where it is not the canonical text of a value. */
export function payloadOf({ payload }: Signed): unknown {
  const text = Buffer.from(payload, 'base64url').toString('utf8');
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && canonicalText(value) === text ? value : undefined;
}

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
