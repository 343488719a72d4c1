import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMemoryCounts } from '../../../../common/quota/memory-counts.js';
import { claimsOf, officers, type Wish, windowAt, wishes } from './draw-claims.js';

interface Served extends Wish {
  readonly fits: boolean;
  /** Officers known when it was wanted. */
  readonly known: number;
}

/** Lets officers take, and keeps who was known when. */
async function serve(limit: number, wanted: readonly Wish[]): Promise<readonly Served[]> {
  const counts = createMemoryCounts();
  const served: Served[] = [];
  for (const wish of wanted) {
    const [room] = await counts.take(claimsOf('A', limit, wish));
    const asked = [...served, wish].filter(
      ({ window }) => window === wish.window || window === wish.window - 1,
    );
    served.push({
      ...wish,
      fits: room!.fits,
      known: new Set(asked.map(({ officer }) => officer)).size,
    });
  }
  return served;
}

function takenIn(served: readonly Served[], window: number, officer?: string): number {
  return served
    .filter((one) => one.fits && one.window === window && (officer ?? one.officer) === one.officer)
    .reduce((sum, { amount }) => sum + amount, 0);
}

const limits = fc.integer({ min: 1, max: 24 });
const runs = { numRuns: 500 };

describe('a limit that the officers of an agency share', () => {
  it('is never gone over by all of them together', async () => {
    await fc.assert(
      fc.asyncProperty(limits, wishes, async (limit, wanted) => {
        const served = await serve(limit, wanted);
        for (const window of [0, 1, 2]) expect(takenIn(served, window)).toBeLessThanOrEqual(limit);
      }),
      runs,
    );
  });

  it('is never used up by one officer alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 60 }), wishes, async (limit, wanted) => {
        const served = await serve(limit, wanted);
        for (const officer of officers) expect(takenIn(served, 0, officer)).toBeLessThanOrEqual(limit / 2);
      }),
      runs,
    );
  });

  it('serves nobody over an equal share while others may still come for theirs', async () => {
    await fc.assert(
      fc.asyncProperty(limits, wishes, async (limit, wanted) => {
        const served = await serve(limit, wanted);
        served.forEach(({ fits, window, officer, known }, index) => {
          if (!fits) return;
          const own = takenIn(served.slice(0, index + 1), window, officer);
          expect(own).toBeLessThanOrEqual(Math.max(1, Math.floor(limit / (known + 1))));
        });
      }),
      runs,
    );
  });

  it('refuses an officer within an equal share only where all of it is gone', async () => {
    await fc.assert(
      fc.asyncProperty(limits, wishes, async (limit, wanted) => {
        const served = await serve(limit, wanted);
        served.forEach(({ fits, window, officer, known, amount }, index) => {
          const before = served.slice(0, index);
          const share = Math.max(1, Math.floor(limit / (known + 1)));
          const within = takenIn(before, window, officer) + Math.max(1, amount) <= share;
          if (!fits && within) expect(takenIn(before, window) + Math.max(1, amount)).toBeGreaterThan(limit);
        });
      }),
      runs,
    );
  });

  it('gives each officer of the window before a whole share, whatever the others do', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: 60 }), wishes, async (limit, wanted) => {
        const greeted = officers.map((officer): Wish => ({ officer, amount: 0, window: 0 }));
        const then = wanted.map((wish): Wish => ({ ...wish, window: 1 }));
        const share = Math.floor(limit / (officers.length + 1));
        const last = officers.map((officer): Wish => ({ officer, amount: share, window: 1 }));
        const served = await serve(limit, [...greeted, ...then, ...last]);
        const before = served.slice(0, greeted.length + then.length);
        for (const { officer, fits } of served.slice(-officers.length))
          expect(fits).toBe(takenIn(before, 1, officer) === 0);
      }),
      runs,
    );
  });

  it('begins anew with each window', async () => {
    const served = await serve(4, [
      { officer: 'o1', amount: 2, window: 0 },
      { officer: 'o1', amount: 1, window: 0 },
      { officer: 'o1', amount: 2, window: 1 },
    ]);
    expect(served.map(({ fits }) => fits)).toEqual([true, false, true]);
  });

  it('is not taken from together with another that does not reach', async () => {
    const counts = createMemoryCounts();
    const claim = { officer: 'o1', window: windowAt(0), limit: 10 };
    const each = [{ ...claim, limitOf: 'requests', amount: 1 }];
    const records = (amount: number) => [
      { ...claim, limitOf: 'A', amount: 3 },
      { ...claim, limitOf: 'B', amount },
    ];
    expect(await counts.take({ each, together: records(6) })).toEqual([
      { fits: true, left: 5 },
      { fits: true, left: 5 },
      { fits: false, left: 5 },
    ]);
    expect(await counts.take({ each, together: records(5) })).toEqual([
      { fits: true, left: 4 },
      { fits: true, left: 5 },
      { fits: true, left: 5 },
    ]);
    expect(await counts.take({ each: [], together: records(0) })).toEqual([
      { fits: false, left: 2 },
      { fits: false, left: 0 },
    ]);
  });

  it('counts what was taken elsewhere, even where it goes over', async () => {
    const counts = createMemoryCounts();
    const wish: Wish = { officer: 'o1', amount: 7, window: 0 };
    await counts.add(claimsOf('A', 4, wish).each);
    expect(await counts.take(claimsOf('A', 4, { ...wish, officer: 'o2', amount: 1 }))).toEqual([
      { fits: false, left: 0 },
    ]);
  });
});

describe('whoever looks how a limit stands', () => {
  it('reads what could be taken, and takes nothing from the share of others', async () => {
    await fc.assert(
      fc.asyncProperty(limits, wishes, async (limit, wanted) => {
        const [looked, other] = [createMemoryCounts(), createMemoryCounts()];
        for (const wish of wanted) {
          const { each } = claimsOf('A', limit, wish);
          const [standing] = await looked.look(each);
          await looked.look(each.map((claim) => ({ ...claim, officer: 'who only looks' })));
          const [room] = await looked.take({ each, together: [] });
          expect(standing?.left).toBe(room?.left);
          expect([room]).toEqual(await other.take({ each, together: [] }));
        }
      }),
      runs,
    );
  });
});
