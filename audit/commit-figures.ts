import { type Distribution, emptyDistribution } from '../common/metrics/distribution.js';
import { secondBounds } from '../common/metrics/kinds.js';

/** What the commits of a log were, so far. */
export interface CommitFigures {
  /** How many entries shared one. */
  readonly entries: Distribution;
  readonly seconds: Distribution;
  readonly failed: number;
}

export const commitBounds = {
  entries: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
  seconds: secondBounds,
} as const;

export function noCommits(): CommitFigures {
  return {
    entries: emptyDistribution(commitBounds.entries),
    seconds: emptyDistribution(commitBounds.seconds),
    failed: 0,
  };
}
