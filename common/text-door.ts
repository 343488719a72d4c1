import type { FastifyInstance } from 'fastify';

/** A door that takes a text and answers one, whatever server it is put into. */
export interface TextDoor {
  readonly path: string;
  /** Bytes. */
  readonly bodyLimit: number;
  readonly answer: (body: string) => {
    readonly status: number;
    readonly type: string;
    readonly text: string;
  };
}

/** Puts it into a server as `POST`, for `text/plain` alone. */
export function registerTextDoor(app: FastifyInstance, { path, bodyLimit, answer }: TextDoor): void {
  void app.register((routes, _options, done) => {
    routes.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    routes.post(path, { bodyLimit }, (request, reply) => {
      const { status, type, text } = answer(typeof request.body === 'string' ? request.body : '');
      return reply.code(status).type(type).send(text);
    });
    done();
  });
}
