import { entryJsonSchema } from '../../audit/entry-schema.js';
import { fromRoot } from '../../common/root.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { offersOfStates } from '../../subgraphs/kit/offers-of-states.js';
import { coveragePage } from './coverage-page.js';
import { errorsPage } from './errors-page.js';
import { operationsPage } from './operations-page.js';
import { schemaPages } from './schema-pages.js';

/** Every page of `docs/` that is made from code: its path in `docs/` → its text. */
export function pages(): ReadonlyMap<string, string> {
  const document = memberDocument();
  return new Map([
    ['errors.md', errorsPage()],
    ['operations.md', operationsPage()],
    ['audit-entry.v1.schema.json', entryJsonSchema()],
    ['coverage.md', coveragePage(offersOfStates(fromRoot('subgraphs')), vocabularyOf(document))],
    ...[...schemaPages(document)].map(([name, text]) => [`schema/${name}`, text] as const),
  ]);
}
