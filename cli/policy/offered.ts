import { existsSync, readFileSync } from 'node:fs';
import { describeProblem } from '../../common/problem.js';
import { fromRoot } from '../../common/root.js';
import { memberDocument } from '../../schema/sources.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import type { Mapping } from '../../subgraphs/kit/mapping/mapping.js';
import { offeredCoordinates } from '../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../subgraphs/kit/mapping/parse-mapping.js';
import { nodeSchema } from '../../subgraphs/kit/node-schema.js';

/** A State's mapping with the schema that it was held against; undefined where there is no file. */
export function readMapping(state: string, vocabulary: Vocabulary, path: string | undefined) {
  const file = path ?? fromRoot('subgraphs', state.toLowerCase(), 'mapping.yaml');
  if (path === undefined && !existsSync(file)) return undefined;
  const schema = nodeSchema(memberDocument(false), vocabulary, state);
  const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return { mapping: parsed.mapping, schema };
}

/** What a State serves by its mapping; without one everything counts as served. */
export function offeredBy(mapping: Mapping | undefined, vocabulary: Vocabulary): ReadonlySet<string> {
  if (mapping !== undefined) return new Set(offeredCoordinates(mapping, vocabulary));
  return new Set(
    [...vocabulary.records].flatMap(([record, fields]) =>
      [...fields.keys()].map((field) => `${record}.${field}`),
    ),
  );
}
