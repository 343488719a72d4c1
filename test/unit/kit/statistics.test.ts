import { describe, expect, it } from '@jest/globals';
import { type Grid, levelOf, type Tally } from '../../../subgraphs/kit/statistics/level.js';
import { roundCount, roundWeight } from '../../../subgraphs/kit/statistics/rounding.js';
import type { Dimension } from '../../../subgraphs/kit/statistics/subjects.js';

describe('a count', () => {
  it('is a multiple of 5, rounded down; fewer are "<5"', () => {
    expect([0, 1, 4, 5, 9, 10, 14, 1_003].map(roundCount)).toEqual([
      '<5',
      '<5',
      '<5',
      '5',
      '5',
      '10',
      '10',
      '1000',
    ]);
  });
});

describe('a weight', () => {
  it('has two significant digits, and is not told of fewer than 5', () => {
    expect([
      roundWeight(1_234.5, 5),
      roundWeight(0.04567, 9),
      roundWeight(99.9, 7),
      roundWeight(12, 4),
      roundWeight(null, 9),
    ]).toEqual([1_200, 0.046, 100, null, null]);
  });
});

const grid: Grid = { MONTH: ['a', 'b'], SUBDIVISION: ['x', 'y'] };
const levels: readonly (readonly Dimension[])[] = [['MONTH'], ['SUBDIVISION'], ['MONTH', 'SUBDIVISION']];

describe('a level', () => {
  it('has a cell for each place of its grid, and leaves out what does not say or says another', () => {
    const tallies: Tally[] = [
      { at: { MONTH: 'a', SUBDIVISION: 'x' }, count: 6, kilograms: 10.4 },
      { at: { MONTH: 'a', SUBDIVISION: null }, count: 3, kilograms: 1 },
      { at: { MONTH: null, SUBDIVISION: 'y' }, count: 7, kilograms: null },
      { at: { MONTH: 'a', SUBDIVISION: 'elsewhere' }, count: 2, kilograms: null },
    ];
    expect(levels.map((by) => levelOf(tallies, grid, by))).toEqual([
      [
        { at: { MONTH: 'a' }, count: '10', kilograms: 11 },
        { at: { MONTH: 'b' }, count: '<5', kilograms: null },
      ],
      [
        { at: { SUBDIVISION: 'x' }, count: '5', kilograms: 10 },
        { at: { SUBDIVISION: 'y' }, count: '5', kilograms: null },
      ],
      [
        { at: { MONTH: 'a', SUBDIVISION: 'x' }, count: '5', kilograms: 10 },
        { at: { MONTH: 'a', SUBDIVISION: 'y' }, count: '<5', kilograms: null },
        { at: { MONTH: 'b', SUBDIVISION: 'x' }, count: '<5', kilograms: null },
        { at: { MONTH: 'b', SUBDIVISION: 'y' }, count: '<5', kilograms: null },
      ],
    ]);
  });
});

describe('all levels together', () => {
  /** Counts of a world: the grid row by row, then rows without the one, then without the other dimension. */
  type World = readonly number[];

  const places = [
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
    ['b', 'y'],
    ['a', null],
    ['b', null],
    [null, 'x'],
    [null, 'y'],
  ] as const;

  /** Everything that a requester can be told of a world. */
  function answersOf(world: World): string {
    const tallies = places.map(([MONTH, SUBDIVISION], n): Tally => ({
      at: { MONTH, SUBDIVISION },
      count: world[n] ?? 0,
      kilograms: null,
    }));
    return levels.flatMap((by) => levelOf(tallies, grid, by).map(({ count }) => count)).join();
  }

  function* worlds(cells: readonly number[], unsaid: readonly number[], made: World = []): Generator<World> {
    if (made.length === places.length) yield made;
    else for (const count of made.length < 4 ? cells : unsaid) yield* worlds(cells, unsaid, [...made, count]);
  }

  it('pin no count under 5: whatever the answers are, each could be another', () => {
    const possible = new Map<string, Set<number>[]>();
    for (const world of worlds([0, 1, 2, 3, 4, 5], [0, 1, 2])) {
      const answers = answersOf(world);
      const seen = possible.get(answers) ?? places.map(() => new Set<number>());
      possible.set(answers, seen);
      world.forEach((count, n) => seen[n]?.add(count));
    }
    const pinned: unknown[] = [];
    for (const world of worlds([0, 1, 2, 3, 4], [0, 1])) {
      const seen = possible.get(answersOf(world));
      for (const [n, count] of world.slice(0, 4).entries())
        if (count < 5 && (seen?.[n]?.size ?? 0) < 2) pinned.push({ world, n });
    }
    expect(pinned).toEqual([]);
  });
});

describe('a row of many cells with the count above it', () => {
  type Rounding = (count: number) => string;

  interface Range {
    readonly least: number;
    readonly most: number;
  }

  /** What is told of a count → the counts of which that is told. */
  function rangesOf(round: Rounding): ReadonlyMap<string, Range> {
    const ranges = new Map<string, Range>();
    for (let count = 0; count < 200; count += 1) {
      const told = round(count);
      ranges.set(told, { least: ranges.get(told)?.least ?? count, most: count });
    }
    return ranges;
  }

  /** Every choice of `length` answers; their order tells nothing. */
  function* choices<Item>(items: readonly Item[], length: number): Generator<readonly Item[]> {
    if (length === 0) yield [];
    else
      for (const [n, item] of items.entries())
        for (const rest of choices(items.slice(n), length - 1)) yield [item, ...rest];
  }

  /**
   * Answers by which a count under 5 is known. Rows that do not say where they belong count above alone, so that of a
   * count above no more is known than that so many at most stand beneath.
   */
  function pinned(round: Rounding, cells = 6): readonly unknown[] {
    const ranges = rangesOf(round);
    const found: unknown[] = [];
    const beneath = [...ranges].filter(([, { least }]) => least <= 15);
    for (const told of choices(beneath, cells))
      for (const [above, { most }] of ranges) {
        const least = told.reduce((sum, [, range]) => sum + range.least, 0);
        if (least > most) continue;
        for (const [answer, range] of told) {
          const atMost = Math.min(range.most, most - (least - range.least));
          if (range.least === atMost && atMost < 5)
            found.push({ above, told: told.map(([text]) => text), answer });
        }
      }
    return found;
  }

  it('pins no count under 5', () => {
    expect(pinned(roundCount)).toEqual([]);
  });

  it.each<[string, Rounding]>([
    ['to the nearest multiple of 5', (count) => (count < 5 ? '<5' : String(5 * Math.round(count / 5)))],
    ['with fewer than 3 hidden', (count) => (count < 3 ? '<3' : String(count - (count % 5)))],
    ['up', (count) => (count < 5 ? '<5' : String(5 * Math.ceil(count / 5)))],
  ])('would pin some, were it rounded %s', (_, round) => {
    expect(pinned(round).length).toBeGreaterThan(0);
  });
});
