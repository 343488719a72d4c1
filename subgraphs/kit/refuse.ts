import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { IstmoError } from '../../common/errors.js';
import { requestProblem } from '../../common/request-problem.js';
import { refusalEntry } from './access-entry.js';
import type { NodeParts } from './node-parts.js';

/** What a gateway is told of a refusal. */
export interface Refusal {
  /** Of HTTP. */
  readonly status: number;
  readonly answer: object;
}

/** Every refusal is in the access log before it is answered; one that cannot be logged is answered as that. */
export async function refuse(
  parts: Pick<NodeParts, 'state' | 'log' | 'clock'>,
  problem: unknown,
  request: FastifyRequest,
): Promise<Refusal> {
  const error = requestProblem(problem, request);
  const entry = refusalEntry(parts.state, randomUUID(), request.ip, error.code, parts.clock());
  const logged = await parts.log.append(entry).then(
    () => error,
    (cause: unknown) => new IstmoError('AUDIT_UNAVAILABLE', { cause }),
  );
  const { message, extensions, kind } = logged;
  return { status: kind.status, answer: { errors: [{ message, extensions }] } };
}
