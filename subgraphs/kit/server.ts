import { createHmac, randomUUID } from 'node:crypto';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { AuditLog } from '../../audit/log.js';
import type { WitnessOptions } from '../../audit/witness.js';
import { witnessDoor } from '../../audit/witness-door.js';
import type { WitnessedLog } from '../../audit/witnessed.js';
import { readinessOf } from '../../audit/log-health.js';
import { type Clock, dateIn } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { technicalFault } from '../../common/technical-fault.js';
import { registerTextDoor } from '../../common/text-door.js';
import { withRetryAt } from '../../common/withheld.js';
import { decide } from '../../policy/decide.js';
import { mergeWithheld } from '../../policy/merge-withheld.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { accessEntry, refusalEntry } from './access-entry.js';
import type { AgreementSet } from './agreements.js';
import type { Assertion, AssertionVerifier } from './assertion.js';
import { type Executor, type GraphQLRequest, readGraphQLRequest } from './execute.js';
import { openLedger } from './ledger.js';
import type { NodeRequest } from './node-request.js';
import { nodeWarnings } from './node-warnings.js';
import type { NodeQuotas } from './quota/quotas.js';
import type { ReleaseDesk } from './release/desk.js';
import { registerReleases } from './release/release-route.js';
import type { Source } from './records/source.js';

declare module 'fastify' {
  interface FastifyRequest {
    rawBody?: Buffer;
  }
}

/** What a node's HTTP door stands in front of. */
export interface NodeParts {
  readonly state: string;
  readonly timeZone: string;
  /** Codes of the States that take part, by the register with which the node started. */
  readonly states: ReadonlySet<string>;
  readonly schemaVersion: string;
  readonly verify: AssertionVerifier;
  readonly execute: Executor;
  readonly source: Source;
  readonly vocabulary: Vocabulary;
  readonly offered: readonly string[];
  /** Coordinates by which records can be found and sorted. */
  readonly findable: ReadonlySet<string>;
  /** Read once for each request, which ends under the set that it began with: it changes while the node runs. */
  readonly agreements: AgreementSet;
  /** The agreements as published: a JWS. */
  readonly signedAgreements: string;
  /** The agreements as they were in force at a moment, published alike; absent, or undefined: this node keeps no history. */
  readonly agreementsAt?: (at: number) => Promise<string | undefined>;
  /** What is wrong with agreements that were put there and are not in force. */
  readonly agreementsFault?: string | undefined;
  /** Told how long a request to `/graphql` took; absent: nobody is. */
  readonly took?: (seconds: number) => void;
  /** Absent: none are kept. */
  readonly quotas?: NodeQuotas;
  readonly log: Pick<AuditLog, 'append' | 'health' | 'verifierKey'>;
  /** Ids of requests under way whose entry is still to come, for the log; absent: it is not told. */
  readonly toCome?: Set<string>;
  /** Absent: this node takes no requests for release. */
  readonly desk?: ReleaseDesk;
  /** Absent: this node cosigns nobody's log. */
  readonly witness?: WitnessOptions;
  /** Absent: nobody cosigns its log. */
  readonly witnessed?: WitnessedLog;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  /** Secret of the State's from which the key of `HASH` is made. */
  readonly maskSecret: string;
}

/** A node's HTTP server: `/graphql` for gateways, and what the State publishes of itself. */
export function createNodeServer(parts: NodeParts): FastifyInstance {
  const app = Fastify({
    loggerInstance: parts.logger,
    bodyLimit: 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
  });
  // the assertion names the body's hash, so its bytes are kept
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    request.rawBody = body;
    done(null, undefined);
  });
  app.setErrorHandler((error, request, reply) => refuse(parts, asIstmoError(error, request), request, reply));
  app.setNotFoundHandler((request, reply) => refuse(parts, new IstmoError('NOT_FOUND'), request, reply));
  app.get('/health', () => ({ status: 'UP' }));
  app.get('/ready', (_request, reply) => {
    const { health } = parts.log;
    const warnings = nodeWarnings(health, parts.witnessed?.refusals.size ?? 0, parts.agreementsFault);
    const readiness = readinessOf(health, warnings);
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  app.get('/.well-known/istmo.json', () => ({
    state: parts.state,
    schemaVersion: parts.schemaVersion,
    offered: parts.offered,
    agreementsDigest: parts.agreements.digest,
    logVerifierKey: parts.log.verifierKey,
  }));
  app.get('/agreements', (_request, reply) => reply.type('application/jose').send(parts.signedAgreements));
  if (parts.witness !== undefined)
    registerTextDoor(
      app,
      witnessDoor(parts.witness, (fork, text) => app.log.error(fork, text)),
    );
  app.get<{ Params: { at: string } }>('/agreements/:at', async ({ params }, reply) => {
    const at = /^\d{1,15}$/u.test(params.at) ? Number(params.at) : Infinity;
    const signed = at <= parts.clock() ? await parts.agreementsAt?.(at) : undefined;
    if (signed === undefined) throw new IstmoError('NOT_FOUND');
    return reply.type('application/jose').send(signed);
  });
  registerReleases(app, parts.verify, parts.desk);
  const onResponse = (_request: FastifyRequest, reply: FastifyReply, sent: () => void): void => {
    parts.took?.(reply.elapsedTime / 1_000);
    sent();
  };
  app.post('/graphql', { onResponse }, async ({ headers, rawBody = Buffer.alloc(0) }) => {
    const assertion = await parts.verify(headers.authorization, rawBody);
    parts.toCome?.add(assertion.rid);
    try {
      return await answer(parts, assertion, rawBody);
    } finally {
      // where it comes to no answer its entry, a refusal's, has another id
      parts.toCome?.delete(assertion.rid);
    }
  });
  return app;
}

/** Once verified it decides, reads, logs, answers: in this order. */
async function answer(parts: NodeParts, assertion: Assertion, rawBody: Buffer): Promise<unknown> {
  const graphql = readGraphQLRequest(parseJson(rawBody));
  const { agreements } = parts;
  const { result, ledger, charged } = await answerWithin(parts, agreements, assertion, graphql);
  const failed = result.errors?.some(({ extensions }) => extensions['code'] !== 'WITHHELD') === true;
  const now = parts.clock();
  await parts.log.append(accessEntry(parts.state, assertion, ledger, agreements, now, { failed, charged }));
  const { exhausted, counted } = charged;
  const withheld = withRetryAt(mergeWithheld(ledger.withheld), exhausted);
  return { ...result, extensions: { istmo: { withheld, masked: ledger.masked, counted } } };
}

/** Answers as far as quotas reach: what one does not reach for is answered as if its agreement were not there. */
async function answerWithin(
  parts: NodeParts,
  agreements: AgreementSet,
  assertion: Assertion,
  graphql: GraphQLRequest,
) {
  const { quotas } = agreements.policy;
  const exhausted = new Map(parts.quotas?.exhaustedFor(assertion.sub, quotas));
  for (;;) {
    const request = openRequest(parts, agreements, assertion, [...exhausted.keys()]);
    const { ledger } = request;
    const result = await parts.execute(graphql, request);
    const asked = [...ledger.agreements].map((agreement) => [agreement, new Set<string>()] as const);
    const opened = new Map([...asked, ...ledger.opened]);
    const charged = await parts.quotas?.charge({ assertion, opened, quotas });
    if (charged === undefined || charged.exhausted.size === 0)
      return { result, ledger, charged: { exhausted, counted: charged?.counted ?? {} } };
    for (const [agreement, until] of charged.exhausted) exhausted.set(agreement, until);
  }
}

function openRequest(
  parts: NodeParts,
  { policy }: AgreementSet,
  assertion: Assertion,
  exhausted: readonly string[],
): NodeRequest {
  const now = parts.clock();
  const asker = {
    ...assertion,
    date: dateIn(parts.timeZone, now),
    ...(exhausted.length > 0 && { exhausted }),
  };
  return {
    assertion,
    source: parts.source,
    states: parts.states,
    deciding: {
      vocabulary: parts.vocabulary,
      offered: new Set(parts.offered),
      findable: parts.findable,
      decide: (record, fields, scope) => decide(policy, asker, { record, fields, ...scope }),
    },
    ledger: openLedger(),
    maskKey: createHmac('sha256', parts.maskSecret)
      .update(`mask ${asker.date.slice(0, 7)}`)
      .digest(),
    entities: new Map(),
    byKey: new Map(),
    related: new Map(),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new IstmoError('BAD_REQUEST', { cause });
  }
}

/** Every refusal is in the access log before it is answered; one that cannot be logged is answered as that. */
async function refuse(
  parts: NodeParts,
  error: IstmoError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const entry = refusalEntry(parts.state, randomUUID(), request.ip, error.code, parts.clock());
  const logged = await parts.log.append(entry).then(
    () => error,
    (cause: unknown) => new IstmoError('AUDIT_UNAVAILABLE', { cause }),
  );
  return reply
    .code(logged.kind.status)
    .type('application/json')
    .send({ errors: [{ message: logged.message, extensions: logged.extensions }] });
}

function asIstmoError(error: unknown, request: FastifyRequest): IstmoError {
  if (error instanceof IstmoError) return error;
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new IstmoError('BODY_TOO_LARGE', { cause: error });
  if (typeof status === 'number' && status < 500) return new IstmoError('BAD_REQUEST', { cause: error });
  request.log.error({ fault: technicalFault(error) }, 'request failed');
  return new IstmoError('INTERNAL', { cause: error });
}
