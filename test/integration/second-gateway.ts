import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { type Child, startChild } from '../../cli/region/child.js';
import { demoGatewayId } from '../../cli/region/demo-region.js';
import { freePorts } from '../../cli/region/ports.js';
import type { TestRegion } from './region-fixture.js';

/** A second gateway of a region, which finds some nodes elsewhere. */
export interface SecondGateway extends Child {
  readonly url: string;
}

/**
 * @param nodes - URLs by the State's code
 * @param env - what is set besides
 */
export async function startSecondGateway(
  { folder }: TestRegion,
  nodes: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<SecondGateway> {
  const [port = 0] = await freePorts(1);
  const register = parse(readFileSync(folder.regionFile, 'utf8')) as {
    states: { code: string; node: string }[];
  };
  const states = register.states.map((state) => ({ ...state, node: nodes[state.code] ?? state.node }));
  const regionFile = `${folder.path}/second-region.yaml`;
  writeFileSync(regionFile, stringify({ ...register, states }));
  const child = startChild({
    name: 'second gateway',
    args: ['gateway'],
    env: {
      ISTMO_REGION: regionFile,
      ISTMO_GATEWAY_ID: demoGatewayId,
      ISTMO_PORT: String(port),
      ISTMO_SIGNING_KEY: folder.keyFile('gateway'),
      ISTMO_LOG_URL: folder.databaseUrl('second-audit-log'),
      ISTMO_LOG_KEY: folder.keyFile('gateway-log'),
      REDIS_URL: '',
      ...env,
    },
    logFile: folder.logFile('second-gateway'),
  });
  await child.ready();
  return { ...child, url: `http://127.0.0.1:${String(port)}` };
}
