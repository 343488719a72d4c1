import type { FastifyRequest } from 'fastify';
import { IstmoError } from '../../common/errors.js';
import type { Identity } from '../identity/identity.js';
import type { Requester } from '../identity/requester.js';

/**
 * The second auditor of what only two may do, whose token stands in the header `Istmo-Second-Auditor`.
 *
 * @throws IstmoError `SECOND_AUDITOR_MISSING` where there is none of another name
 */
export async function secondAuditor(
  { headers }: FastifyRequest,
  first: Requester,
  identity: Identity,
): Promise<Requester> {
  const token = headers['istmo-second-auditor'];
  if (typeof token !== 'string') throw new IstmoError('SECOND_AUDITOR_MISSING');
  const second = await identity.identify(token);
  if (first.agency === second.agency && first.officer === second.officer)
    throw new IstmoError('SECOND_AUDITOR_MISSING');
  return second;
}
