import type { FastifyInstance } from 'fastify';
import { addCheckpoint, type WitnessOptions } from '../../audit/witness.js';

/** `POST /witness/add-checkpoint`: cosigns the logs of others. What it refuses for a fork goes into the node's own log. @see C2SP tlog-witness */
export function registerWitness(app: FastifyInstance, witness: WitnessOptions): void {
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body);
  });
  app.post('/witness/add-checkpoint', { bodyLimit: 64 * 1024 }, (request, reply) => {
    const answer = addCheckpoint(typeof request.body === 'string' ? request.body : '', witness);
    void reply.code(answer.status);
    if (answer.status === 200) return reply.type('text/plain; charset=utf-8').send(answer.signatures);
    if (answer.status === 409) return reply.type('text/x.tlog.size').send(`${String(answer.size)}\n`);
    if (answer.status === 422)
      request.log.error(
        answer.between,
        'a log that is witnessed here was forked or rewritten between these sizes',
      );
    return reply.send();
  });
}
