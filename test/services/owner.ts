import { readFileSync } from 'node:fs';

/** The account under which a server runs. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Database servers refuse to run as root: root starts them as somebody else.
 *
 * @param accounts - names of accounts, the best first
 * @returns undefined where we are not root, and the servers run as ourselves
 * @throws Error where we are root and none of the accounts exists
 */
export function serverOwner(accounts: readonly string[]): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const known = new Map(lines.map((line) => line.split(':')).map((fields) => [fields[0], fields]));
  const fields = accounts.map((account) => known.get(account)).find((found) => found !== undefined);
  if (fields === undefined) throw new Error(`no account to run a server as: ${accounts.join(', ')}`);
  return { uid: Number(fields[2]), gid: Number(fields[3]) };
}
