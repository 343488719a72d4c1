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
import { mostInBundle } from '../../common/bundle.js';
import type { Region } from '../../common/region.js';
import { createNodeClient, type NodeClient } from '../../gateway/states/node-client.js';
import { supergraphSdl } from '../../schema/sources.js';
import type { Question } from '../queries/query.js';
import { answerByHand } from './by-hand.js';
import { overNodes, type Send } from './by-hand-nodes.js';
import { istmoEnvironment } from './istmo.js';
import type { SubjectSetup } from './subject.js';

/**
 * What the named parts cost before anything of Istmo's own runs: the program by hand beneath Apollo Server on Fastify, set up
 * as Istmo sets it up, which parses and validates the question and plans nothing; its nine calls go in the cheapest
 * way that is known, together with those of other requests. With a proof, also what nobody can leave out who is to prove what was asked: the token (remembered), one
 * signature for all nine calls, sent with each, and an entry in the log that is on disk before the answer leaves.
 */
export async function startFloor(setup: SubjectSetup, proves: boolean): Promise<string> {
  const client = openClient(setup);
  const codes = setup.nodes.map(({ code }) => code);
  const parts = proves ? await openParts(gatewayConfig(istmoEnvironment(setup))) : undefined;
  const execute: Execute = async ({ operation, request, context }) => {
    const question = {
      operationName: operation.name?.value,
      variables: request.variables,
    } as unknown as Question;
    const { exchange } = context as GatewayContext;
    const signed = parts && sign(parts, exchange, question);
    const data = await answerByHand(overNodes(codes, sendingWith(client, signed)), question);
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

function openClient({ nodes }: SubjectSetup): NodeClient {
  const states = nodes.map(({ code, url }) => ({ code, node: url }));
  return createNodeClient({ states } as unknown as Region, { maxAnswerBytes: 2 ** 24 });
}

/** Sends as Istmo does, behind a circuit breaker. */
function sendingWith(client: NodeClient, signed: Signed | undefined): Send {
  return async (code, body) => {
    const token = signed?.get(code)?.token ?? 'none';
    const question = { body, token, timeoutMs: 30_000, bundles: mostInBundle };
    return JSON.parse(await client.post(code, question)) as unknown;
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
