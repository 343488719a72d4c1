import { Redis } from 'ioredis';
import { freePorts } from '../../cli/region/ports.js';
import { serverOwner } from './owner.js';
import type { ServiceKind } from './service-kind.js';
import { serverFolder, startServer } from './throwaway-server.js';

export const redis: ServiceKind = {
  name: 'Redis',
  variable: 'REDIS_URL',
  programs: ['redis-server'],
  folders: ['/usr/bin', '/usr/local/bin'],
  debianPackages: ['redis-server'],
  start: async (pathOf, cleanup) => {
    const owner = serverOwner(['redis', 'nobody']);
    const folder = serverFolder('redis', owner, cleanup);
    const [port] = await freePorts(1);
    const url = `redis://127.0.0.1:${String(port)}`;
    await startServer(
      {
        program: pathOf('redis-server'),
        args: ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'],
        folder,
        owner,
        stopSignal: 'SIGTERM',
        ping: () => ping(url),
      },
      cleanup,
    );
    return url;
  },
};

async function ping(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}
