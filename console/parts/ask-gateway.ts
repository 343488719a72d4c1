import * as z from 'zod/mini';
import { type Problem, readAnswer } from '../answer.js';
import { type Declaration, declarationHeaders, identityHeaders, unsendable } from '../declaration.js';
import type { Language } from '../language.js';
import { texts } from '../texts.js';

/** What came of asking: what was asked for, or why not. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Asker {
  readonly declaration: Declaration;
  readonly language: Language;
}

/** A question of a page's own. */
export interface Question<T> {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What its `data` must look like. */
  readonly data: z.ZodMiniType<T>;
  /** Whether purpose and case go with it, since it touches records. */
  readonly declared?: boolean;
}

/** Asks the gateway GraphQL, with the token that is filled in. An answer of another form than expected is a problem, too. */
export async function askGateway<T>(
  { declaration, language }: Asker,
  { query, variables, data, declared = false }: Question<T>,
): Promise<Outcome<T>> {
  const headers = declared ? declarationHeaders(declaration) : identityHeaders(declaration);
  const response = await send(
    '/graphql',
    { ...headers, accept: 'application/json' },
    { query, variables },
    language,
  );
  if ('problems' in response) return { ok: false, problems: response.problems };
  const body: unknown = await response.json().catch(() => undefined);
  const { problems } = readAnswer(body);
  if (problems.length > 0) return { ok: false, problems };
  const read = z.object({ data }).safeParse(body);
  return read.success ? { ok: true, value: read.data.data } : unreadable(response.status, language);
}

/** Asks a path of the gateway: with a body by POST; what never reached it comes back as a problem of the same form as its refusals. */
export async function send(
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  language: Language,
  method: 'GET' | 'POST' = 'POST',
): Promise<Response | { readonly problems: readonly Problem[] }> {
  if (headers['authorization'] === undefined) return { problems: [{ message: texts.tokenFirst[language] }] };
  const wrong = unsendable(headers);
  if (wrong !== '') return { problems: [{ message: `${texts.unsendable[language]} ${wrong}` }] };
  const response = await fetch(path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    credentials: 'omit',
    cache: 'no-store',
  }).catch(() => undefined);
  return response ?? { problems: [{ message: texts.notAnswered[language] }] };
}

/** Why a route that is not GraphQL refused. */
export async function refusalOf(response: Response, language: Language): Promise<readonly Problem[]> {
  const { problems } = readAnswer(await response.json().catch(() => undefined));
  return problems.length > 0 ? problems : unreadable(response.status, language).problems;
}

function unreadable(status: number, language: Language) {
  return {
    ok: false as const,
    problems: [{ message: `${texts.notGraphql[language]} ${String(status)}` }],
  };
}
