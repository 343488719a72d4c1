import {
  BREAK,
  defaultFieldResolver,
  type GraphQLSchema,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Source } from '../execute/source.js';
import type { Data } from '../plan/data.js';
import type { FetchOperation } from '../plan/steps.js';
import type { Directory, KnownState } from '../states/directory.js';

/** Fields of `Query` that tell what the directory has, and the same to everybody. */
const ofDirectory: ReadonlySet<string> = new Set(['memberStates', 'memberState']);

/** An answer, as text since whoever gets it changes it, and all States as they were then. */
interface Kept {
  readonly states: readonly (KnownState | undefined)[];
  readonly text: string;
}

/**
 * The region's source, which keeps what it answers of the directory alone until anything that is known of a State changes: a
 * list of States stands first in most plans. Only for requesters who are known; of others the region decides each time.
 *
 * @param source - the region's own
 * @param schema - of the region, with its resolvers
 */
export function keepingListsOfStates(
  source: Source,
  schema: GraphQLSchema,
  directory: Pick<Directory, 'states' | 'get'>,
): Source {
  const kept = new WeakMap<FetchOperation, Kept>();
  const known = new WeakMap<FetchOperation, boolean>();
  const canBeKept = (operation: FetchOperation): boolean => {
    const found = known.get(operation) ?? asksDirectoryAlone(operation, schema);
    known.set(operation, found);
    return found;
  };
  return {
    entities: (request, representations) => source.entities(request, representations),
    root: async (request) => {
      const { operation, context } = request;
      if (context.exchange.requester === undefined || !canBeKept(operation)) return source.root(request);
      const before = kept.get(operation);
      if (before !== undefined && isAsItWas(before.states, directory))
        return { data: JSON.parse(before.text) as Data, faults: [] };
      const states = directory.states.map((code) => directory.get(code));
      const answer = await source.root(request);
      if (answer.data !== undefined && answer.faults.length === 0)
        kept.set(operation, { states, text: JSON.stringify(answer.data) });
      return answer;
    },
  };
}

function isAsItWas(states: Kept['states'], directory: Pick<Directory, 'states' | 'get'>): boolean {
  return directory.states.every((code, index) => directory.get(code) === states[index]);
}

/** Whether the answer hangs on nothing else: no variables, and beneath the root no field that is worked out. */
function asksDirectoryAlone({ text, variables }: FetchOperation, schema: GraphQLSchema): boolean {
  if (variables.length > 0) return false;
  let alone = true;
  const typeInfo = new TypeInfo(schema);
  visit(
    parse(text, { noLocation: true }),
    visitWithTypeInfo(typeInfo, {
      [Kind.FIELD]: ({ name: { value } }) => {
        const field = typeInfo.getFieldDef();
        const isPlain = value === '__typename' || field?.resolve === defaultFieldResolver;
        alone = typeInfo.getParentType() === schema.getQueryType() ? ofDirectory.has(value) : isPlain;
        return alone ? undefined : BREAK;
      },
    }),
  );
  return alone;
}
