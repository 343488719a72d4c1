import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type DataFolder, dataFolder } from './data-folder.js';
import { demoGatewayId } from './demo-region.js';

/** The databases of a region in containers, each as a URL without user and password. */
export interface RegionDatabases {
  /** Of the gateway's log. */
  readonly log: string;
  /** By State, of those whose database is a server of its own. */
  readonly servers: Readonly<Record<string, string>>;
}

/**
 * Lays out what each party needs, and nothing else, in a data folder of its own: `for/gateway`, `for/node-gt`, `for/log-db`,
 * `for/identity`, and where a State's database is a server `for/db-gt`, `for/seed-gt`. Passwords are made once and kept. In a
 * database the owner `istmo` may do all, `reader` may read.
 *
 * @param states - codes of those that have a node
 */
export function handOut(
  folder: DataFolder,
  states: readonly string[],
  { log, servers }: RegionDatabases,
): void {
  const party = (name: string): DataFolder => dataFolder(join(folder.path, 'for', name));
  copy(folder.identityFile, party('identity').identityFile);
  const logPassword = ownPassword(join(party('log-db').path, 'owner-password'));
  handOutServer(folder, party('gateway'), ['gateway', 'gateway-log', `witness-${demoGatewayId}`]);
  write(join(party('gateway').path, 'log-url'), withUser(log, 'istmo', logPassword));
  for (const code of states) {
    const node = party(`node-${code.toLowerCase()}`);
    handOutServer(folder, node, [`state-${code}`, `log-${code}`, `witness-${code}`]);
    copy(folder.agreementsFile(code), node.agreementsFile(code));
  }
  for (const [code, url] of Object.entries(servers)) {
    const state = code.toLowerCase();
    const owner = ownPassword(join(party(`db-${state}`).path, 'owner-password'));
    const reader = ownPassword(join(party(`db-${state}`).path, 'reader-password'));
    write(join(party(`node-${state}`).path, 'database-url'), withUser(url, 'reader', reader));
    write(join(party(`seed-${state}`).path, 'database-url'), withUser(url, 'istmo', owner));
  }
}

/** The register and the server's own keys. */
function handOutServer(folder: DataFolder, party: DataFolder, keys: readonly string[]): void {
  copy(folder.regionFile, party.regionFile);
  for (const key of keys) copy(folder.keyFile(key), party.keyFile(key));
}

/** A password that a database's own account reads, which is not ours: its folder is what keeps it from others. */
function ownPassword(file: string): string {
  if (!existsSync(file)) write(file, randomBytes(24).toString('hex'), 0o444);
  return readFileSync(file, 'utf8');
}

function withUser(url: string, user: string, password: string): string {
  const full = new URL(url);
  full.username = user;
  full.password = password;
  return full.href;
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function write(file: string, text: string, mode = 0o600): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
}
