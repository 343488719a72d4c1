import { assembleGateway } from '../../gateway/assemble.js';
import { gatewayConfig } from '../../gateway/config.js';
import { openParts } from '../../gateway/parts.js';
import { benchGatewayId } from '../region/region.js';
import { withStandIn } from './stand-ins.js';
import type { SubjectSetup } from './subject.js';

/** Istmo's gateway as it runs in production, or with one part put out of action. Its limits are far out of reach. */
export async function startIstmo(setup: SubjectSetup): Promise<string> {
  const config = gatewayConfig(istmoEnvironment(setup));
  const { url } = await assembleGateway(withStandIn(await openParts(config), setup.subject));
  return `${url}/graphql`;
}

/** The environment that sets a gateway up for the bench. */
export function istmoEnvironment(setup: SubjectSetup): Readonly<Record<string, string>> {
  return {
    ISTMO_REGION: setup.regionFile,
    ISTMO_GATEWAY_ID: benchGatewayId,
    ISTMO_PORT: '0',
    ISTMO_SIGNING_KEY: setup.signingKeyFile,
    ISTMO_LOG_URL: setup.logUrl,
    ISTMO_LOG_KEY: setup.logKeyFile,
    ISTMO_REQUESTS_PER_MINUTE: '1000000000',
    ISTMO_STATE_TIMEOUT_MS: '30000',
    ISTMO_REQUEST_TIMEOUT_MS: '60000',
  };
}
