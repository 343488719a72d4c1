import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, serveOnLoopback } from '../processes/loopback.js';
import type { Answers } from './answers.js';

/** What a node of the bench answers by path: GraphQL at some, fixed texts at others. */
export interface NodeRoutes {
  readonly graphql: Readonly<Record<string, Answers>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** How often nodes were asked, and what they sent. */
export interface NodeCounts {
  calls: number;
  bytes: number;
}

/** Starts a node on a port of loopback that is free. @returns its URL */
export async function startNode(routes: NodeRoutes, counts: NodeCounts): Promise<string> {
  return serveOnLoopback((request, response) => {
    respond(routes, counts, request, response).catch((error: unknown) => {
      process.stderr.write(`node of the bench: ${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
}

async function respond(
  { graphql, texts }: NodeRoutes,
  counts: NodeCounts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url ?? '/';
  const answers = graphql[path];
  if (answers === undefined) {
    sendText(texts[path], response);
    return;
  }
  const bytes = await answers(await readBody(request));
  counts.calls += 1;
  counts.bytes += bytes.length;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes);
}

function sendText(text: string | undefined, response: ServerResponse): void {
  response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(text);
}
