import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DataFolder } from './data-folder.js';

/** The databases of a region in containers, each as a URL without user and password. */
export interface RegionDatabases {
  /** Of the gateway's log. */
  readonly log: string;
  /** By State. */
  readonly states: Readonly<Record<string, string>>;
}

/**
 * Lays out what each party needs, and nothing else, in a folder of its own: `for/gateway`, `for/node-gt`, `for/db-gt`,
 * `for/seed-gt`, `for/log-db`, `for/identity`. Passwords are made once and kept. In a database the owner `istmo` may do
 * all, `reader` may read.
 */
export function handOut(folder: DataFolder, { log, states }: RegionDatabases): void {
  const place = (party: string, file: string): string => join(folder.path, 'for', party, file);
  copy(folder.identityFile, place('identity', 'identity.json'));
  for (const key of ['gateway', 'gateway-log'])
    copy(folder.keyFile(key), place('gateway', basename(folder.keyFile(key))));
  copy(folder.regionFile, place('gateway', 'region.yaml'));
  const logPassword = ownPassword(place('log-db', 'owner-password'));
  write(place('gateway', 'log-url'), withUser(log, 'istmo', logPassword));
  for (const [code, url] of Object.entries(states)) {
    const state = code.toLowerCase();
    copy(folder.regionFile, place(`node-${state}`, 'region.yaml'));
    for (const key of [`state-${code}`, `log-${code}`])
      copy(folder.keyFile(key), place(`node-${state}`, basename(folder.keyFile(key))));
    const owner = ownPassword(place(`db-${state}`, 'owner-password'));
    const reader = ownPassword(place(`db-${state}`, 'reader-password'));
    write(place(`node-${state}`, 'database-url'), withUser(url, 'reader', reader));
    write(place(`seed-${state}`, 'database-url'), withUser(url, 'istmo', owner));
  }
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
