import { describe, expect, it } from '@jest/globals';
import { begunWith } from '../../../../gateway/states/begun-with.js';
import type { KnownState, Offering } from '../../../../gateway/states/directory.js';

function known(agreementsDigest?: string): KnownState {
  const state = { code: 'GT' } as KnownState['state'];
  return {
    state,
    up: true,
    ...(agreementsDigest !== undefined && { offering: { agreementsDigest } as Offering }),
  };
}

describe('what a request knows of a State', () => {
  it('stays what it first saw, while another request sees what is published since', () => {
    let now = known('before');
    const directory = { get: () => now };
    const request = begunWith(directory);
    expect(request.get('GT')).toBe(now);
    now = known('after');
    expect(request.get('GT')?.offering?.agreementsDigest).toBe('before');
    expect(begunWith(directory).get('GT')?.offering?.agreementsDigest).toBe('after');
  });

  it('is what the directory knows as long as nothing was published', () => {
    let now = known();
    const request = begunWith({ get: () => now });
    expect(request.get('GT')?.offering).toBeUndefined();
    now = known('first');
    expect(request.get('GT')?.offering?.agreementsDigest).toBe('first');
  });
});
