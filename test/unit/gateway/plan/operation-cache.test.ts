import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createOperationCache, type KnownOperation } from '../../../../gateway/plan/operation-cache.js';
import type { CompiledOperation } from '../../../../gateway/plan/operation.js';

const document = parse('{ a }');

function operation(name: string, bytes = 1): KnownOperation {
  const compiled: CompiledOperation = {
    definition: document.definitions[0] as CompiledOperation['definition'],
    fragments: new Map(),
    asksSchema: false,
    step: undefined,
    isUnanswerable: () => false,
    conditionVariables: [],
    projection: () => () => name,
    clientPath: (path) => path,
    admit: () => undefined,
    bytes,
  };
  return { document, operationName: name, compiled };
}

/** Which of these keys the cache knows; asking counts as use. */
function known(cache: ReturnType<typeof createOperationCache>, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => cache.get(key) !== undefined);
}

describe('the cache of compiled operations', () => {
  it('gives back what was put in', () => {
    const cache = createOperationCache({ entries: 10, bytes: 1_000 });
    const one = operation('one');
    cache.set('1', one);
    expect([cache.get('1'), cache.get('2')]).toEqual([one.compiled, undefined]);
  });

  it('holds no more operations than it may, and drops the one not asked for longest', () => {
    const cache = createOperationCache({ entries: 2, bytes: 1_000 });
    cache.set('1', operation('one'));
    cache.set('2', operation('two'));
    cache.get('1');
    cache.set('3', operation('three'));
    expect(known(cache, ['1', '2', '3'])).toEqual(['1', '3']);
  });

  it('holds no more bytes than it may', () => {
    const cache = createOperationCache({ entries: 10, bytes: 100 });
    cache.set('1', operation('one', 60));
    cache.set('2', operation('two', 60));
    expect(known(cache, ['1', '2'])).toEqual(['2']);
  });

  it('does not hold an operation that is larger than all its room, nor drop others for it', () => {
    const cache = createOperationCache({ entries: 10, bytes: 100 });
    cache.set('1', operation('one', 60));
    cache.set('2', operation('two', 101));
    expect(known(cache, ['1', '2'])).toEqual(['1']);
  });

  it('holds what takes no memory to speak of', () => {
    const cache = createOperationCache({ entries: 10, bytes: 100 });
    cache.set('1', operation('one', 0));
    expect(known(cache, ['1'])).toEqual(['1']);
  });

  it('names those asked most often, the most often first', () => {
    const cache = createOperationCache({ entries: 10, bytes: 1_000 });
    for (const key of ['1', '2', '3']) cache.set(key, operation(key));
    for (const key of ['3', '1', '3']) cache.get(key);
    expect(cache.busiest(2).map(([key, { operationName }]) => [key, operationName])).toEqual([
      ['3', '3'],
      ['1', '1'],
    ]);
  });
});
