import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Conditions } from './conditions.js';
import type { CompiledOperation } from './operation.js';

/** An operation that clients ask, under conditions that they ask it with. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly conditions: Conditions;
}

export interface KnownOperation extends AskedOperation {
  readonly compiled: CompiledOperation;
}

/** Compiled operations, bounded in number and memory; those that have not been asked for longest give way. */
export interface OperationCache {
  /** @param key - of the document, the operation's name and the conditions */
  get(key: string): CompiledOperation | undefined;
  set(key: string, operation: KnownOperation): void;
  /** Those asked most often, with their keys, the most often first. */
  busiest(most: number): readonly (readonly [key: string, operation: KnownOperation])[];
  /** How often an operation that was asked for was there, and how often not; counted on. */
  readonly lookups: { readonly hits: number; readonly misses: number };
}

export interface CacheBounds {
  readonly entries: number;
  readonly bytes: number;
}

interface Counted extends KnownOperation {
  asked: number;
}

export function createOperationCache(bounds: CacheBounds): OperationCache {
  const operations = new LRUCache<string, Counted>({
    max: bounds.entries,
    maxSize: bounds.bytes,
    sizeCalculation: ({ compiled }) => Math.max(1, compiled.bytes),
  });
  const lookups = { hits: 0, misses: 0 };
  return {
    lookups,
    get: (key) => {
      const known = operations.get(key);
      lookups[known === undefined ? 'misses' : 'hits'] += 1;
      if (known !== undefined) known.asked += 1;
      return known?.compiled;
    },
    set: (key, operation) => {
      operations.set(key, { ...operation, asked: 1 });
    },
    busiest: (most) =>
      [...operations.entries()].sort(([, one], [, other]) => other.asked - one.asked).slice(0, most),
  };
}
