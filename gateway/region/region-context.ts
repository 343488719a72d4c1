import type { Fault } from '../execute/source.js';
import type { GatewayContext } from '../exchange.js';

/** What the region's resolvers are given. */
export interface RegionContext extends GatewayContext {
  /** What went wrong beside what a resolver gives, at its own response key. */
  readonly faults: Fault[];
}
