import { describe, expect, it } from '@jest/globals';
import { createRandomText } from '../../../common/random-text.js';

describe('a random text', () => {
  it('is never given twice, nor is any part of it, however many are drawn', () => {
    const random = createRandomText();
    const drawn = Array.from({ length: 5_000 }, (_, n) =>
      Buffer.from(random(n % 2 === 0 ? 16 : 32), 'base64url'),
    );
    expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([16, 32]));
    const pieces = drawn.flatMap((bytes) =>
      Array.from({ length: bytes.length / 8 }, (_, n) => bytes.toString('hex', n * 8, n * 8 + 8)),
    );
    expect(new Set(pieces).size).toBe(pieces.length);
  });

  it('is of nobody else', () => {
    expect(createRandomText()(16)).not.toBe(createRandomText()(16));
  });
});
