import { parseArgs } from 'node:util';
import { gatewayConfig } from '../gateway/config.js';
import { readEnvironment } from './environment.js';
import { untilStopped } from './until-stopped.js';

const warning = `OPEN GATEWAY: no identity, no agreements, no log. For conformance tests and trying schemas out, never for records.
PASARELA ABIERTA: sin identidad, sin convenios, sin bitácora. Para pruebas de conformidad y de esquemas, nunca para registros.`;

/**
 * `istmo gateway`: a gateway, set up by its environment; with `--supergraph FILE --open`, one over any supergraph that
 * asks nobody who they are.
 */
export async function gateway(args: readonly string[]): Promise<void> {
  // a security gateway calls nobody; read when the package is loaded
  process.env['APOLLO_TELEMETRY_DISABLED'] ??= '1';
  const { values } = parseArgs({
    args: [...args],
    options: {
      supergraph: { type: 'string' },
      open: { type: 'boolean', default: false },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4000' },
    },
  });
  if (values.supergraph === undefined && !values.open) {
    const config = gatewayConfig(readEnvironment(process.env));
    const { startGateway } = await import('../gateway/main.js');
    untilStopped(await startGateway(config));
    return;
  }
  if (values.supergraph === undefined || !values.open)
    throw new Error(
      'a gateway over a supergraph of your own knows no agreements and keeps no log: --supergraph FILE needs --open, and --open needs --supergraph FILE',
    );
  console.error(warning);
  const { startOpenGateway } = await import('../gateway/open/open-gateway.js');
  const running = await startOpenGateway({
    supergraphFile: values.supergraph,
    host: values.host,
    port: Number(values.port),
    subgraphTimeoutMs: 10_000,
  });
  console.error(`${running.url}/graphql`);
  untilStopped(running);
}
