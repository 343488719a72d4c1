import { execute, type GraphQLSchema, parse } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Answers request bodies; one that was answered before is answered from memory. */
export type Answers = (body: string) => Buffer | Promise<Buffer>;

interface GraphQLBody {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Answers are kept by the text of the request: what a node costs is then next to nothing. */
const keptAnswers = 50_000;

/**
 * Makes the answers of one node.
 *
 * @param extensions - what every answer carries besides its data
 */
export function createAnswers(
  schema: GraphQLSchema,
  extensions?: Readonly<Record<string, unknown>>,
): Answers {
  const kept = new LRUCache<string, Buffer>({ max: keptAnswers });
  return (body) => {
    const known = kept.get(body);
    if (known !== undefined) return known;
    return answer(schema, body, extensions).then((bytes) => {
      kept.set(body, bytes);
      return bytes;
    });
  };
}

async function answer(
  schema: GraphQLSchema,
  body: string,
  extensions: Readonly<Record<string, unknown>> | undefined,
): Promise<Buffer> {
  const { query, variables } = JSON.parse(body) as GraphQLBody;
  const result = await execute({ schema, document: parse(query), variableValues: variables ?? {} });
  if (result.errors !== undefined) throw new Error(`${query}\n${result.errors.map(String).join('\n')}`);
  return Buffer.from(JSON.stringify({ ...result, ...(extensions && { extensions }) }));
}
