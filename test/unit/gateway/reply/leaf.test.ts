import { describe, expect, it } from '@jest/globals';
import { buildSchema, isLeafType } from 'graphql';
import { leafWriter } from '../../../../gateway/reply/leaf.js';

const schema = buildSchema(`
  type Query { a: Int  b: Float  c: ID  d: Boolean  e: String }
  enum Colour { RED GREEN }
  scalar Anything
`);

function write(typeName: string, value: unknown): string | undefined {
  const type = schema.getType(typeName);
  if (!isLeafType(type)) throw new Error(typeName);
  return leafWriter(type)(value);
}

describe('a value on its way out', () => {
  it.each<[string, unknown, string]>([
    ['String', 'a "b"', '"a \\"b\\""'],
    ['String', '', '""'],
    ['ID', 'x', '"x"'],
    ['ID', 7, '"7"'],
    ['Int', 2_147_483_647, '2147483647'],
    ['Int', -2_147_483_648, '-2147483648'],
    ['Int', 5.0, '5'],
    ['Int', -0, '0'],
    ['Float', 1.5, '1.5'],
    ['Float', 1e300, '1e+300'],
    ['Float', 3, '3'],
    ['Boolean', true, 'true'],
    ['Boolean', false, 'false'],
    ['Colour', 'RED', '"RED"'],
    ['Anything', 'x', '"x"'],
    ['Anything', 0, '0'],
    ['Anything', { a: [null, { b: 1 }] }, '{"a":[null,{"b":1}]}'],
  ])('of type %s: %j is written', (type, value, text) => {
    expect(write(type, value)).toBe(text);
  });

  it.each<[string, unknown]>([
    ['String', 7],
    ['String', true],
    ['String', ['a']],
    ['ID', 1.5],
    ['ID', true],
    ['ID', {}],
    ['Int', 2_147_483_648],
    ['Int', -2_147_483_649],
    ['Int', 1.5],
    ['Int', '5'],
    ['Int', true],
    ['Float', '1.5'],
    ['Float', Number.POSITIVE_INFINITY],
    ['Float', true],
    ['Boolean', 'true'],
    ['Boolean', 1],
    ['Colour', 'BLUE'],
    ['Colour', 'red'],
    ['Colour', 'constructor'],
    ['Colour', 0],
    ['Colour', ['RED']],
  ])('of type %s: %j is not', (type, value) => {
    expect(write(type, value)).toBeUndefined();
  });
});

describe('a text on its way out', () => {
  it('is written as JSON, whatever stands in it', () => {
    const texts = Array.from({ length: 0x1_0000 }, (_, code) => `a${String.fromCharCode(code)}b`);
    const pairs = ['😀', '\ud83d', '\ude00\ud83d', '日本', 'ñ', ''];
    for (const text of [...texts, ...pairs])
      if (write('String', text) !== JSON.stringify(text)) throw new Error(JSON.stringify(text));
    expect(write('ID', 'a\u0000"\\')).toBe('"a\\u0000\\"\\\\"');
  });
});
