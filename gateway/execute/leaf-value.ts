import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Whether a value that a State gives is one of a scalar or enum type. Of its own scalars the shared language has no objects. */
export function isLeafValue(type: GraphQLLeafType): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return scalars[type.name] ?? ((value) => typeof value !== 'object');
}

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  Int: (value) => Number.isInteger(value),
  Float: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
};
