import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutLines } from '../../../../gateway/states/cut-lines.js';

/** Cuts bytes that come in pieces that end at these places. */
function cut(bytes: Buffer, ends: readonly number[], maxBytes: number): readonly [string, boolean][] {
  const lines: [string, boolean][] = [];
  const take = cutLines(maxBytes, (line, isCut) => lines.push([line, isCut]));
  const places = [...ends.filter((end) => end < bytes.length), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of places) {
    if (end > from) take(bytes.subarray(from, end));
    from = end;
  }
  return lines;
}

const lineText = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\n', ''));
const places = fc.array(fc.nat(400), { maxLength: 40 });

describe('lines that come in pieces', () => {
  it('are the same wherever the pieces end, in the middle of a letter too', () => {
    fc.assert(
      fc.property(fc.array(lineText, { maxLength: 8 }), places, (lines, ends) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        expect(cut(bytes, ends, 1_000)).toEqual(lines.map((line) => [line, false]));
      }),
    );
  });

  it('are told by their beginning where they are too long, once, and keep the next from nobody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 300 }), places, (length, ends) => {
        const text = `7 200 ${'x'.repeat(length - 6)}`;
        expect(cut(Buffer.from(`a\n${text}\nb\n`), ends, 100)).toEqual([
          ['a', false],
          [text.slice(0, 16), true],
          ['b', false],
        ]);
      }),
    );
  });

  it('are told as soon as they are too long, whole or not, and not while they may be whole', () => {
    expect(cut(Buffer.from('x'.repeat(100)), [], 100)).toEqual([]);
    expect(cut(Buffer.from('x'.repeat(101)), [50], 100)).toEqual([['x'.repeat(16), true]]);
    expect(cut(Buffer.from(`${'x'.repeat(100)}\n`), [50], 100)).toEqual([['x'.repeat(100), false]]);
  });

  it('that come byte by byte take no longer for it', () => {
    const bytes = Buffer.alloc(200_000, 'x');
    expect(cut(bytes, bytes.map((_, index) => index) as unknown as number[], 1_000_000)).toEqual([]);
  });
});
