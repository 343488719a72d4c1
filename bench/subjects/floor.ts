import { Supergraph } from '@apollo/federation-internals';
import { ApolloServer } from '@apollo/server';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import { readDeclaration } from '../../gateway/admission/declaration.js';
import { entryOf } from '../../gateway/audit/entry.js';
import type { Exchange } from '../../gateway/exchange.js';
import { gatewayConfig } from '../../gateway/config.js';
import { type GatewayParts, openParts } from '../../gateway/parts.js';
import { supergraphSdl } from '../../schema/sources.js';
import type { Question } from '../queries/query.js';
import { answerByHand } from './by-hand.js';
import { openByHand } from './by-hand-nodes.js';
import { istmoEnvironment } from './istmo.js';
import type { SubjectSetup } from './subject.js';

interface Context extends Record<string, unknown> {
  readonly exchange?: Exchange;
}

/**
 * What the named parts cost before anything of Istmo's own runs: the program by hand beneath Apollo Server on Fastify, which
 * parses and validates the question and plans nothing. With a proof, also what nobody can leave out who is to prove what was asked: the
 * token (remembered), one signature for all nine calls, and an entry in the log that is on disk before the answer leaves.
 */
export async function startFloor(setup: SubjectSetup, proves: boolean): Promise<string> {
  const program = openByHand(setup, false);
  const parts = proves ? await openParts(gatewayConfig(istmoEnvironment(setup))) : undefined;
  const executor: GatewayExecutor = async ({ operationName, request, context }) => {
    const question = { operationName, variables: request.variables } as unknown as Question;
    const { exchange } = context as Context;
    if (parts !== undefined && exchange !== undefined) sign(parts, exchange, question);
    const data = (await answerByHand(program, question)) as Record<string, unknown>;
    if (parts !== undefined && exchange !== undefined)
      await parts.log.append(entryOf(exchange, { result: 'ANSWERED' }, '/gateways/floor'));
    return { data };
  };
  const apollo = new ApolloServer<Context>({ gateway: bare(executor), stopOnTerminationSignals: false });
  await apollo.start();
  const app = Fastify();
  app.post(
    '/graphql',
    fastifyApolloHandler(apollo, {
      context: async ({ headers, ip, id }) => {
        if (parts === undefined) return {};
        const requester = await parts.identity.identify(headers.authorization);
        const declaration = readDeclaration(headers, parts.vocabulary.purposes);
        const exchange: Exchange = {
          requestId: id,
          receivedAt: Date.now(),
          sourceAddress: ip,
          answers: [],
          requester,
        };
        return { exchange: { ...exchange, ...(declaration && { declaration }) } };
      },
    }),
  );
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

/** One signature for all nodes, over what each is asked. */
function sign(
  parts: GatewayParts,
  { requestId, requester, declaration }: Exchange,
  question: Question,
): void {
  if (requester === undefined || declaration === undefined) return;
  const body = JSON.stringify(question.variables);
  const requests = parts.directory.states.map((state) => ({ state, body }));
  parts.assert({ requestId, requester, declaration, requests });
}

/** A gateway as Apollo Server takes it, that has one schema for ever. */
function bare(executor: GatewayExecutor): GatewayInterface {
  const sdl = supergraphSdl();
  const apiSchema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema, coreSupergraphSdl: sdl });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor }),
    stop: () => Promise.resolve(),
  };
}
