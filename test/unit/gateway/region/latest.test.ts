import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { IstmoError } from '../../../../common/errors.js';
import type { Source } from '../../../../gateway/execute/source.js';
import { createRegionSource } from '../../../../gateway/region/region-source.js';
import { regionResolvers } from '../../../../gateway/region/resolvers.js';
import type { GatewayContext } from '../../../../gateway/exchange.js';
import type { Directory, KnownState } from '../../../../gateway/states/directory.js';
import { regionDocument } from '../../../../schema/sources.js';

const codes = ['GT', 'HN', 'SV'] as const;

interface Kept {
  readonly id: string;
  readonly recordedAt: string | null;
}

/** What each State keeps, and which States are down; changed as a test goes on. */
interface World {
  readonly records: Record<string, Kept[]>;
  readonly down: Set<string>;
  /** Lists that a State does not give. */
  readonly withheld: Set<string>;
}

function worldOf(records: Record<string, Kept[]>): World {
  return { records, down: new Set(), withheld: new Set() };
}

/** Newest first, those of no known date last; ties by id: as nodes sort. */
function inOrder(one: Kept, other: Kept): number {
  const [at, otherAt] = [one.recordedAt ?? '', other.recordedAt ?? ''];
  if (at !== otherAt) return at > otherAt ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

/** States whose lists are sorted anew for each page, as nodes do: a cursor is what its record is sorted by. */
function statesOf(world: World): Source {
  const list = (code: string, field: string, variables: Record<string, unknown>): unknown => {
    if (world.withheld.has(`${code}.${field}`)) return null;
    const type = `:${field.charAt(0).toUpperCase()}${field.slice(1, -1)}:`;
    const sorted = (world.records[code] ?? []).filter(({ id }) => id.includes(type)).sort(inOrder);
    const place = variables[`after_${field}`] as string | undefined;
    const after = place === undefined ? undefined : (JSON.parse(place) as Kept);
    const rest = sorted.filter((one) => after === undefined || inOrder(one, after) > 0);
    const page = rest.slice(0, variables['first'] as number);
    return {
      edges: page.map((node) => ({ cursor: JSON.stringify(node), node })),
      pageInfo: { hasNextPage: rest.length > page.length },
    };
  };
  return {
    root: () => Promise.reject(new Error('States have no root fields')),
    entities: ({ variables }, representations) => {
      const states = representations.map((key) => String(key['code']));
      const fields = ['firearms', 'firearmSeizures', 'traceRequests'];
      return Promise.resolve({
        entities: states.map((code) =>
          world.down.has(code)
            ? null
            : Object.fromEntries(fields.map((field) => [field, list(code, field, variables)])),
        ),
        faults: states.flatMap((state, position) =>
          world.down.has(state)
            ? [{ error: new IstmoError('STATE_UNAVAILABLE'), position, path: [], state }]
            : [],
        ),
      });
    },
  };
}

interface Page {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
  readonly endCursor: string;
  readonly faults: readonly unknown[];
}

const directory: Directory = {
  states: codes,
  get: (code) => (codes.some((known) => known === code) ? ({ state: { code } } as KnownState) : undefined),
  close: () => Promise.resolve(),
};
const document = regionDocument();

let asked: Source;
const member: Source = {
  root: (request) => asked.root(request),
  entities: (request, representations) => asked.entities(request, representations),
};
const resolvers = regionResolvers(document, {
  directory,
  member,
  clock: () => 0,
  quotaStandings: () => Promise.resolve([]),
});
const region = createRegionSource(
  buildSubgraphSchema([{ typeDefs: document, resolvers: resolvers as never }]),
);

/** Asks the region over these States for pages of the newest firearms. */
function regionOver(world: World) {
  return async (args: string): Promise<Page> => {
    const text = `{ l: latest(domain: FIREARMS, ${args}) { edges { cursor state node { __typename id } } pageInfo { hasNextPage endCursor } } }`;
    const context = { exchange: { declaration: {} } } as unknown as GatewayContext;
    asked = statesOf(world);
    const { data, faults } = await region.root({
      operation: { text, name: undefined, variables: [] },
      variables: {},
      context,
    });
    const { edges = [], pageInfo } = (data?.['l'] ?? {}) as {
      edges?: readonly { state: string; node: { __typename: string; id: string } }[];
      pageInfo?: { hasNextPage: boolean; endCursor: string };
    };
    return {
      ids: edges.map(({ state, node }) => {
        expect(node.id.startsWith(`${state}:${node.__typename}:`)).toBe(true);
        return node.id;
      }),
      hasNextPage: pageInfo?.hasNextPage ?? false,
      endCursor: pageInfo?.endCursor ?? '',
      faults: faults.map(({ error, path, state }) => ({
        code: error.code,
        argument: error.extensions['argument'],
        path,
        state,
      })),
    };
  };
}

const firearm = (state: string, key: number, recordedAt: string | null): Kept => ({
  id: `${state}:Firearm:${String(key)}`,
  recordedAt,
});

describe('the newest records of all States', () => {
  it('come in one order, ties by id and those of no known date last', async () => {
    const ask = regionOver(
      worldOf({
        GT: [firearm('GT', 1, '2026-03-01'), firearm('GT', 2, null)],
        HN: [
          firearm('HN', 1, '2026-03-02T08:00:00-06:00'),
          { id: 'HN:FirearmSeizure:9', recordedAt: '2026-03-03' },
        ],
        SV: [firearm('SV', 1, '2026-03-01'), firearm('SV', 2, '2026-03-02')],
      }),
    );
    const wanted = [
      'HN:FirearmSeizure:9',
      'HN:Firearm:1',
      'SV:Firearm:2',
      'GT:Firearm:1',
      'SV:Firearm:1',
      'GT:Firearm:2',
    ];
    expect(await ask('first: 100')).toMatchObject({ ids: wanted, hasNextPage: false, faults: [] });
    const first = await ask('first: 2');
    const second = await ask(`first: 4, after: "${first.endCursor}"`);
    expect([first.ids, first.hasNextPage, second.ids, second.hasNextPage]).toEqual([
      wanted.slice(0, 2),
      true,
      wanted.slice(2),
      false,
    ]);
  });

  it('come of the others where a State fails, and of that State once it answers: nothing is skipped or told twice', async () => {
    const world = worldOf({
      GT: [firearm('GT', 1, '2026-03-09'), firearm('GT', 2, '2026-03-01')],
      HN: [firearm('HN', 1, '2026-03-05'), firearm('HN', 2, '2026-03-04')],
    });
    const ask = regionOver(world);
    world.down.add('GT');
    const first = await ask('first: 2');
    world.down.clear();
    const second = await ask(`first: 2, after: "${first.endCursor}"`);
    expect([first, second]).toMatchObject([
      {
        ids: ['HN:Firearm:1', 'HN:Firearm:2'],
        hasNextPage: true,
        faults: [{ code: 'STATE_UNAVAILABLE', path: ['l'], state: 'GT' }],
      },
      { ids: ['GT:Firearm:1', 'GT:Firearm:2'], hasNextPage: false, faults: [] },
    ]);
  });

  it('leave out what came in since the first page, also in a State of which nothing was shown yet', async () => {
    const world = worldOf({
      GT: [firearm('GT', 1, '2026-03-01')],
      HN: [firearm('HN', 1, '2026-03-05'), firearm('HN', 2, '2026-03-04')],
    });
    const ask = regionOver(world);
    const first = await ask('first: 1');
    world.records['GT']!.push(firearm('GT', 7, '2026-03-20'));
    world.records['HN']!.push(firearm('HN', 7, '2026-03-20'));
    const second = await ask(`first: 5, after: "${first.endCursor}"`);
    expect([first.ids, second.ids]).toEqual([['HN:Firearm:1'], ['HN:Firearm:2', 'GT:Firearm:1']]);
  });

  it('keep the place of a list that a State withholds on one page', async () => {
    const world = worldOf({ GT: [firearm('GT', 1, '2026-03-09')], HN: [firearm('HN', 1, '2026-03-05')] });
    const ask = regionOver(world);
    world.withheld.add('GT.firearms');
    const first = await ask('first: 5');
    world.withheld.clear();
    const second = await ask(`first: 5, after: "${first.endCursor}"`);
    expect([first, second]).toMatchObject([
      { ids: ['HN:Firearm:1'], hasNextPage: false, faults: [] },
      { ids: ['GT:Firearm:1'] },
    ]);
  });

  it('are each told once, whichever States fail on whichever page and whatever comes in meanwhile', async () => {
    const kept = fc.array(
      fc.record({
        state: fc.constantFrom(...codes),
        type: fc.constantFrom('Firearm', 'FirearmSeizure'),
        day: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 20 },
    );
    const pages = fc.array(
      fc.record({
        first: fc.integer({ min: 1, max: 5 }),
        down: fc.subarray([...codes]),
        arriving: fc.subarray([...codes]),
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(kept, pages, async (records, turns) => {
        const all = records.map(({ state, type, day }, key) => ({
          state,
          id: `${state}:${type}:${String(key)}`,
          recordedAt: `2026-03-0${String(day)}`,
        }));
        const world = worldOf(
          Object.fromEntries(codes.map((code) => [code, all.filter(({ state }) => state === code)])),
        );
        const ask = regionOver(world);
        const told: string[] = [];
        let after = '';
        let hasNextPage = true;
        let key = 1_000;
        const endless = Array.from({ length: 60 }, () => ({ first: 3, down: [], arriving: [] }));
        for (const { first, down, arriving } of [...turns, ...endless]) {
          if (!hasNextPage && down.length === 0) break;
          for (const code of down) world.down.add(code);
          const page = await ask(`first: ${String(first)}${after === '' ? '' : `, after: "${after}"`}`);
          expect(page.ids.length).toBeLessThanOrEqual(first);
          told.push(...page.ids);
          ({ endCursor: after, hasNextPage } = page);
          world.down.clear();
          for (const code of arriving) world.records[code]!.push(firearm(code, (key += 1), '2026-04-01'));
        }
        const old = told.filter((id) => all.some((one) => one.id === id));
        expect(hasNextPage).toBe(false);
        expect([...old].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['first: 0', 'ARGUMENT_INVALID', 'first'],
    ['first: 101', 'ARGUMENT_INVALID', 'first'],
    ['first: -1', 'ARGUMENT_INVALID', 'first'],
    ['after: "no cursor"', 'ARGUMENT_INVALID', 'after'],
    ['states: ["FR"]', 'UNKNOWN_STATE', 'states'],
  ])('are refused with %s, at the argument', async (args, code, argument) => {
    const { faults } = await regionOver(worldOf({}))(args);
    expect(faults).toEqual([{ code, argument, path: ['l'], state: undefined }]);
  });

  it('are not gone on with by the cursor of another domain or of other States', async () => {
    const ask = regionOver(worldOf({ GT: [firearm('GT', 1, '2026-03-01')] }));
    const { endCursor } = await ask('first: 1');
    const { faults } = await ask(`states: ["GT"], after: "${endCursor}"`);
    expect(faults).toMatchObject([{ code: 'ARGUMENT_INVALID', argument: 'after' }]);
  });
});
