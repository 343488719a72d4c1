import { join } from 'node:path';
import pg from 'pg';
import { freePorts } from '../../cli/region/ports.js';
import { serverOwner } from './owner.js';
import type { ServiceKind } from './service-kind.js';
import { prepareServer, serverFolder, startServer } from './throwaway-server.js';

export const postgres: ServiceKind = {
  name: 'PostgreSQL',
  variable: 'DATABASE_URL',
  programs: ['postgres', 'initdb'],
  folders: ['/usr/lib/postgresql/*/bin'],
  debianPackages: ['postgresql'],
  start: async (pathOf, cleanup) => {
    const owner = serverOwner(['postgres', 'nobody']);
    const folder = serverFolder('postgres', owner, cleanup);
    const data = join(folder, 'data');
    await prepareServer(
      pathOf('initdb'),
      ['-D', data, '-U', 'istmo', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
      { folder, owner },
      cleanup,
    );
    const [port] = await freePorts(1);
    const url = `postgres://istmo@127.0.0.1:${String(port)}/postgres`;
    await startServer(
      {
        program: pathOf('postgres'),
        args: ['-D', data, '-p', String(port), ...settings],
        folder,
        owner,
        stopSignal: 'SIGQUIT',
        ping: () => ping(url),
      },
      cleanup,
    );
    return url;
  },
};

/** fsync stays on, since the audit log's promise rests on it. */
const settings = [
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
  ['shared_buffers', '64MB'],
  ['max_connections', '200'],
].flatMap(([name, value]) => ['-c', `${String(name)}=${String(value)}`]);

async function ping(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}
