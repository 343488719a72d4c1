import type { Frontier } from '../tree.js';

/** A frontier as one text, as storages keep it. */
export function frontierText({ size, roots }: Frontier): string {
  return JSON.stringify({ size, roots: roots.map((root) => root.toString('base64')) });
}

export function parseFrontier(text: string): Frontier {
  const { size, roots } = JSON.parse(text) as { readonly size: number; readonly roots: readonly string[] };
  return { size, roots: roots.map((root) => Buffer.from(root, 'base64')) };
}
