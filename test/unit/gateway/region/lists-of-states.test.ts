import { beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, defaultFieldResolver, type GraphQLObjectType } from 'graphql';
import { IstmoError } from '../../../../common/errors.js';
import type { RootAnswer, Source } from '../../../../gateway/execute/source.js';
import type { GatewayContext } from '../../../../gateway/exchange.js';
import { keepingListsOfStates } from '../../../../gateway/region/lists-of-states.js';
import { createRegionSource } from '../../../../gateway/region/region-source.js';
import { regionSchema, type SchemaParts } from '../../../../gateway/region/schema.js';
import type { KnownState } from '../../../../gateway/states/directory.js';

const known = new Map<string, KnownState>();
const directory = { states: ['GT', 'SV'], get: (code: string) => known.get(code) };
const schema = regionSchema({ directory } as unknown as SchemaParts);
const region = createRegionSource(schema);
const context = { exchange: { requester: { agency: 'US-ATF' } } } as GatewayContext;
let asked: number;
let source: Source;

function state(code: string, up: boolean): KnownState {
  const name = { en: code, es: code };
  return { state: { code, name, timeZone: 'UTC' } as KnownState['state'], up };
}

/** Asks the same twice. @returns both answers, and how often the region was asked */
async function twice(text: string, variables: readonly string[] = [], between = (): void => undefined) {
  const operation = { text, name: undefined, variables };
  const values = Object.fromEntries(variables.map((name) => [name, ['GT']]));
  const first = await source.root({ operation, variables: values, context });
  const told = JSON.stringify(first.data);
  // whoever gets an answer puts more into it
  Object.assign(first.data ?? {}, { changed: true });
  between();
  const second = await source.root({ operation, variables: values, context });
  return { first: JSON.parse(told) as unknown, second: second.data, asked, faults: second.faults };
}

beforeEach(() => {
  asked = 0;
  known.set('GT', state('GT', true)).set('SV', state('SV', true));
  const counting: Source = {
    ...region,
    root: (request): Promise<RootAnswer> => {
      asked += 1;
      return region.root(request);
    },
  };
  source = keepingListsOfStates(counting, schema, directory);
});

describe('what the region tells of the directory alone', () => {
  it.each([
    ['{ memberStates { __typename code } }'],
    ['{ a: memberStates(codes: ["GT"]) { nameSpanish ... on MemberState { nodeStatus nodeSeenAt } } }'],
    ['{ memberState(code: "SV") { code timeZone } memberStates { code } }'],
  ])('is worked out once: %s', async (text) => {
    const { first, second, asked: times } = await twice(text);
    expect(second).toEqual(first);
    expect(times).toBe(1);
    expect(JSON.stringify(first)).toContain('{');
  });

  it('is worked out anew once anything that is known of a State has changed', async () => {
    const {
      first,
      second,
      asked: times,
    } = await twice('{ memberStates { code nodeStatus } }', [], () => known.set('SV', state('SV', false)));
    const list = (status: string) => ({
      memberStates: [
        { code: 'GT', nodeStatus: 'UP' },
        { code: 'SV', nodeStatus: status },
      ],
    });
    expect([first, second, times]).toEqual([list('UP'), list('DOWN'), 2]);
  });

  it.each([
    ['with variables', 'query($c: [CountryCode!]) { memberStates(codes: $c) { code } }', ['c']],
    ['beside what is looked up', '{ memberStates { code } firearm(id: "GT:Firearm:1") { id } }', []],
    ['of States that there are not', '{ memberStates(codes: ["GT", "XX"]) { code } }', []],
    ['of its subgraph', '{ _service { sdl } }', []],
  ])('is worked out each time %s', async (_, text, variables) => {
    expect((await twice(text, variables)).asked).toBe(2);
  });

  it('is worked out each time with a field that is worked out itself', async () => {
    const plain = buildSchema('type Query { memberStates: [State] } type State { code: ID, load: Int }');
    const { code, load } = (plain.getType('State') as GraphQLObjectType).getFields();
    code!.resolve = defaultFieldResolver;
    load!.resolve = () => asked;
    const root = (): Promise<RootAnswer> => {
      asked += 1;
      return Promise.resolve({ data: { memberStates: [] }, faults: [] });
    };
    source = keepingListsOfStates({ ...region, root }, plain, directory);
    expect((await twice('{ memberStates { code } }')).asked).toBe(1);
    expect((await twice('{ memberStates { code load } }')).asked).toBe(3);
  });

  it('says each time which States there are not', async () => {
    const { faults } = await twice('{ memberStates(codes: ["GT", "XX"]) { code } }');
    expect(faults.map(({ error }) => error.code)).toEqual(['UNKNOWN_STATE']);
  });

  it('is told nobody who is not known, though it was told others', async () => {
    const operation = { text: '{ memberStates { code } }', name: undefined, variables: [] };
    await source.root({ operation, variables: {}, context });
    const stranger = { exchange: {} } as GatewayContext;
    const answer = await source.root({ operation, variables: {}, context: stranger });
    expect(answer.data?.['memberStates']).toBeUndefined();
    expect(answer.faults.map(({ error }) => error)).toEqual([new IstmoError('WITHHELD')]);
  });
});
