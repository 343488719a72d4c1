import { ApolloServer, HeaderMap } from '@apollo/server';
import { afterEach, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import type { AuditEntry } from '../../../audit/entry.js';
import { IstmoError } from '../../../common/errors.js';
import { limitsRule } from '../../../gateway/admission/limits.js';
import type { GatewayContext } from '../../../gateway/exchange.js';
import { legacyStatus } from '../../../gateway/http/legacy-status.js';
import { publicError } from '../../../gateway/http/public-error.js';
import { requestPlugin } from '../../../gateway/http/request-plugin.js';

const schema = buildSchema('type Query { ours(id: ID): String theirs: String }');
const region = buildSchema('type Query { ours(id: ID): String }');
const legacy = 'application/json';
const limits = { bodyBytes: 1_000, tokens: 100, depth: 5, aliases: 1, rootFields: 5, directives: 5 };

interface Asked {
  readonly accept?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly logFails?: boolean;
}

const running: ApolloServer<GatewayContext>[] = [];
afterEach(() => Promise.all(running.splice(0).map((apollo) => apollo.stop())));

/** Status, media type and code of a reply, and the outcome that its entry names. */
async function askedFor({ accept, query, variables, logFails }: Asked): Promise<Record<string, unknown>> {
  const entries: AuditEntry[] = [];
  const append = (entry: AuditEntry): Promise<{ index: number }> => {
    entries.push(entry);
    return logFails === true
      ? Promise.reject(new IstmoError('AUDIT_UNAVAILABLE'))
      : Promise.resolve({ index: 0 });
  };
  const health = { writable: true, backlog: 0 };
  const log = { append, size: 0, health, verifierKey: '', close: () => Promise.resolve() };
  const apollo = new ApolloServer<GatewayContext>({
    schema,
    plugins: [
      requestPlugin({ log, source: '/test', region, logger: pino({ enabled: false }) }),
      legacyStatus(),
    ],
    validationRules: [limitsRule(limits)],
    formatError: publicError,
    stopOnTerminationSignals: false,
  });
  running.push(apollo);
  await apollo.start();
  const headers = new HeaderMap([['content-type', 'application/json']]);
  if (accept !== undefined) headers.set('accept', accept);
  const reply = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers,
      search: '',
      body: { query, ...(variables && { variables }) },
    },
    context: () =>
      Promise.resolve({ exchange: { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [] } }),
  });
  const body = reply.body.kind === 'complete' ? reply.body.string : '';
  const { errors } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
  return {
    status: reply.status ?? 200,
    type: reply.headers.get('content-type'),
    code: errors?.[0]?.extensions.code,
    logged: entries[0]?.data.outcome,
  };
}

const json = 'application/json; charset=utf-8';

function refusedWith(status: number, code: string, type = json): Record<string, unknown> {
  return { status, type, code, logged: { result: 'REFUSED', code } };
}

describe('an operation at fault', () => {
  it.each<[string, string, Omit<Asked, 'accept'>]>([
    ['that does not parse', 'GRAPHQL_PARSE_FAILED', { query: '{' }],
    ['that does not fit the schema', 'GRAPHQL_VALIDATION_FAILED', { query: '{ unknown }' }],
    [
      'whose variable does not fit',
      'ARGUMENT_INVALID',
      { query: 'query($id: ID!) { ours(id: $id) }', variables: { id: null } },
    ],
  ])(
    '%s is answered 200 where the client asks for application/json by name, and is a refusal in the log',
    async (_, code, asked) => {
      expect(await askedFor({ ...asked, accept: legacy })).toEqual(refusedWith(200, code));
      expect(await askedFor(asked)).toEqual(refusedWith(400, code));
    },
  );

  it.each<[string, string, number]>([
    ['application/json;charset=utf-8, multipart/mixed', json, 200],
    ['APPLICATION/JSON;q=0.5, */*', json, 200],
    ['*/*', json, 400],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8', 400],
    [
      'application/graphql-response+json, application/json;q=0.9',
      'application/graphql-response+json; charset=utf-8',
      400,
    ],
    ['application/json, application/graphql-response+json', json, 400],
  ])('is answered to a client that accepts %s as %s with %i', async (accept, type, status) => {
    expect(await askedFor({ accept, query: '{' })).toEqual(refusedWith(status, 'GRAPHQL_PARSE_FAILED', type));
  });
});

describe('to a client that asks for application/json by name', () => {
  it.each<[string, string, Omit<Asked, 'accept'>]>([
    ['that reaches for records without a purpose', 'PURPOSE_MISSING', { query: '{ theirs }' }],
    ['that is too large', 'OPERATION_TOO_LARGE', { query: '{ a: ours b: ours }' }],
  ])('an operation %s is refused with 400 as to any other', async (_, code, asked) => {
    expect(await askedFor({ ...asked, accept: legacy })).toEqual(refusedWith(400, code));
  });

  it('an operation at fault is answered 503 where its refusal cannot be logged', async () => {
    expect(await askedFor({ accept: legacy, query: '{', logFails: true })).toMatchObject({
      status: 503,
      code: 'AUDIT_UNAVAILABLE',
    });
  });
});
