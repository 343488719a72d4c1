import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  mostInBundle,
  readBundle,
  readBundledAnswer,
  writeBundle,
  writeBundledAnswer,
} from '../../../common/bundle.js';

const token = fc.stringMatching(/^[\w.~-]{1,40}$/u);
/** Bodies as they are written: JSON without spaces, of any text. */
const body = fc.json();

describe('a bundle', () => {
  it('is read as it was written, each body to the byte', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ token, body }), { minLength: 1, maxLength: 8 }), (questions) => {
        const read = readBundle(Buffer.from(writeBundle(questions)));
        expect(read?.map((one) => ({ token: one.token, body: one.body.toString() }))).toEqual(questions);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a line that does not end', 't {}'],
    ['a line without a body', 't\n'],
    ['a line without a body before another', 't\nt {}\n'],
    ['an empty line', 't {}\n\n'],
    ['JSON', '{"query":"{_service{sdl}}"}'],
    ['too many', 't {}\n'.repeat(mostInBundle + 1)],
  ])('is not %s', (_, text) => {
    expect(readBundle(Buffer.from(text))).toBeUndefined();
  });

  it('has as many questions as a node takes', () => {
    expect(readBundle(Buffer.from('t {}\n'.repeat(mostInBundle)))).toHaveLength(mostInBundle);
  });
});

describe('an answer of a bundle', () => {
  it('is read as it was written', () => {
    const answer = { index: 63, status: 401, text: '{"errors":[{"message":"no \\n"}]}' };
    expect(readBundledAnswer(writeBundledAnswer(answer).slice(0, -1))).toEqual(answer);
  });

  it.each(['', '0', '0 200', '200 {}', 'a 200 {}', '-1 200 {}', '0 20 {}', '1234 200 {}', '<html>'])(
    'is not %j',
    (line) => {
      expect(readBundledAnswer(line)).toBeUndefined();
    },
  );
});
