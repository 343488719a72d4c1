import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Writes a leaf as JSON text; undefined for what is no value of the type. */
export type WriteLeaf = (value: unknown) => string | undefined;

const minInt = -(2 ** 31);
const maxInt = 2 ** 31 - 1;

/**
 * The writer of a scalar or enum type. What a subgraph gives is checked on the way out: nothing that is not of the type
 * reaches a client. A scalar that GraphQL does not define takes any JSON value.
 *
 * @see GraphQL specification, "Scalars", result coercion
 */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name as unknown, JSON.stringify(name)]));
    return (value) => texts.get(value);
  }
  return (
    scalars[type.name] ?? ((value) => (typeof value === 'string' ? stringText(value) : JSON.stringify(value)))
  );
}

const scalars: Readonly<Record<string, WriteLeaf>> = {
  String: (value) => (typeof value === 'string' ? stringText(value) : undefined),
  ID: (value) => {
    if (typeof value === 'string') return stringText(value);
    return Number.isInteger(value) ? `"${String(value)}"` : undefined;
  },
  Int: (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minInt && value <= maxInt
      ? String(value)
      : undefined,
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
};

/** What JSON escapes: control characters, `"`, `\\`, halves of surrogate pairs. */
const escaped = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** What needs no escaping, as nearly all does, is written in half of the time. */
function stringText(value: string): string {
  return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
}
