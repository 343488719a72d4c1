import { Supergraph } from '@apollo/federation-internals';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { readDeclaration } from '../../gateway/admission/declaration.js';
import { entryOf } from '../../gateway/audit/entry.js';
import type { Exchange, GatewayContext } from '../../gateway/exchange.js';
import type { Execute, ExecutingGateway } from '../../gateway/execute/executor.js';
import { gatewayConfig } from '../../gateway/config.js';
import { createApollo } from '../../gateway/http/apollo.js';
import { type GatewayParts, openParts } from '../../gateway/parts.js';
import { noDeadlineOfItsOwn, post } from '../../gateway/states/post.js';
import { supergraphSdl } from '../../schema/sources.js';
import type { Question } from '../queries/query.js';
import { answerByHand } from './by-hand.js';
import { openPools, overNodes, type Send } from './by-hand-nodes.js';
import { istmoEnvironment } from './istmo.js';
import type { SubjectSetup } from './subject.js';

/**
 * What the named parts cost before anything of Istmo's own runs: the program by hand beneath Apollo Server on Fastify, set up
 * as Istmo sets it up, which parses and validates the question and plans nothing; its nine calls go over undici in the cheapest
 * way that is known. With a proof, also what nobody can leave out who is to prove what was asked: the token (remembered), one
 * signature for all nine calls, sent with each, and an entry in the log that is on disk before the answer leaves.
 */
export async function startFloor(setup: SubjectSetup, proves: boolean): Promise<string> {
  const pools = openPools(setup, noDeadlineOfItsOwn);
  const parts = proves ? await openParts(gatewayConfig(istmoEnvironment(setup))) : undefined;
  const execute: Execute = async ({ operation, request, context }) => {
    const question = {
      operationName: operation.name?.value,
      variables: request.variables,
    } as unknown as Question;
    const { exchange } = context as GatewayContext;
    const signed = parts && sign(parts, exchange, question);
    const data = await answerByHand(overNodes(pools, sendingWith(signed)), question);
    if (parts !== undefined)
      await parts.log.append(entryOf(exchange, { result: 'ANSWERED' }, '/gateways/floor'));
    return { data: data as Record<string, unknown> };
  };
  const apollo = createApollo({ gateway: bare(execute), plugins: [], documents: undefined });
  await apollo.start();
  const app = Fastify();
  app.post(
    '/graphql',
    fastifyApolloHandler(apollo, {
      context: async ({ headers, ip, id }) => {
        const exchange = { requestId: id, receivedAt: Date.now(), sourceAddress: ip, answers: [] };
        if (parts === undefined) return { exchange };
        parts.toCome.add(id);
        const requester = await parts.identity.identify(headers.authorization);
        const declaration = readDeclaration(headers, parts.vocabulary.purposes);
        return { exchange: { ...exchange, requester, ...(declaration && { declaration }) } };
      },
    }),
  );
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

type Signed = ReturnType<GatewayParts['assert']>;

/** One signature for all nodes, over what each is asked. */
function sign(
  parts: GatewayParts,
  { requestId, requester, declaration }: Exchange,
  question: Question,
): Signed | undefined {
  if (requester === undefined || declaration === undefined) return undefined;
  const body = JSON.stringify(question.variables);
  const requests = parts.directory.states.map((state) => ({ state, body }));
  return parts.assert({ requestId, requester, declaration, requests });
}

/** Sends over undici's dispatcher, without a stream and an abort signal for each call. */
function sendingWith(signed: Signed | undefined): Send {
  return async (pool, body, code) => {
    const token = signed?.get(code)?.token;
    const headers = [
      'content-type',
      'application/json',
      ...(token !== undefined ? ['authorization', `Bearer ${token}`] : []),
    ];
    const { text } = await post(pool, {
      path: '/graphql',
      headers,
      body,
      timeoutMs: 30_000,
      maxBytes: 2 ** 24,
    });
    return JSON.parse(text) as unknown;
  };
}

/** A gateway as Apollo Server takes it, that has one schema for ever. */
function bare(execute: Execute): ExecutingGateway {
  const sdl = supergraphSdl();
  const apiSchema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema, coreSupergraphSdl: sdl });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor: execute }),
    stop: () => Promise.resolve(),
    execute,
  };
}
