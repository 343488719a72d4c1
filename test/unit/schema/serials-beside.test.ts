import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { farthest, serialsBeside } from '../../../schema/serials-beside.js';

const serials = fc.string({ unit: fc.constantFrom(...Array.from('AB-/ 0129')), maxLength: 24 });
const distance = fc.integer({ min: 1, max: farthest });

describe('serial numbers beside one', () => {
  it.each([
    ['BKR4471', 2, ['BKR4469', 'BKR4470', 'BKR4472', 'BKR4473']],
    ['AB-0999-US', 1, ['AB-0998-US', 'AB-1000-US']],
    ['A1 B2', 3, ['A1 B0', 'A1 B1', 'A1 B3', 'A1 B4', 'A1 B5']],
    ['X998', 3, ['X995', 'X996', 'X997', 'X999']],
    ['7', 1, ['6', '8']],
    ['S/N', 5, []],
    ['', 5, []],
  ])('of %s at most %s away', (serial, within, beside) => {
    expect(serialsBeside(serial, within)).toEqual(beside);
  });

  it('are each as far from it as it from them, all different, and as long', () => {
    fc.assert(
      fc.property(serials, distance, (serial, within) => {
        const beside = serialsBeside(serial, within);
        expect(new Set([serial, ...beside]).size).toBe(beside.length + 1);
        for (const one of beside) {
          expect(one).toHaveLength(serial.length);
          expect(serialsBeside(one, within)).toContain(serial);
        }
      }),
    );
  });

  it('are told at once of a text as long as a request may be', () => {
    const begun = performance.now();
    for (const text of ['1', 'a', '1a', '/1 ']) serialsBeside(text.repeat(100_000), farthest);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
