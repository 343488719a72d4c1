import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from '../common/root.js';
import { pages } from './pages/pages.js';

/** `istmo docs`: writes the pages of `docs/` that are made from code. */
export async function docs(): Promise<void> {
  for (const [path, text] of pages()) {
    const file = fromRoot('docs', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return Promise.resolve();
}
