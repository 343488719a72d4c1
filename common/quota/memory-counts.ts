import type { Claim, Claims, Counts, Room } from './counts.js';
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
  const tallyOf = ({ limitOf, officer, window }: Claim): Tally & { readonly officers: number } => {
    const before = tallies.get(`${limitOf} ${window.before}`)?.byOfficer;
    const key = `${limitOf} ${window.id}`;
    const forgetAt = window.endsAt + window.lastsMs;
    const tally = tallies.get(key) ?? { total: 0, byOfficer: new Map<string, number>(), fresh: 0, forgetAt };
    tallies.set(key, tally);
    if (!tally.byOfficer.has(officer)) {
      tally.byOfficer.set(officer, 0);
      if (before?.has(officer) !== true) tally.fresh += 1;
    }
    return Object.assign(tally, { officers: (before?.size ?? 0) + tally.fresh });
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
  const look = (claim: Claim): Room => {
    const { total, byOfficer, officers } = tallyOf(claim);
    const left = roomFor(claim.limit, { total, own: byOfficer.get(claim.officer) ?? 0, officers });
    return { left, fits: left > 0 && claim.amount <= left };
  };
  return {
    take: ({ each, together }: Claims) => {
      const rooms = [...each, ...together].map(look);
      each.forEach((claim, index) => {
        if (rooms[index]?.fits === true) addTo(claim);
      });
      if (rooms.every(({ fits }) => fits)) together.forEach(addTo);
      return Promise.resolve(rooms);
    },
    add: (taken) => {
      taken.forEach(addTo);
      return Promise.resolve();
    },
  };
}
