import { randomFillSync } from 'node:crypto';

/** Draws so many random bytes, as base64url. */
export type RandomText = (bytes: number) => string;

const poolBytes = 4_096;

/**
 * Makes texts that nobody can guess. Bytes are drawn from the system's generator a pool at a time, and each is given out once:
 * to draw a few takes it as long as a whole pool.
 */
export function createRandomText(): RandomText {
  const pool = Buffer.alloc(poolBytes);
  let given = poolBytes;
  return (bytes) => {
    if (given + bytes > poolBytes) {
      randomFillSync(pool);
      given = 0;
    }
    given += bytes;
    return pool.toString('base64url', given - bytes, given);
  };
}
