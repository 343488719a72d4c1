import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createTypeTest } from '../../../../gateway/plan/type-test.js';

const isOfType = createTypeTest(
  buildSchema(`
    type Query { media: Media }
    interface Node { id: ID! }
    interface Media implements Node { id: ID! }
    type Book implements Media & Node { id: ID! }
    type Person implements Node { id: ID! }
    union Author = Person
    scalar Date
  `),
);

describe('whether a type satisfies a condition', () => {
  it.each([
    ['Book', 'Book', true],
    ['Book', 'Media', true],
    ['Book', 'Node', true],
    ['Media', 'Node', true],
    ['Person', 'Author', true],
    ['Person', 'Media', false],
    ['Book', 'Author', false],
    ['Node', 'Media', false],
    ['Book', 'Person', false],
    ['Unknown', 'Media', false],
    ['Unknown', 'Unknown', true],
    ['Book', 'Unknown', false],
    ['Date', 'Media', false],
  ])('%s as %s: %s, also when asked again', (typeName, condition, expected) => {
    expect([isOfType(typeName, condition), isOfType(typeName, condition)]).toEqual([expected, expected]);
  });
});
