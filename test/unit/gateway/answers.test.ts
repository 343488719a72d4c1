import { describe, expect, it } from '@jest/globals';
import type { Exchange, StateAnswer } from '../../../gateway/exchange.js';
import { accountOf } from '../../../gateway/http/account.js';
import { splitByOwner } from '../../../gateway/states/owner.js';

describe('splitting by owner', () => {
  it('reads the State from code, state or id, and keeps positions', () => {
    expect(
      splitByOwner([
        { __typename: 'MemberState', code: 'GT' },
        { __typename: 'FirearmTrace', state: 'SV' },
        { __typename: 'Firearm', id: 'GT:Firearm:1' },
        { __typename: 'Firearm', id: 'nonsense' },
      ]),
    ).toEqual([
      { state: 'GT', positions: [0, 2] },
      { state: 'SV', positions: [1] },
      { state: undefined, positions: [3] },
    ]);
  });
});

describe('the account of a reply', () => {
  const answer = (state: string, change: Partial<StateAnswer>): StateAnswer => ({
    state,
    status: 'ANSWERED',
    ms: 10,
    agreements: [],
    legalBasis: [],
    records: {},
    shown: [],
    withheld: [],
    ...change,
  });

  it('has each State once, with its worst status and all that it withheld', () => {
    const exchange: Exchange = {
      requestId: 'r',
      receivedAt: 0,
      sourceAddress: '::1',
      answers: [
        answer('GT', {
          withheld: [{ coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT', records: ['GT:Firearm:2'] }],
        }),
        answer('SV', { status: 'WITHHELD', ms: 0 }),
        answer('GT', {
          status: 'TIMEOUT',
          withheld: [{ coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT', records: ['GT:Firearm:1'] }],
        }),
      ],
    };
    expect(accountOf(exchange, 7)).toEqual({
      requestId: 'r',
      states: [
        { code: 'GT', status: 'TIMEOUT', ms: 20 },
        { code: 'SV', status: 'WITHHELD', ms: 0 },
      ],
      withheld: [
        {
          state: 'GT',
          coordinate: 'Firearm.make',
          reason: 'NOT_IN_AGREEMENT',
          records: ['GT:Firearm:1', 'GT:Firearm:2'],
        },
      ],
      audit: { entry: 7 },
    });
  });
});
