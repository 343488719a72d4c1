import { z } from 'zod';
import { IstmoError } from '../../common/errors.js';
import { type Data, isData } from '../plan/data.js';
import { entityPlaces } from './error-places.js';
import type { EntitiesAnswer, RootAnswer } from './source.js';

/** What a subgraph answers, as far as it is read. */
export const subgraphAnswer = z.object({
  data: z.custom<Data>(isData).nullish(),
  errors: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).nullish() })).nullish(),
});

export type SubgraphAnswer = z.infer<typeof subgraphAnswer>;

/** Fields of a root type, of a subgraph whose own error texts are not passed on. */
export function rootAnswer({ data, errors }: SubgraphAnswer): RootAnswer {
  return {
    data: data ?? undefined,
    faults: (errors ?? []).map(({ path }) => ({ error: new IstmoError('SUBGRAPH_ERROR'), path: path ?? [] })),
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
  const error = new IstmoError('SUBGRAPH_ERROR');
  const places = entityPlaces(
    (errors ?? []).map(({ path }) => path),
    entities.length,
  );
  return { entities: entities as unknown[], faults: places.map((place) => ({ error, ...place })) };
}
