import { parseArgs } from 'node:util';
import { prepareDataFolder } from './region/data-folder.js';
import { signDemoAgreements } from './region/sign-agreements.js';
import { handOut } from './region/hand-out.js';

/**
 * `istmo region-init --data FOLDER --gateway URL --identity URL --log URL --node GT=URL … --database GT=URL …`: makes the keys,
 * passwords and register of the demo region in containers, and lays out for each party what it needs. A State without a
 * database here has it in a file. What is there stays.
 */
export async function regionInit(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      gateway: { type: 'string' },
      identity: { type: 'string' },
      log: { type: 'string' },
      node: { type: 'string', multiple: true, default: [] },
      database: { type: 'string', multiple: true, default: [] },
    },
  });
  const { data, gateway, identity, log } = values;
  if (data === undefined || gateway === undefined || identity === undefined || log === undefined)
    throw new Error(
      'region-init --data FOLDER --gateway URL --identity URL --log URL --node GT=URL … --database GT=URL …',
    );
  const nodes = byState(values.node);
  const folder = prepareDataFolder(data, { gateway, identity, nodes });
  await signDemoAgreements(folder);
  handOut(folder, Object.keys(nodes), { log, servers: byState(values.database) });
  console.log(`${data}: ${Object.keys(nodes).join(', ')}`);
}

/** `['GT=http://…']` as `{ GT: 'http://…' }` */
function byState(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, code, url] = /^([A-Z]{2})=(.+)$/u.exec(pair) ?? [];
      if (code === undefined || url === undefined || !URL.canParse(url))
        throw new Error(`${pair}: not STATE=URL`);
      return [code, url];
    }),
  );
}
