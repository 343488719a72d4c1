import type { FastifyInstance } from 'fastify';
import { exchangeOf } from './exchange-of.js';

/**
 * Tells the log which requests to these routes are under way: each leaves an entry, which others wait a little for.
 *
 * @param toCome - their ids; the log takes out those whose entry was added
 */
export function noteEntriesToCome(routes: FastifyInstance, toCome: Set<string>): void {
  // once a body is here: whoever is slow to send one keeps no other waiting
  routes.addHook('preHandler', (request, reply, done) => {
    const { requestId } = exchangeOf(request);
    toCome.add(requestId);
    // where its client has gone nobody waits for it, whether an entry comes or not
    reply.raw.once('close', () => toCome.delete(requestId));
    done();
  });
}
