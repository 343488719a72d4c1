import * as z from 'zod/mini';
import type { Question } from '../parts/ask-gateway.js';

const meSchema = z.object({
  me: z.object({ agency: z.string(), roles: z.array(z.string()) }),
  memberStates: z.array(z.object({ code: z.string() })),
});

/** Who asks, and which States there are to ask about. */
export const whoAsksQuestion: Question<z.infer<typeof meSchema>> = {
  query: 'query WhoAsks { me { agency roles } memberStates { code } }',
  data: meSchema,
};

const typesSchema = z.object({
  __schema: z.object({
    types: z.array(
      z.object({ name: z.string(), fields: z.nullable(z.array(z.object({ name: z.string() }))) }),
    ),
  }),
});

/** The types of the shared language, with their fields. */
export type SchemaTypes = z.infer<typeof typesSchema>;

export const typesQuestion: Question<SchemaTypes> = {
  query: 'query WordsOfTheLanguage { __schema { types { name fields { name } } } }',
  data: typesSchema,
};

/** `Firearm.make`, of all records and look-ups: the former have an id, the latter say hit or no hit. */
export function coordinatesOf({ __schema: { types } }: SchemaTypes): readonly string[] {
  return types
    .flatMap(({ name, fields }) => {
      const names = fields?.map((field) => field.name) ?? [];
      const isRecord = names.includes('id') && names.includes('handlingCode');
      if (name.startsWith('_') || !(isRecord || names.includes('hit'))) return [];
      return names.filter((field) => !['id', 'state'].includes(field)).map((field) => `${name}.${field}`);
    })
    .sort();
}
