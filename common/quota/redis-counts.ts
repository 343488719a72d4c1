import type { Redis } from 'ioredis';
import type { Claim, Counts, Room, Standing } from './counts.js';
import { roomFor } from './share.js';

/**
 * As the counts in a process, of one hash a limit and window: `total`, `officers` and `fresh` beside what each officer took. Keys:
 * a claim's window and the one before it. Arguments: TAKE or ADD, how many claims are taken each for itself, then of each
 * claim the officer, the limit, the amount, and the milliseconds that the count is kept. Gives two numbers a claim: whether it fits and what was left.
 */
const script = `
local mode, each = ARGV[1], tonumber(ARGV[2])
local claims, rooms, all = #KEYS / 2, {}, true
local function add(i)
  local officer, amount = 'by:' .. ARGV[4 * i - 1], tonumber(ARGV[4 * i + 1])
  if amount == 0 then return end
  redis.call('HINCRBY', KEYS[2 * i - 1], 'total', amount)
  redis.call('HINCRBY', KEYS[2 * i - 1], officer, amount)
end
for i = 1, claims do
  local now, before, officer = KEYS[2 * i - 1], KEYS[2 * i], 'by:' .. ARGV[4 * i - 1]
  local limit, amount = tonumber(ARGV[4 * i]), tonumber(ARGV[4 * i + 1])
  if redis.call('HSETNX', now, officer, 0) == 1 then
    redis.call('HINCRBY', now, 'officers', 1)
    if redis.call('HEXISTS', before, officer) == 0 then redis.call('HINCRBY', now, 'fresh', 1) end
    redis.call('PEXPIRE', now, ARGV[4 * i + 2])
  end
  if mode == 'ADD' then
    add(i)
  else
    local taken = redis.call('HMGET', now, 'total', officer, 'fresh')
    local known = tonumber(redis.call('HGET', before, 'officers') or 0) + tonumber(taken[3] or 0)
    local share = math.max(1, math.floor(limit / (known + 1)))
    local left = math.max(0, math.min(limit - tonumber(taken[1] or 0), share - tonumber(taken[2])))
    local fits = left > 0 and amount <= left
    all = all and fits
    rooms[2 * i - 1], rooms[2 * i] = fits and 1 or 0, left
  end
end
for i = 1, claims do
  if mode == 'TAKE' and ((i <= each and rooms[2 * i - 1] == 1) or (i > each and all)) then add(i) end
end
return rooms
`;

/** As it stands, of each claim's window and the one before it: total, the officer's, fresh; officers before, whether of them. */
async function standing(
  redis: Redis,
  prefix: string,
  claims: readonly Claim[],
): Promise<readonly Standing[]> {
  const pipeline = redis.pipeline();
  for (const { limitOf, window, officer } of claims)
    pipeline
      .hmget(`${prefix}:${limitOf}:${window.id}`, 'total', `by:${officer}`, 'fresh')
      .hmget(`${prefix}:${limitOf}:${window.before}`, 'officers', `by:${officer}`);
  const answers = (await pipeline.exec()) ?? [];
  const read = (index: number): readonly (string | null)[] => {
    const [error, values] = answers[index] ?? [new Error('no answer')];
    if (error !== null) throw error;
    return values as readonly (string | null)[];
  };
  return claims.map(({ limit }, index) => {
    const [total, own, fresh] = read(2 * index);
    const [officers, was] = read(2 * index + 1);
    const asking = own == null && was == null ? 1 : 0;
    const known = Number(officers ?? 0) + Number(fresh ?? 0) + asking;
    const used = Number(total ?? 0);
    return { used, left: roomFor(limit, { total: used, own: Number(own ?? 0), officers: known }) };
  });
}

/**
 * Counts in Redis, for all processes that share it: whatever is claimed at once takes one round trip.
 *
 * @param prefix - of its keys: who counts
 */
export function createRedisCounts(redis: Redis, prefix: string): Counts {
  const run = async (mode: 'TAKE' | 'ADD', each: number, claims: readonly Claim[]): Promise<unknown> => {
    const keys = claims.flatMap(({ limitOf, window }) => [
      `${prefix}:${limitOf}:${window.id}`,
      `${prefix}:${limitOf}:${window.before}`,
    ]);
    const values = claims.flatMap(({ officer, limit, amount, window }) => [
      officer,
      limit,
      amount,
      // for two windows more than it lasts, since clocks differ
      3 * window.lastsMs,
    ]);
    return redis.eval(script, keys.length, ...keys, mode, each, ...values);
  };
  return {
    take: async ({ each, together }) => {
      const claims = [...each, ...together];
      const answer = (await run('TAKE', each.length, claims)) as readonly number[];
      return claims.map((_, index): Room => ({
        fits: answer[2 * index] === 1,
        left: answer[2 * index + 1] ?? 0,
      }));
    },
    look: (claims) => standing(redis, prefix, claims),
    add: async (claims) => {
      await run('ADD', 0, claims);
    },
  };
}
