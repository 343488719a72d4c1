import { describe, expect, it } from '@jest/globals';
import { type Data, isData, mergeData, ownField } from '../../../../gateway/plan/data.js';

function merge(target: Data, source: Data): Data {
  mergeData(target, source);
  return target;
}

/** As a subgraph's answer is read: what `__proto__` names is a field like any other. */
function answer(text: string): Data {
  return JSON.parse(text) as Data;
}

describe('merging what another subgraph says of the same object', () => {
  it('adds fields, and merges objects field by field', () => {
    expect(merge({ id: '1', size: { width: 1 } }, { name: 'x', size: { height: 2 } })).toEqual({
      id: '1',
      name: 'x',
      size: { width: 1, height: 2 },
    });
  });

  it('merges lists of the same length item by item, lists within lists too', () => {
    expect(
      merge({ items: [{ a: 1 }, null, [{ a: 2 }]] }, { items: [{ b: 1 }, { b: 2 }, [{ b: 3 }]] }),
    ).toEqual({
      items: [{ a: 1, b: 1 }, { b: 2 }, [{ a: 2, b: 3 }]],
    });
  });

  it('takes the newer of two lists of different lengths', () => {
    expect(merge({ items: [{ a: 1 }] }, { items: [{ b: 1 }, { b: 2 }] })).toEqual({
      items: [{ b: 1 }, { b: 2 }],
    });
  });

  it('takes null, and what comes after null', () => {
    expect(merge({ a: { x: 1 }, b: null }, { a: null, b: { y: 1 } })).toEqual({ a: null, b: { y: 1 } });
  });

  it('passes over what is undefined', () => {
    expect(merge({ a: 1 }, { a: undefined })).toEqual({ a: 1 });
  });

  it('takes a field named __proto__ as a field, and gives no object another prototype', () => {
    const target = merge(answer('{"__proto__":{"a":1}}'), answer('{"__proto__":{"polluted":true}}'));
    expect(JSON.stringify(target)).toBe('{"__proto__":{"a":1,"polluted":true}}');
    expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
    expect(({} as Data)['polluted']).toBeUndefined();
  });

  it('does not take what all objects inherit for something known', () => {
    const source = answer('{"constructor":{"name":"x"},"toString":{"y":1}}');
    expect(JSON.stringify(merge({}, source))).toBe('{"constructor":{"name":"x"},"toString":{"y":1}}');
    expect(Object.name).toBe('Object');
  });
});

describe('reading a field', () => {
  it('never finds one that all objects inherit', () => {
    const names = ['constructor', 'toString', '__proto__'];
    expect(names.map((name) => ownField({}, name))).toEqual([undefined, undefined, undefined]);
    expect(ownField(answer('{"__proto__":1}'), '__proto__')).toBe(1);
  });

  it('takes an object for one, but neither null nor a list', () => {
    expect([{}, null, [], 'x', undefined].map(isData)).toEqual([true, false, false, false, false]);
  });
});
