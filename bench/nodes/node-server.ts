import type { IncomingMessage, ServerResponse } from 'node:http';
import { bundleType, readBundle } from '../../common/bundle.js';
import { readBytes, serveOnLoopback } from '../processes/loopback.js';
import type { Answers } from './answers.js';

/** What a node of the bench answers by path: GraphQL at some, fixed texts at others. */
export interface NodeRoutes {
  readonly graphql: Readonly<Record<string, Answers>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** How often nodes were asked, and what they sent. */
export interface NodeCounts {
  /** Questions. */
  calls: number;
  /** Over HTTP: several questions may come in one. */
  exchanges: number;
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
  const body = await readBytes(request);
  counts.exchanges += 1;
  const isBundle = request.headers['content-type'] === bundleType;
  const bytes = isBundle ? await answerBundle(answers, body, counts) : await answers(body.toString());
  if (!isBundle) counts.calls += 1;
  counts.bytes += bytes.length;
  const type = isBundle ? bundleType : 'application/json';
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
}

/** All are answered from memory, so at once; bytes go as they are kept, since making texts of them paused the nodes. */
async function answerBundle(answers: Answers, body: Buffer, counts: NodeCounts): Promise<Buffer> {
  const questions = readBundle(body) ?? [];
  counts.calls += questions.length;
  const texts = await Promise.all(questions.map(async (question) => answers(question.body.toString())));
  return Buffer.concat(
    texts.flatMap((text, index) => [Buffer.from(`${String(index)} 200 `), text, lineBreak]),
  );
}

const lineBreak = Buffer.from('\n');

function sendText(text: string | undefined, response: ServerResponse): void {
  response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(text);
}
