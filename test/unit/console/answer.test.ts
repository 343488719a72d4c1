import { describe, expect, it } from '@jest/globals';
import { readAnswer } from '../../../console/answer.js';
import { readToken } from '../../../console/token.js';

const account = {
  states: [{ code: 'GT', status: 'ANSWERED', ms: 14 }],
  withheld: [{ state: 'GT', coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT' }],
  audit: { entry: 7 },
};

describe('what is read of a reply', () => {
  it('is the account of how it came to be, and its errors', () => {
    const errors = [{ message: 'The State cannot be reached.', extensions: { code: 'STATE_UNAVAILABLE' } }];
    expect(readAnswer({ data: {}, errors, extensions: { istmo: { requestId: 'r', ...account } } })).toEqual({
      problems: errors,
      account,
    });
  });

  it('is nothing where it has not the form of a reply', () => {
    expect(readAnswer('<html>')).toEqual({ problems: [] });
    expect(readAnswer({ extensions: { istmo: { audit: 'seven' } } })).toEqual({ problems: [] });
  });
});

describe('what a token says of itself', () => {
  it('is whose it is and until when it is valid', () => {
    const claims = Buffer.from(JSON.stringify({ sub: 'oficial-ñ', exp: 1_800_000_000 })).toString(
      'base64url',
    );
    expect(readToken(`e30.${claims}.x`)).toEqual({
      subject: 'oficial-ñ',
      expiresAt: new Date('2027-01-15T08:00:00Z'),
    });
  });

  it.each(['', 'abc', 'a.b.c', `e30.${Buffer.from('{"exp":"x"}').toString('base64url')}.x`])(
    'is nothing where it cannot be read: %j',
    (token) => {
      expect(readToken(token)).toBeUndefined();
    },
  );
});
