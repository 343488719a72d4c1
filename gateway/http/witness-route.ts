import type { FastifyInstance } from 'fastify';
import { addCheckpoint, type WitnessOptions, witnessReply } from '../../audit/witness.js';

/** `POST /witness/add-checkpoint`: cosigns the logs of others. A log that was forked is an alarm in this program's own log. @see C2SP tlog-witness */
export function registerWitness(app: FastifyInstance, witness: WitnessOptions): void {
  void app.register((routes, _options, done) => {
    routes.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    routes.post('/witness/add-checkpoint', { bodyLimit: 64 * 1024 }, (request, reply) => {
      const answer = addCheckpoint(typeof request.body === 'string' ? request.body : '', witness);
      if (answer.status === 422)
        request.log.error(
          { log: answer.log, ...answer.between },
          'a log that is witnessed here was forked or rewritten between these sizes',
        );
      const { status, type, text } = witnessReply(answer);
      return reply.code(status).type(type).send(text);
    });
    done();
  });
}
