import { writeFileSync } from 'node:fs';
import { entryJsonSchema } from '../audit/entry-schema.js';
import { fromRoot } from '../common/root.js';
import { errorsPage } from './errors-page.js';

/** `istmo docs`: writes the pages of `docs/` that are made from code. */
export async function docs(): Promise<void> {
  writeFileSync(fromRoot('docs', 'errors.md'), errorsPage());
  writeFileSync(fromRoot('docs', 'audit-entry.v1.schema.json'), entryJsonSchema());
  return Promise.resolve();
}
