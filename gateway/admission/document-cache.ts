import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Redis } from 'ioredis';

/** Where Apollo Server keeps the texts of known operations. */
export type DocumentCache = Exclude<NonNullable<ApolloServerOptions<BaseContext>['cache']>, 'bounded'>;

/**
 * Known operations, by hash, in Redis for all gateways together. A Redis that is away makes an operation unknown, and
 * the client sends its text again; it never makes a request fail.
 */
export function createDocumentCache(redis: Redis): DocumentCache {
  const keyed = (key: string): string => `istmo:document:${key}`;
  return {
    get: async (key) => (await redis.get(keyed(key)).catch(() => null)) ?? undefined,
    set: async (key, value, { ttl } = {}) => {
      const seconds = ttl ?? 86_400;
      await redis.set(keyed(key), value, 'EX', seconds).catch(() => undefined);
    },
    delete: async (key) => {
      await redis.del(keyed(key)).catch(() => 0);
    },
  };
}
