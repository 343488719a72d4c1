import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { IstmoError } from '../../common/errors.js';

/** Lets an agency's requests through up to a rate. */
export interface RateLimit {
  /** @throws IstmoError `RATE_LIMITED` with `retryAfterSeconds` */
  admit(agency: string): Promise<void>;
}

/**
 * Makes the rate limit of agencies: counted in Redis, for all gateways together, where there is one; else in this
 * process. While Redis is away each gateway counts for itself, so that the limit holds, if less exactly.
 *
 * @param perMinute - requests of one agency
 */
export function createRateLimit(perMinute: number, redis: Redis | undefined): RateLimit {
  const rate = { keyPrefix: 'istmo:rate', points: perMinute, duration: 60 };
  const here = new RateLimiterMemory(rate);
  const limiter =
    redis === undefined
      ? here
      : new RateLimiterRedis({ ...rate, storeClient: redis, insuranceLimiter: here });
  return {
    admit: async (agency) => {
      try {
        await limiter.consume(agency);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw new IstmoError('RATE_LIMITED', { details: { retryAfterSeconds } });
      }
    },
  };
}
