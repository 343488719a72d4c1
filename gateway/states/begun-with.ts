import type { Directory, KnownState } from './directory.js';

/** What a request knows of each State: what it first saw, to its end, whatever is published meanwhile. */
export type BegunWith = Pick<Directory, 'get'>;

/** The directory as one request sees it. */
export function begunWith(directory: Pick<Directory, 'get'>): BegunWith {
  const seen = new Map<string, KnownState>();
  return {
    get: (code) => {
      const known = seen.get(code) ?? directory.get(code);
      if (known?.offering !== undefined) seen.set(code, known);
      return known;
    },
  };
}
