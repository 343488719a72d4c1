import type { GraphQLSchema } from 'graphql';
import { type Problem, readYaml } from '../../../common/problem.js';
import { checkAgainstSchema } from './check-schema.js';
import { type Mapping, mappingSchema } from './mapping.js';

/** A mapping, with a way to say where in its file something stands; or all that is wrong with it. */
export type ParsedMapping =
  | {
      readonly ok: true;
      readonly mapping: Mapping;
      readonly problemAt: (path: readonly PropertyKey[], message: string) => Problem;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Parses a State's mapping and holds it against the shared language.
 *
 * @param schema - of the `member` subgraph
 */
export function parseMapping(file: string, text: string, schema: GraphQLSchema): ParsedMapping {
  const yaml = readYaml(file, text);
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const result = mappingSchema.safeParse(yaml.value);
  if (!result.success)
    return {
      ok: false,
      problems: result.error.issues.map(({ path, message }) =>
        yaml.problemAt(path, `${path.map(String).join('.')}: ${message}`),
      ),
    };
  const faults = checkAgainstSchema(result.data, schema);
  if (faults.length > 0)
    return { ok: false, problems: faults.map(({ path, message }) => yaml.problemAt(path, message)) };
  return { ok: true, mapping: result.data, problemAt: yaml.problemAt };
}
