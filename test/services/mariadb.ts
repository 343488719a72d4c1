import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { freePorts } from '../../cli/region/ports.js';
import { serverOwner } from './owner.js';
import type { ServiceKind } from './service-kind.js';
import { prepareServer, serverFolder, startServer } from './throwaway-server.js';

export const mariadb: ServiceKind = {
  name: 'MariaDB',
  variable: 'MARIADB_URL',
  programs: ['mariadbd', 'mariadb-install-db', 'my_print_defaults'],
  folders: ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin'],
  // the programs alone: mariadb-server would set up a server of its own
  debianPackages: ['mariadb-server-core', 'mariadb-client-core'],
  start: async (pathOf, cleanup) => {
    const owner = serverOwner(['mysql', 'nobody']);
    const folder = serverFolder('mariadb', owner, cleanup);
    const data = join(folder, 'data');
    await prepareServer(
      pathOf('mariadb-install-db'),
      ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal'],
      { folder, owner },
      cleanup,
    );
    const [port] = await freePorts(1);
    await startServer(
      {
        program: pathOf('mariadbd'),
        args: ['--no-defaults', `--datadir=${data}`, `--port=${String(port)}`, ...settings(folder)],
        folder,
        owner,
        stopSignal: 'SIGTERM',
        ping: () => ping(`mysql://root@127.0.0.1:${String(port)}/mysql`),
      },
      cleanup,
    );
    return `mysql://root@127.0.0.1:${String(port)}/test`;
  },
};

function settings(folder: string): readonly string[] {
  return [
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--character-set-server=utf8mb4',
    '--skip-name-resolve',
    '--innodb-buffer-pool-size=64M',
    '--innodb-fast-shutdown=2',
  ];
}

async function ping(url: string): Promise<void> {
  const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
  try {
    await connection.query('SELECT 1');
  } finally {
    connection.destroy();
  }
}
