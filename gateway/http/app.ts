import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { AuditLog } from '../../audit/log.js';
import type { LogReader } from '../../audit/reading/log-reader.js';
import type { WitnessOptions } from '../../audit/witness.js';
import { witnessDoor } from '../../audit/witness-door.js';
import type { WitnessedLog } from '../../audit/witnessed.js';
import type { SealKeys } from '../../audit/seal.js';
import { readinessOf, warningsOf } from '../../audit/log-health.js';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { requestProblem } from '../../common/request-problem.js';
import { registerTextDoor } from '../../common/text-door.js';
import { readDeclaration } from '../admission/declaration.js';
import type { OperationLimits } from '../admission/limits.js';
import type { RateLimit } from '../admission/rate.js';
import { entryOf } from '../audit/entry.js';
import type { Exchange, GatewayContext } from '../exchange.js';
import type { Identity } from '../identity/identity.js';
import type { SupergraphGateway } from '../plan/gateway.js';
import { noteEntriesToCome } from './entries-to-come.js';
import { exchangeOf } from './exchange-of.js';
import { registerExport } from './export-route.js';
import { registerClosedLog, registerOpenLog } from './log-routes.js';
import { registerPage } from './page.js';
import { registerProgress } from './progress.js';
import { registerSealKeys } from './seal-keys-route.js';
import { registerUnseal } from './unseal-route.js';
import type { Directory } from '../states/directory.js';

/** What the gateway's HTTP door stands in front of. */
export interface AppParts {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly identity: Identity;
  readonly rate: RateLimit;
  readonly log: AuditLog;
  /** Ids of requests under way whose entry is still to come. */
  readonly toCome: Set<string>;
  readonly reader: LogReader;
  readonly sealKeys: SealKeys | undefined;
  readonly witnessed: WitnessedLog;
  /** Undefined: this gateway cosigns nobody's log. */
  readonly witness: WitnessOptions | undefined;
  readonly directory: Directory;
  /** Told how long a request to `/graphql` took. */
  readonly took: (seconds: number) => void;
  readonly supergraphStatus: () => SupergraphGateway['supergraphStatus'];
  readonly purposes: ReadonlySet<string>;
  readonly limits: OperationLimits;
  readonly clock: Clock;
  readonly logger: FastifyBaseLogger;
  /** `source` of the log's entries. */
  readonly source: string;
  /** Where the query page is built. */
  readonly pageFolder: string;
}

/** The gateway's HTTP server: `/graphql` for requests, `/health` and `/ready` for whoever watches over it. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = Fastify({
    loggerInstance: parts.logger,
    bodyLimit: parts.limits.bodyBytes,
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.setErrorHandler((error, request, reply) => sendRefusal(requestProblem(error, request), request, reply));
  app.setNotFoundHandler((request, reply) => sendRefusal(new IstmoError('NOT_FOUND'), request, reply));
  app.get('/health', () => health(parts));
  app.get('/ready', (_request, reply) => {
    const { health } = parts.log;
    const readiness = readinessOf(health, warningsOf(health, parts.witnessed.refusals.size));
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  });
  registerPage(app, parts.pageFolder);
  registerOpenLog(app, parts);
  if (parts.witness !== undefined)
    registerTextDoor(
      app,
      witnessDoor(parts.witness, (fork, text) => app.log.error(fork, text)),
    );
  void app.register((log, _options, done) => {
    holdExchanges(log, parts);
    registerClosedLog(log, parts);
    registerExport(log, parts);
    registerUnseal(log, parts);
    registerSealKeys(log, parts);
    done();
  });
  void app.register((graphql, _options, done) => {
    holdExchanges(graphql, parts);
    graphql.addHook('onResponse', (_request, reply, sent) => {
      parts.took(reply.elapsedTime / 1_000);
      sent();
    });
    registerProgress(app, graphql, parts.identity);
    graphql.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: fastifyApolloHandler(parts.apollo, {
        context: (request) => Promise.resolve({ exchange: exchangeOf(request) }),
      }),
    });
    done();
  });
  return app;
}

/** Every request to these routes is of somebody who is known, and leaves an entry. */
function holdExchanges(routes: FastifyInstance, parts: AppParts): void {
  routes.decorateRequest('exchange', undefined);
  routes.addHook('onRequest', async (request) => {
    request.exchange = openExchange(request, parts.clock);
    await admit(parts, request, request.exchange);
  });
  noteEntriesToCome(routes, parts.toCome);
  routes.addHook('onSend', (request, reply, payload) => logUnlessLogged(parts, request, reply, payload));
}

function openExchange(request: FastifyRequest, clock: Clock): Exchange {
  return { requestId: randomUUID(), receivedAt: clock(), sourceAddress: request.ip, answers: [] };
}

/** Who asks, whether they may ask now, and what for: before the body is read. */
async function admit(parts: AppParts, request: FastifyRequest, exchange: Exchange): Promise<void> {
  exchange.requester = await parts.identity.identify(request.headers.authorization);
  await parts.rate.admit(exchange.requester.agency);
  const declaration = readDeclaration(request.headers, parts.purposes);
  if (declaration !== undefined) exchange.declaration = declaration;
}

/** Nothing leaves without an entry: what did not get as far as an operation is logged here as a refusal. */
async function logUnlessLogged(
  parts: AppParts,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const { exchange } = request;
  if (exchange === undefined || exchange.entry !== undefined) return payload;
  const code = exchange.refusal ?? 'BAD_REQUEST';
  try {
    const entry = entryOf(exchange, { result: 'REFUSED', code }, parts.source);
    exchange.entry = (await parts.log.append(entry)).index;
    return payload;
  } catch (cause) {
    const error = new IstmoError('AUDIT_UNAVAILABLE', { cause });
    void reply.code(error.kind.status).header('content-type', 'application/json; charset=utf-8');
    return refusalBody(error);
  }
}

function health({ directory, supergraphStatus }: AppParts): Record<string, unknown> {
  const states = directory.states.map((code) => [code, directory.get(code)?.up === true ? 'UP' : 'DOWN']);
  return {
    status: 'UP',
    supergraph: supergraphStatus(),
    states: Object.fromEntries(states) as Record<string, string>,
  };
}

function sendRefusal(error: IstmoError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.exchange !== undefined) request.exchange.refusal = error.code;
  const { status } = error.kind;
  if (status === 401) void reply.header('www-authenticate', 'Bearer');
  const wait = error.details['retryAfterSeconds'];
  if (typeof wait === 'number') void reply.header('retry-after', wait);
  return reply
    .code(status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(refusalBody(error));
}

function refusalBody(error: IstmoError): string {
  return JSON.stringify({ errors: [{ message: error.message, extensions: error.extensions }] });
}
