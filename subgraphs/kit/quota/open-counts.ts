import { systemClock } from '../../../common/clock.js';
import type { Counts } from '../../../common/quota/counts.js';
import { createMemoryCounts } from '../../../common/quota/memory-counts.js';
import { createRedisCounts } from '../../../common/quota/redis-counts.js';
import type { NodeConfig } from '../config.js';
import { restoreCounts } from './restore.js';

export interface OpenCounts {
  readonly counts: Counts;
  /** Whether Redis is connected; absent where none is used. */
  readonly redisUp?: () => boolean;
  close(): void;
}

/**
 * Opens where a node counts: in Redis, with all processes of the State's node that share it, or in this process, beginning with what
 * its access log says of today.
 */
export async function openCounts(
  { redisUrl, logUrl, state }: Pick<NodeConfig, 'redisUrl' | 'logUrl' | 'state'>,
  timeZone: string,
  onError: (error: Error) => void,
): Promise<OpenCounts> {
  if (redisUrl !== undefined) {
    // only who counts in Redis loads its client
    const { Redis } = await import('ioredis');
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 1_000 });
    redis.on('error', onError);
    return {
      counts: createRedisCounts(redis, `istmo:quota:${state}`),
      redisUp: () => redis.status === 'ready',
      close: () => redis.disconnect(),
    };
  }
  const counts = createMemoryCounts();
  await restoreCounts(logUrl, counts, timeZone, systemClock());
  return { counts, close: () => undefined };
}
