import type { AuditRun } from '../runs/audit.js';
import type { Compared } from '../runs/compare.js';
import type { AtATime } from '../runs/concurrency.js';
import type { HeapRun } from '../runs/heap.js';
import type { Profiled } from '../runs/profile.js';
import type { InRegion } from '../runs/states.js';

/** All that a run found. */
export interface Report {
  readonly at: string;
  readonly machine: {
    readonly node: string;
    readonly processors: number;
    readonly model: string;
    /** Processes that wanted to run, on average of the minute before: what others do is in every figure. */
    readonly loadBefore: number;
  };
  readonly quick: boolean;
  /** Subjects that were asked for but could not be measured, and why. */
  readonly missing: readonly { readonly subject: string; readonly reason: string }[];
  readonly compare?: readonly Compared[];
  readonly concurrency?: readonly AtATime[];
  readonly states?: readonly InRegion[];
  readonly heap?: readonly HeapRun[];
  readonly audit?: AuditRun;
  readonly profile?: readonly Profiled[];
}
