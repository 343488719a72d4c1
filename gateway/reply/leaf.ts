import { type GraphQLLeafType, isEnumType } from 'graphql';

/** Writes a leaf as JSON text; undefined for what is no value of the type. */
export type WriteLeaf = (value: unknown) => string | undefined;

const minInt = -(2 ** 31);
const maxInt = 2 ** 31 - 1;

/** Whether a value is one of a type. */
export type LeafTest = (value: unknown) => boolean;

/**
 * The test of a scalar or enum type.
 *
 * @param other - of a scalar that GraphQL does not define
 * @see GraphQL specification, "Scalars", result coercion
 */
export function leafTest(type: GraphQLLeafType, other: LeafTest): LeafTest {
  if (isEnumType(type)) {
    const names = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => names.has(value);
  }
  return scalars[type.name] ?? other;
}

const scalars: Readonly<Record<string, LeafTest>> = {
  String: (value) => typeof value === 'string',
  ID: (value) => typeof value === 'string' || Number.isInteger(value),
  Int: (value) => Number.isInteger(value) && Number(value) >= minInt && Number(value) <= maxInt,
  Float: (value) => Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
};

/**
 * The writer of a scalar or enum type. What a subgraph gives is checked on the way out: nothing that is not of the type
 * reaches a client. A scalar that GraphQL does not define takes any JSON value.
 */
export function leafWriter(type: GraphQLLeafType): WriteLeaf {
  const isValue = leafTest(type, () => true);
  const isId = type.name === 'ID';
  return (value) => {
    if (!isValue(value)) return undefined;
    if (typeof value === 'string') return stringText(value);
    return isId ? `"${String(value)}"` : JSON.stringify(value);
  };
}

/** What JSON escapes: control characters, `"`, `\\`, halves of surrogate pairs. */
const escaped = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** What needs no escaping, as nearly all does, is written in half of the time. */
function stringText(value: string): string {
  return escaped.test(value) ? JSON.stringify(value) : `"${value}"`;
}
