import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type FieldNode,
  type InlineFragmentNode,
  Kind,
  parse,
  type SelectionNode,
} from 'graphql';
import type { Data } from '../../../../gateway/plan/data.js';
import { compileRepresentation } from '../../../../gateway/plan/representation.js';
import type { Rewrite } from '../../../../gateway/plan/steps.js';
import { createTypeTest } from '../../../../gateway/plan/type-test.js';

const isOfType = createTypeTest(
  buildSchema(`
    type Query { media: Media }
    interface Media { id: ID! }
    type Book implements Media { id: ID! isbn: String }
    type Film implements Media { id: ID! code: String }
    type Product { id: ID! }
  `),
);

/** A fetch's `requires`, written as a selection. */
function requires(text: string): readonly QueryPlanSelectionNode[] {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(text);
  return definition.selectionSet.selections.map(planned);
}

function planned(node: SelectionNode): QueryPlanSelectionNode {
  if (node.kind === Kind.FRAGMENT_SPREAD) throw new Error('the planner writes none');
  return node.kind === Kind.FIELD ? plannedField(node) : plannedFragment(node);
}

function plannedField({ name, selectionSet }: FieldNode): QueryPlanSelectionNode {
  const selections = selectionSet?.selections.map(planned);
  return { kind: 'Field', name: name.value, ...(selections && { selections }) };
}

function plannedFragment({ typeCondition, selectionSet }: InlineFragmentNode): QueryPlanSelectionNode {
  return {
    kind: 'InlineFragment',
    ...(typeCondition && { typeCondition: typeCondition.name.value }),
    selections: selectionSet.selections.map(planned),
  };
}

function represent(selection: string, entity: Data, rewrite?: Rewrite): Data | undefined {
  return compileRepresentation(requires(selection), isOfType, rewrite)(entity);
}

describe('the representation of an entity', () => {
  it('holds its type and what is required of it, and nothing else', () => {
    expect(
      represent('{ ... on Product { __typename id size { width } } }', {
        __typename: 'Product',
        id: '1',
        name: 'x',
        size: { width: 1, height: 2 },
      }),
    ).toEqual({ __typename: 'Product', id: '1', size: { width: 1 } });
  });

  it('is not made where a key is missing', () => {
    expect(
      represent('{ ... on Product { __typename id sku } }', { __typename: 'Product', id: '1' }),
    ).toBeUndefined();
  });

  it('is not made where one of the fragments that apply misses something', () => {
    const selection = '{ ... on Book { __typename id } ... on Media { __typename owner { name } } }';
    expect(represent(selection, { __typename: 'Book', id: '1' })).toBeUndefined();
    expect(represent(selection, { __typename: 'Book', id: '1', owner: null })).toEqual({
      __typename: 'Book',
      id: '1',
      owner: null,
    });
  });

  it('is not made of a key that all objects inherit', () => {
    expect(
      represent('{ ... on Product { __typename constructor } }', { __typename: 'Product' }),
    ).toBeUndefined();
  });

  it('is made where a required field is null', () => {
    expect(
      represent('{ ... on Product { __typename id size { width } } }', {
        __typename: 'Product',
        id: '1',
        size: null,
      }),
    ).toEqual({ __typename: 'Product', id: '1', size: null });
  });

  it('is not made of an object of another type, nor of one whose type is not known', () => {
    const selection = '{ ... on Product { __typename id } }';
    expect(represent(selection, { __typename: 'Book', id: '1' })).toBeUndefined();
    expect(represent(selection, { __typename: 'Nothing', id: '1' })).toBeUndefined();
    expect(represent(selection, { id: '1' })).toBeUndefined();
  });

  it('is made of every type that implements the interface which is asked for', () => {
    const selection = '{ ... on Media { __typename id } ... on Book { isbn } }';
    expect(represent(selection, { __typename: 'Book', id: '1', isbn: 'b' })).toEqual({
      __typename: 'Book',
      id: '1',
      isbn: 'b',
    });
    expect(represent(selection, { __typename: 'Film', id: '2', isbn: 'b' })).toEqual({
      __typename: 'Film',
      id: '2',
    });
  });

  it('reaches through lists, lists of lists and nulls in them', () => {
    expect(
      represent('{ ... on Product { __typename parts { id } grid { id } } }', {
        __typename: 'Product',
        parts: [{ id: 'a', x: 1 }, null],
        grid: [[{ id: 'b', x: 1 }], null, []],
      }),
    ).toEqual({
      __typename: 'Product',
      parts: [{ id: 'a' }, null],
      grid: [[{ id: 'b' }], null, []],
    });
  });

  it('has null for an object within it of which something is missing, or that is no object', () => {
    expect(
      represent('{ ... on Product { __typename owner { id name } parts { id } } }', {
        __typename: 'Product',
        owner: { id: '1' },
        parts: ['text', { id: 'a' }],
      }),
    ).toEqual({ __typename: 'Product', owner: null, parts: [null, { id: 'a' }] });
  });

  it('merges what several fragments require of the same object', () => {
    expect(
      represent('{ ... on Media { __typename owner { id } } ... on Book { owner { name } } }', {
        __typename: 'Book',
        owner: { id: '1', name: 'x' },
      }),
    ).toEqual({ __typename: 'Book', owner: { id: '1', name: 'x' } });
  });

  it('takes a fragment without a condition as it stands', () => {
    expect(represent('{ ... { __typename id } }', { __typename: 'Book', id: '1' })).toEqual({
      __typename: 'Book',
      id: '1',
    });
  });

  it('is rewritten to what the subgraph knows it by, while the data stay as they are', () => {
    const entity = { __typename: 'Book', id: '1' };
    const rewrite: Rewrite = (data) => {
      (data as Data)['__typename'] = 'Media';
    };
    expect(represent('{ ... on Media { __typename id } }', entity, rewrite)).toEqual({
      __typename: 'Media',
      id: '1',
    });
    expect(entity).toEqual({ __typename: 'Book', id: '1' });
  });
});
