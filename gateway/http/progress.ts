import type { FastifyInstance, FastifyRequest } from 'fastify';
import { IstmoError } from '../../common/errors.js';
import type { Exchange } from '../exchange.js';
import type { Identity } from '../identity/identity.js';
import type { Requester } from '../identity/requester.js';

/** How far a request is: which States have answered, and which have not. Never how, nor what. */
interface RequestProgress {
  readonly requestId: string;
  readonly states: readonly { readonly code: string; readonly answered: boolean }[];
}

/** Names that a client gave its own requests, to ask how far they are: a UUID. */
const nameForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Requests that are remembered at a time: those beyond go without. */
const mostRequests = 10_000;

/**
 * Lets clients ask how far a request of theirs is: one that names itself in the header `Istmo-Progress` can be looked at
 * under `/progress/NAME` by the officer who made it, as long as it is under way at this gateway.
 *
 * @param routes - whose requests can be looked at
 */
export function registerProgress(app: FastifyInstance, routes: FastifyInstance, identity: Identity): void {
  const underWay = new Map<string, Exchange>();
  routes.addHook('preHandler', (request, _reply, done) => {
    const key = keyOf(request);
    if (key !== undefined && request.exchange !== undefined && underWay.size < mostRequests)
      underWay.set(key, request.exchange);
    done();
  });
  routes.addHook('onResponse', (request, _reply, done) => {
    const key = keyOf(request);
    if (key !== undefined) underWay.delete(key);
    done();
  });
  app.get('/progress/:name', async (request): Promise<RequestProgress> => {
    const requester = await identity.identify(request.headers.authorization);
    const { name } = request.params as { readonly name: string };
    const exchange = underWay.get(keyFor(requester, name));
    if (exchange === undefined) throw new IstmoError('NOT_FOUND');
    return progressOf(exchange);
  });
}

function progressOf({ requestId, progress = new Map() }: Exchange): RequestProgress {
  const states = [...progress].map(([code, how]) => ({ code, answered: how === 'ANSWERED' }));
  return { requestId, states: states.sort((one, other) => (one.code < other.code ? -1 : 1)) };
}

function keyOf({ headers, exchange }: FastifyRequest): string | undefined {
  const name = headers['istmo-progress'];
  if (typeof name !== 'string' || !nameForm.test(name) || exchange?.requester === undefined) return undefined;
  return keyFor(exchange.requester, name);
}

function keyFor({ agency, officer, client }: Requester, name: string): string {
  return JSON.stringify([agency, officer, client, name]);
}
