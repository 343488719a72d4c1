import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { readinessOf } from '../../audit/log-health.js';
import { witnessDoor } from '../../audit/witness-door.js';
import { bundleType, mostInBundle } from '../../common/bundle.js';
import { IstmoError } from '../../common/errors.js';
import { registerTextDoor } from '../../common/text-door.js';
import { answerQuestion } from './answer.js';
import { answerBundle } from './bundle-answers.js';
import type { NodeParts } from './node-parts.js';
import { nodeWarnings } from './node-warnings.js';
import { refuse } from './refuse.js';
import { registerReleases } from './release/release-route.js';

declare module 'fastify' {
  interface FastifyRequest {
    rawBody?: Buffer;
  }
}

/** A node's HTTP server: `/graphql` for gateways, and what the State publishes of itself. */
export function createNodeServer(parts: NodeParts): FastifyInstance {
  const app = Fastify({
    loggerInstance: parts.logger,
    bodyLimit: 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
  });
  // the assertion names the body's hash, so its bytes are kept
  app.addContentTypeParser(
    ['application/json', bundleType],
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      request.rawBody = body;
      done(null, undefined);
    },
  );
  const sendRefusal = async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, answer } = await refuse(parts, error, request);
    return reply.code(status).type('application/json').send(answer);
  };
  app.setErrorHandler(sendRefusal);
  app.setNotFoundHandler((request, reply) => sendRefusal(new IstmoError('NOT_FOUND'), request, reply));
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
    bundles: mostInBundle,
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
  const onResponse = (request: FastifyRequest, reply: FastifyReply, sent: () => void): void => {
    // of a bundle each question's own is told
    if (!isBundle(request)) parts.took?.(reply.elapsedTime / 1_000);
    sent();
  };
  app.post('/graphql', { onResponse }, async (request, reply) => {
    const { headers, rawBody = Buffer.alloc(0) } = request;
    if (!isBundle(request)) return answerQuestion(parts, headers.authorization, rawBody);
    // a proxy must not keep one answer back until the others are there
    reply.type(bundleType).header('x-accel-buffering', 'no');
    return reply.send(answerBundle(parts, request, rawBody));
  });
  return app;
}

function isBundle({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith(bundleType) === true;
}
