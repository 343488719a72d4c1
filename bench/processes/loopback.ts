import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves on a port of loopback that is free. @returns URL */
export async function serveOnLoopback(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  // connections outlive the pauses between two measurements
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const bytes = await readBytes(request);
  return bytes.toString('utf8');
}

export function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .once('end', () => resolve(Buffer.concat(chunks)))
      .once('error', reject);
  });
}
