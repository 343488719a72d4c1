import { parseArgs } from 'node:util';
import { demoFirearm } from '../subgraphs/world/world.js';
import { FolderTakenError } from './region/hold-folder.js';
import { planRegion } from './region/options.js';
import { PortTakenError, type RegionEvent, type RunningRegion, startRegion } from './region/start-region.js';

/** `istmo region`: the demo region on this machine, until Ctrl-C. */
export async function region(args: readonly string[]): Promise<number | undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4000' },
      states: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
    },
  });
  const plan = planRegion(values);
  if ('problems' in plan) {
    for (const problem of plan.problems) console.error(`istmo region: ${problem}`);
    return 2;
  }
  console.log('Istmo: starting / iniciando …');
  try {
    const running = await startRegion({
      data: values.data,
      port: plan.port,
      ...(plan.states !== undefined && { states: plan.states }),
      onEvent: say,
    });
    stopOnSignal(running);
    console.log(welcome(running, values.data));
    return undefined;
  } catch (error) {
    const taken = whatIsTaken(error);
    if (taken === undefined) throw error;
    console.error(taken);
    return 1;
  }
}

/** What is in use already, and how to choose another: one line. */
function whatIsTaken(error: unknown): string | undefined {
  if (error instanceof PortTakenError)
    return `Port ${String(error.port)} is in use; choose another / El puerto ${String(error.port)} está en uso; elija otro: npm start -- --port 5000`;
  if (error instanceof FolderTakenError)
    return `The folder ${error.folder} is in use by a region that runs; choose another / La carpeta ${error.folder} la usa una región en marcha; elija otra: npm start -- --port 5000 --data .istmo-5000`;
  return undefined;
}

function say({ kind, name }: RegionEvent): void {
  if (kind === 'ready') console.log(`  ✓ ${name}`);
  else
    console.error(
      `  ✗ ${name} is down; the others go on. Restart all with Ctrl-C and npm start. / ${name} está caído; los demás siguen. Reinicie todo con Ctrl-C y npm start.`,
    );
}

function stopOnSignal(running: RunningRegion): void {
  const stop = (): void => {
    console.log('\nIstmo: stopping / deteniendo …');
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function welcome({ gatewayUrl, states }: RunningRegion, data: string): string {
  const { serialNumber, make, calibre } = demoFirearm;
  const token = `npx istmo token us-atf-tracer${data === '.istmo' ? '' : ` --data ${data}`}`;
  const query = `{ firearmTraces(serialNumber: \\"${serialNumber}\\", make: \\"${make}\\", calibre: \\"${calibre}\\") { state hit records { id model status } } }`;
  return `
Istmo: ${states.join(', ')} — ${gatewayUrl}
Query page / Página de consultas: ${gatewayUrl}/
A token, in this folder / Un token, en esta carpeta: ${token}
One query, in this folder / Una consulta, en esta carpeta:

curl -s ${gatewayUrl}/graphql -H "Authorization: Bearer $(${token})" \\
  -H 'Istmo-Purpose: FIREARM_TRACING' -H 'Istmo-Case: DEMO-1' -H 'Content-Type: application/json' \\
  -d '{"query":"${query}"}'

Stop with Ctrl-C / Detenga con Ctrl-C
`;
}
