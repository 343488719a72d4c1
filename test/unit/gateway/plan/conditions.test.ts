import { describe, expect, it } from '@jest/globals';
import { type ASTNode, Kind, parse, print } from 'graphql';
import { conditionsOf, underConditions } from '../../../../gateway/plan/conditions.js';

/** The operation under its conditions, on one line. */
function under(text: string, variables = {}): string {
  const document = parse(text);
  const [operation] = underConditions(document, conditionsOf(document, variables)).definitions;
  return print(operation as ASTNode).replaceAll(/\s+/gu, ' ');
}

describe('a document under its conditions', () => {
  const query = `query($yes: Boolean!, $no: Boolean = true) {
    a @skip(if: $yes) b @include(if: $no)
    ... @include(if: $yes) { p { id @include(if: true) name @skip(if: $no) } }
    ...F @skip(if: $yes) } fragment F on Query { c }`;
  const head = 'query ($yes: Boolean!, $no: Boolean = true)';

  it.each([
    [{ yes: true, no: true }, `${head} { b ... { p { id } } }`],
    [{ yes: true, no: false }, `${head} { ... { p { id name } } }`],
    [{ yes: false, no: true }, `${head} { a b ...F }`],
    [{ yes: false, no: false }, `${head} { a ...F }`],
  ])('has what they let through, and none of them: %j', (variables, expected) => {
    expect(under(query, variables)).toBe(expected);
  });

  it('takes conditions that are no variables', () => {
    expect(under('{ a @skip(if: true) b @skip(if: false) c @include(if: false) d @include(if: true) }')).toBe(
      '{ b d }',
    );
  });

  it('lets through what both let through', () => {
    expect(under('{ a @skip(if: false) @include(if: false) b @skip(if: false) @include(if: true) c }')).toBe(
      '{ b c }',
    );
  });

  it('may have nothing left', () => {
    const document = parse('{ a { b @skip(if: true) } }');
    const [operation] = underConditions(document, new Map()).definitions;
    expect(operation).toMatchObject({
      kind: Kind.OPERATION_DEFINITION,
      selectionSet: { selections: [{ name: { value: 'a' }, selectionSet: { selections: [] } }] },
    });
  });

  it('keeps other directives', () => {
    expect(under('{ a @defer b @skip(if: false) @other(x: 1) }')).toBe('{ a @defer b @other(x: 1) }');
  });

  it('is the same document where there are none', () => {
    const document = parse('{ a ...F } fragment F on Query { b }');
    expect(underConditions(document, conditionsOf(document, {}))).toBe(document);
  });
});

describe('the conditions of a document', () => {
  it('are the variables that they depend on, in order, and false where one is not true', () => {
    const document = parse(
      'query($z: Boolean!, $a: Boolean, $n: Int) { x(n: $n) @skip(if: $z) ...F } fragment F on Query { y @include(if: $a) }',
    );
    expect([...conditionsOf(document, { z: true, n: 1 })]).toEqual([
      ['a', false],
      ['z', true],
    ]);
  });
});
