import type { GraphiQLProps } from 'graphiql';
import { type Answer, readAnswer } from '../answer.js';
import { type Declaration, declarationHeaders, identityHeaders, unsendable } from '../declaration.js';
import type { Language } from '../language.js';
import { texts } from '../texts.js';

/** Where the gateway answers GraphQL, on the host that served this page. */
const endpoint = '/graphql';

const introspection = 'IntrospectionQuery';

export interface FetcherOptions {
  /** What is filled in at the moment of asking. */
  readonly now: () => { readonly declaration: Declaration; readonly language: Language };
  readonly onSchemaAnswer: (answer: Answer) => void;
  readonly onAnswer: (answer: Answer) => void;
}

/**
 * How GraphiQL asks the gateway. Refusals come back as the gateway words them, whatever their HTTP status; what never
 * reached it comes back as an error of the same form.
 */
export function createFetcher({ now, onSchemaAnswer, onAnswer }: FetcherOptions): GraphiQLProps['fetcher'] {
  return async (request) => {
    const { declaration, language } = now();
    const asksSchema = request.operationName === introspection;
    const headers = asksSchema ? identityHeaders(declaration) : declarationHeaders(declaration);
    const body = await ask(JSON.stringify(withOwnName(request)), headers, language);
    (asksSchema ? onSchemaAnswer : onAnswer)(readAnswer(body));
    // without `data` GraphiQL would ask for the schema once more, and be refused and logged once more
    return asksSchema ? { data: null, ...body } : body;
  };
}

type Request = Parameters<GraphiQLProps['fetcher']>[0];

/** For a moment after an example is filled in, the editor still names the operation that stood there before. */
function withOwnName(request: Request): Request {
  const { operationName, ...rest } = request;
  if (operationName == null || new RegExp(`\\b${operationName}\\b`, 'u').test(request.query)) return request;
  return rest;
}

/** A reply of any form: what GraphiQL shows is the whole of it. */
interface Reply {
  readonly data?: unknown;
  readonly errors?: unknown;
}

async function ask(
  body: string,
  headers: Readonly<Record<string, string>>,
  language: Language,
): Promise<Reply> {
  const wrong = unsendable(headers);
  if (wrong !== '') return failure(`${texts.unsendable[language]} ${wrong}`);
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
    body,
    credentials: 'omit',
    cache: 'no-store',
  }).catch(() => undefined);
  if (response === undefined) return failure(texts.notAnswered[language]);
  const reply: unknown = await response.json().catch(() => undefined);
  if (typeof reply === 'object' && reply !== null) return reply;
  return failure(`${texts.notGraphql[language]} ${String(response.status)}`);
}

function failure(message: string): Reply {
  return { errors: [{ message }] };
}
