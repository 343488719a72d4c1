import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { BREAK, Kind, parse, visit } from 'graphql';
import type { Redis } from 'ioredis';

/** Where Apollo Server keeps the texts of known operations. */
export type DocumentCache = Exclude<NonNullable<ApolloServerOptions<BaseContext>['cache']>, 'bounded'>;

/**
 * Known operations, by hash, in Redis for all gateways together. A Redis that is away makes an operation unknown, and
 * the client sends its text again; it never makes a request fail. One with values of its own is kept nowhere: what is looked
 * for, which may be a person, stands in variables alone.
 */
export function createDocumentCache(redis: Redis): DocumentCache {
  const keyed = (key: string): string => `istmo:document:${key}`;
  return {
    get: async (key) => (await redis.get(keyed(key)).catch(() => null)) ?? undefined,
    set: async (key, value, { ttl } = {}) => {
      if (holdsValues(value)) return;
      const seconds = ttl ?? 86_400;
      await redis.set(keyed(key), value, 'EX', seconds).catch(() => undefined);
    },
    delete: async (key) => {
      await redis.del(keyed(key)).catch(() => 0);
    },
  };
}

/** Digits that a number may have which names nothing: how many records of a page are wanted. */
const pageDigits = 4;

/** Whether a document has values by which somebody could be looked for; so has what is no document. */
function holdsValues(text: string): boolean {
  let found = false;
  const stop = (): typeof BREAK => {
    found = true;
    return BREAK;
  };
  const number = ({ value }: { readonly value: string }) => (value.length > pageDigits ? stop() : undefined);
  try {
    visit(parse(text), {
      [Kind.STRING]: stop,
      [Kind.INT]: number,
      [Kind.FLOAT]: number,
    });
  } catch {
    return true;
  }
  return found;
}
