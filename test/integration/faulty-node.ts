import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';

/** What the node behind answered. */
export interface HonestAnswer {
  readonly status: number;
  readonly text: string;
}

/** Answers in a node's stead. */
export type Fault = (answer: HonestAnswer, response: ServerResponse) => void;

/** Stands before a real node, passes everything on, and answers questions by a fault where there is one. */
export interface FaultyNode {
  readonly url: string;
  fault: Fault | undefined;
  close(): Promise<void>;
}

export async function startFaultyNode(nodeUrl: string): Promise<FaultyNode> {
  const server = createServer((incoming, response) => {
    void passOn(nodeUrl, incoming).then((answer) => {
      const fault = incoming.url === '/graphql' ? node.fault : undefined;
      if (fault === undefined) response.writeHead(answer.status, jsonType).end(answer.text);
      else fault(answer, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const node: FaultyNode = {
    url: `http://127.0.0.1:${String(port)}`,
    fault: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  return node;
}

export const jsonType = { 'content-type': 'application/json' };

async function passOn(nodeUrl: string, incoming: IncomingMessage): Promise<HonestAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { 'content-type': contentType = 'application/json', authorization } = incoming.headers;
  const { statusCode, body } = await request(new URL(incoming.url ?? '/', nodeUrl), {
    method: incoming.method === 'POST' ? 'POST' : 'GET',
    headers: { 'content-type': contentType, ...(authorization !== undefined && { authorization }) },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  return { status: statusCode, text: await body.text() };
}
