import type { FastifyRequest } from 'fastify';
import { IstmoError } from '../../common/errors.js';
import type { Exchange } from '../exchange.js';

declare module 'fastify' {
  interface FastifyRequest {
    exchange?: Exchange;
  }
}

/** The exchange of a request to a route that holds exchanges. */
export function exchangeOf({ exchange }: FastifyRequest): Exchange {
  if (exchange === undefined) throw new IstmoError('INTERNAL');
  return exchange;
}
