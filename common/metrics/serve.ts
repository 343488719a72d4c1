import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MetricsDoor } from './door.js';
import { metricsContentType } from './text.js';

export interface ServedMetrics {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics`, and nothing else, at a door of its own: who may ask the program for records cannot thereby
 * read how it does, and who watches over it needs no token.
 *
 * @throws Error where the port is taken
 */
export async function serveMetrics(
  { host, port }: MetricsDoor,
  metrics: { text(): string },
): Promise<ServedMetrics> {
  const server = createServer((request, response) => {
    const found = request.method === 'GET' && request.url?.split('?')[0] === '/metrics';
    response.writeHead(found ? 200 : 404, { 'content-type': metricsContentType });
    response.end(found ? metrics.text() : '');
  });
  await listening(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${String(taken)}/metrics`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
