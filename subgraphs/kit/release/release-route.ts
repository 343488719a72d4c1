import type { FastifyInstance } from 'fastify';
import { IstmoError } from '../../../common/errors.js';
import { releaseBodySchema, stepTextSchema } from '../../../policy/release/step-texts.js';
import type { AssertionVerifier } from '../assertion.js';
import type { ReleaseDesk } from './desk.js';

/**
 * `POST /releases`, for gateways: a step as text, which the gateway's assertion is for, and beside it what is personal.
 *
 * @param desk - undefined: this node takes no requests for release
 */
export function registerReleases(
  app: FastifyInstance,
  verify: AssertionVerifier,
  desk: ReleaseDesk | undefined,
): void {
  app.post('/releases', async ({ headers, rawBody = Buffer.alloc(0) }, reply) => {
    const body = releaseBodySchema.safeParse(parsed(rawBody.toString('utf8'))).data;
    if (body === undefined) throw new IstmoError('BAD_REQUEST');
    const assertion = await verify(headers.authorization, Buffer.from(body.text));
    if (desk === undefined) throw new IstmoError('RELEASE_NOT_OFFERED');
    const read = stepTextSchema.safeParse(parsed(body.text));
    if (!read.success) {
      const argument = read.error.issues[0]?.path.map(String).join('.') ?? '';
      throw new IstmoError('ARGUMENT_INVALID', { details: { argument } });
    }
    const token = /^Bearer (\S+)$/u.exec(headers.authorization ?? '')?.[1] ?? '';
    const asked = {
      assertion,
      step: read.data,
      particulars: body.particulars,
      evidence: { assertion: token, text: body.text },
    };
    return desk.answer(asked).catch(async (error: unknown) => {
      // a step that is not taken is in the log already, with who tried it
      if (!(error instanceof IstmoError) || error.code === 'AUDIT_UNAVAILABLE') throw error;
      const { message, extensions, kind } = error;
      return reply.code(kind.status).send({ errors: [{ message, extensions }] });
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new IstmoError('BAD_REQUEST', { cause });
  }
}
