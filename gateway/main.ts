import { assembleGateway, type RunningGateway } from './assemble.js';
import type { GatewayConfig } from './config.js';
import { openParts } from './parts.js';

/** Starts a gateway as it is set up: opens its parts and assembles them. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  return assembleGateway(await openParts(config));
}
