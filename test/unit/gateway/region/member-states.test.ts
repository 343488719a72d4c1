import { describe, expect, it } from '@jest/globals';
import type { Source } from '../../../../gateway/execute/source.js';
import type { GatewayContext } from '../../../../gateway/exchange.js';
import { createRegionSource } from '../../../../gateway/region/region-source.js';
import { regionSchema, type SchemaParts } from '../../../../gateway/region/schema.js';
import type { KnownState } from '../../../../gateway/states/directory.js';

function state(code: string, change: Partial<KnownState>): KnownState {
  const name = { en: `${code} in English`, es: `${code} en español` };
  return { state: { code, name, timeZone: 'UTC' } as KnownState['state'], up: false, ...change };
}

const known = new Map([
  ['GT', state('GT', { up: true, seenAt: Date.parse('2026-06-01T12:00:00Z') })],
  ['SV', state('SV', {})],
]);
const source: Source = createRegionSource(
  regionSchema({
    directory: { states: ['GT', 'SV'], get: (code: string) => known.get(code) },
  } as unknown as SchemaParts),
);
const context = { exchange: { requester: { agency: 'US-ATF' } } } as GatewayContext;
const fields = 'code nameEnglish nameSpanish timeZone nodeStatus nodeSeenAt';
const operation = (text: string) => ({ text, name: undefined, variables: [] });

const guatemala = {
  code: 'GT',
  nameEnglish: 'GT in English',
  nameSpanish: 'GT en español',
  timeZone: 'UTC',
  nodeStatus: 'UP',
  nodeSeenAt: '2026-06-01T12:00:00.000Z',
};
const salvador = {
  code: 'SV',
  nameEnglish: 'SV in English',
  nameSpanish: 'SV en español',
  timeZone: 'UTC',
  nodeStatus: 'DOWN',
  nodeSeenAt: null,
};

describe('the directory of States', () => {
  it('says of each what the region knows of it, and when its node was last seen', async () => {
    const request = { operation: operation(`{ memberStates { ${fields} } }`), variables: {}, context };
    expect(await source.root(request)).toEqual({
      data: { memberStates: [guatemala, salvador] },
      faults: [],
    });
  });

  it('says the same of a State that something else refers to', async () => {
    const text = `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on MemberState { ${fields} } } }`;
    const representations = [{ __typename: 'MemberState', code: 'SV' }];
    const answer = await source.entities(
      { operation: operation(text), variables: {}, context },
      representations,
    );
    expect(answer).toEqual({ entities: [salvador], faults: [] });
  });
});
