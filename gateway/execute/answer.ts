import { z } from 'zod';
import { IstmoError } from '../../common/errors.js';
import type { Data } from '../plan/data.js';
import type { EntitiesAnswer, RootAnswer } from './source.js';

/** What a subgraph answers, as far as it is read. */
export const subgraphAnswer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() })).default([]),
});

export type SubgraphAnswer = z.infer<typeof subgraphAnswer>;

/** Fields of a root type, of a subgraph whose own error texts are not passed on. */
export function rootAnswer({ data, errors }: SubgraphAnswer): RootAnswer {
  return {
    data: data ?? undefined,
    faults: errors.map(({ path = [] }) => ({ error: new IstmoError('SUBGRAPH_ERROR'), path })),
  };
}

/** @throws IstmoError `SUBGRAPH_ERROR` where there are not as many entities as were asked for */
export function entitiesAnswer(
  { data, errors }: SubgraphAnswer,
  representations: readonly Data[],
): EntitiesAnswer {
  const entities = data?.['_entities'] ?? representations.map(() => null);
  if (!Array.isArray(entities) || entities.length !== representations.length)
    throw new IstmoError('SUBGRAPH_ERROR');
  return {
    entities: entities as unknown[],
    faults: errors.flatMap(({ path }) => entityFaults(path, representations.length)),
  };
}

/** An error without a place in the entities is one of all of them. */
function entityFaults(path: readonly (string | number)[] = [], length: number): EntitiesAnswer['faults'] {
  const error = new IstmoError('SUBGRAPH_ERROR');
  const [, position, ...beneath] = path;
  if (typeof position === 'number') return [{ error, position, path: beneath }];
  return Array.from({ length }, (_, each) => ({ error, position: each, path: [] }));
}
