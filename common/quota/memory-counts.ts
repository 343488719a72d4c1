import type { Claim, Claims, Counts, Room, Standing } from './counts.js';
import { roomFor } from './share.js';

/** What was taken of one limit in one window. */
interface Tally {
  total: number;
  readonly byOfficer: Map<string, number>;
  /** Officers who had not asked in the window before. */
  fresh: number;
  readonly forgetAt: number;
}

/** Claims between two looks for what can be forgotten. */
const sweepEvery = 1_000;

/** Counts in this process. */
export function createMemoryCounts(): Counts {
  const tallies = new Map<string, Tally>();
  let claims = 0;
  const before = ({ limitOf, window }: Claim) => tallies.get(`${limitOf} ${window.before}`)?.byOfficer;
  const known = ({ limitOf, window }: Claim): Tally =>
    tallies.get(`${limitOf} ${window.id}`) ?? {
      total: 0,
      byOfficer: new Map<string, number>(),
      fresh: 0,
      forgetAt: window.endsAt + window.lastsMs,
    };
  /** The tally of a claim, in which its officer is one of those who have asked. */
  const tallyOf = (claim: Claim): Tally => {
    const tally = known(claim);
    tallies.set(`${claim.limitOf} ${claim.window.id}`, tally);
    if (!tally.byOfficer.has(claim.officer)) {
      tally.byOfficer.set(claim.officer, 0);
      if (before(claim)?.has(claim.officer) !== true) tally.fresh += 1;
    }
    return tally;
  };
  const sweep = (now: number): void => {
    claims += 1;
    if (claims % sweepEvery > 0) return;
    for (const [key, { forgetAt }] of tallies) if (forgetAt <= now) tallies.delete(key);
  };
  const addTo = (claim: Claim): void => {
    const tally = tallyOf(claim);
    tally.total += claim.amount;
    tally.byOfficer.set(claim.officer, (tally.byOfficer.get(claim.officer) ?? 0) + claim.amount);
    sweep(claim.window.endsAt - claim.window.lastsMs);
  };
  const roomIn = ({ total, byOfficer, fresh }: Tally, claim: Claim): number => {
    const asking = byOfficer.has(claim.officer) || before(claim)?.has(claim.officer) === true ? 0 : 1;
    const officers = (before(claim)?.size ?? 0) + fresh + asking;
    return roomFor(claim.limit, { total, own: byOfficer.get(claim.officer) ?? 0, officers });
  };
  const claimed = (claim: Claim): Room => {
    const left = roomIn(tallyOf(claim), claim);
    return { left, fits: left > 0 && claim.amount <= left };
  };
  return {
    take: ({ each, together }: Claims) => {
      const rooms = [...each, ...together].map(claimed);
      each.forEach((claim, index) => {
        if (rooms[index]?.fits === true) addTo(claim);
      });
      if (rooms.every(({ fits }) => fits)) together.forEach(addTo);
      return Promise.resolve(rooms);
    },
    look: (looked) =>
      Promise.resolve(
        looked.map((claim): Standing => {
          const tally = known(claim);
          return { used: tally.total, left: roomIn(tally, claim) };
        }),
      ),
    add: (taken) => {
      taken.forEach(addTo);
      return Promise.resolve();
    },
  };
}
