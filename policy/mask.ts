import { createHmac } from 'node:crypto';
import type { Mask } from '../common/withheld.js';

/** A masked value; of a list each item is masked by itself. */
export type MaskedValue = string | null | readonly MaskedValue[];

/**
 * Masks a value. A missing value stays missing.
 *
 * @param key - of the State and month, for `HASH`: comparable within both, not guessable
 */
export function maskValue(value: unknown, mask: Mask, key: string | Uint8Array): MaskedValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item) => maskValue(item, mask, key));
  return maskText(typeof value === 'string' ? value : JSON.stringify(value), mask, key);
}

function maskText(text: string, mask: Mask, key: string | Uint8Array): string {
  switch (mask) {
    case 'YEAR':
      return text.slice(0, 4);
    case 'INITIALS':
      return initials(text);
    case 'LAST4':
      return text.length <= 4 ? '…' : `…${text.slice(-4)}`;
    case 'HASH':
      return createHmac('sha256', key).update(text).digest('base64url');
  }
}

function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return words.map((word) => `${[...word][0]?.toLocaleUpperCase('es') ?? ''}.`).join(' ');
}
