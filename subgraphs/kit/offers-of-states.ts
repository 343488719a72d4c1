import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describeProblem } from '../../common/problem.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { offeredCoordinates } from './mapping/offered.js';
import { parseMapping } from './mapping/parse-mapping.js';

/**
 * What States serve, by their mappings: State → coordinates.
 *
 * @param folder - of the States' folders; those without a `mapping.yaml` are passed over
 * @throws Error with all that is wrong in the first mapping that is wrong
 */
export function offersOfStates(folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const document = memberDocument();
  const schema = buildSubgraphSchema({ typeDefs: document });
  const vocabulary = vocabularyOf(document);
  const offers = readdirSync(folder).flatMap((name) => {
    const file = join(folder, name, 'mapping.yaml');
    if (!existsSync(file)) return [];
    const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
    if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
    return [[parsed.mapping.state, new Set(offeredCoordinates(parsed.mapping, vocabulary))] as const];
  });
  return new Map(offers);
}
