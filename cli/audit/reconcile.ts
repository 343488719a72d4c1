import { parseArgs } from 'node:util';
import type { AuditEntry } from '../../audit/entry.js';
import { type Finding, type FindingKind, reconcile as compare } from '../../audit/reconcile.js';
import { dataFolder } from '../region/data-folder.js';
import { readEntries } from './entries.js';

const kinds: Readonly<Record<FindingKind, string>> = {
  ONLY_GATEWAY: "not in the node's log / no está en la bitácora del nodo",
  ONLY_NODE: "not in the gateway's log / no está en la bitácora de la pasarela",
  DIFFERENT: 'the two do not say the same / las dos no dicen lo mismo',
  IN_FLIGHT: 'too new to say / demasiado reciente para decirlo',
};

/**
 * `istmo audit reconcile --state GT [--log URL] [--node-log URL] [--since TIME] [--json]`: compares a gateway's log with a
 * node's; by default the demo region's. Exit code 0 where both say the same of every request, else 1.
 */
export async function reconcile(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      state: { type: 'string' },
      log: { type: 'string' },
      'node-log': { type: 'string' },
      since: { type: 'string' },
      data: { type: 'string', default: '.istmo' },
      json: { type: 'boolean', default: false },
    },
  });
  const { state, since } = values;
  if (state === undefined) throw new Error('istmo audit reconcile --state GT');
  if (since !== undefined && Number.isNaN(Date.parse(since))) throw new Error(`--since ${since}: no time`);
  const folder = dataFolder(values.data);
  const gateway = await entriesSince(values.log ?? folder.databaseUrl('audit-log'), since);
  const node = await entriesSince(values['node-log'] ?? folder.databaseUrl(`access-log-${state}`), since);
  const found = compare(gateway, node, { state, now: Date.now() });
  const wrong = found.findings.filter(({ kind }) => kind !== 'IN_FLIGHT');
  console.log(
    values.json
      ? JSON.stringify(found)
      : [...found.findings.map(describe), summary(found.agreed, wrong.length)].join('\n'),
  );
  return wrong.length === 0 ? 0 : 1;
}

async function entriesSince(from: string, since: string | undefined): Promise<readonly AuditEntry[]> {
  const after = since === undefined ? -Infinity : Date.parse(since);
  const entries: AuditEntry[] = [];
  for await (const { entry } of readEntries(from)) if (Date.parse(entry.time) >= after) entries.push(entry);
  return entries;
}

function describe({ kind, jti, time, onlyGateway, onlyNode }: Finding): string {
  const parts = [
    `${time} ${jti}: ${kinds[kind]}`,
    ...(onlyGateway.length > 0 ? [`  gateway / pasarela: ${onlyGateway.join(', ')}`] : []),
    ...(onlyNode.length > 0 ? [`  node / nodo: ${onlyNode.join(', ')}`] : []),
  ];
  return parts.join('\n');
}

function summary(agreed: number, wrong: number): string {
  const verdict = wrong === 0 ? 'OK' : `${String(wrong)} differ / difieren`;
  return `${verdict}: ${String(agreed)} requests in both, the same / solicitudes en ambas, iguales`;
}
