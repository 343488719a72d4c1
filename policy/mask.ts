import { createHmac } from 'node:crypto';
import type { Mask } from './agreement.js';

/**
 * Masks a value. A missing value stays missing.
 *
 * @param key - of the State and month, for `HASH`: comparable within both, not guessable
 */
export function maskValue(value: unknown, mask: Mask, key: string | Uint8Array): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
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
