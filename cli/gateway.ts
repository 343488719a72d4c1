import { gatewayConfig } from '../gateway/config.js';
import { readEnvironment } from './environment.js';
import { untilStopped } from './until-stopped.js';

/** `istmo gateway`: a gateway, set up by its environment. */
export async function gateway(): Promise<void> {
  const config = gatewayConfig(readEnvironment(process.env));
  // a security gateway calls nobody; read when the package is loaded
  process.env['APOLLO_TELEMETRY_DISABLED'] ??= '1';
  const { startGateway } = await import('../gateway/main.js');
  untilStopped(await startGateway(config));
}
