import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { IstmoError } from '../../common/errors.js';
import { technicalFault } from '../../common/technical-fault.js';
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
  const error = asIstmoError(problem, request);
  const entry = refusalEntry(parts.state, randomUUID(), request.ip, error.code, parts.clock());
  const logged = await parts.log.append(entry).then(
    () => error,
    (cause: unknown) => new IstmoError('AUDIT_UNAVAILABLE', { cause }),
  );
  const { message, extensions, kind } = logged;
  return { status: kind.status, answer: { errors: [{ message, extensions }] } };
}

function asIstmoError(error: unknown, request: FastifyRequest): IstmoError {
  if (error instanceof IstmoError) return error;
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new IstmoError('BODY_TOO_LARGE', { cause: error });
  if (typeof status === 'number' && status < 500) return new IstmoError('BAD_REQUEST', { cause: error });
  request.log.error({ fault: technicalFault(error) }, 'request failed');
  return new IstmoError('INTERNAL', { cause: error });
}
