import type { FastifyRequest } from 'fastify';
import { IstmoError } from './errors.js';
import { technicalFault } from './technical-fault.js';

/**
 * What ended a request, as its client may read it. Of what is no refusal of ours the technical log keeps where it arose.
 *
 * @returns `BODY_TOO_LARGE` or `BAD_REQUEST` where the HTTP server did not take the request, else `INTERNAL`
 */
export function requestProblem(error: unknown, request: Pick<FastifyRequest, 'log'>): IstmoError {
  if (error instanceof IstmoError) return error;
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  if (status === 413) return new IstmoError('BODY_TOO_LARGE', { cause: error });
  if (typeof status === 'number' && status < 500) return new IstmoError('BAD_REQUEST', { cause: error });
  request.log.error({ fault: technicalFault(error) }, 'request failed');
  return new IstmoError('INTERNAL', { cause: error });
}
