import { circuitBreaker, ConsecutiveBreaker, handleWhen, type IPolicy } from 'cockatiel';
import { Pool } from 'undici';
import { IstmoError } from '../../common/errors.js';
import { createOutbox, type Sendable } from './outbox.js';
import { postBundle } from './post-bundle.js';
import { noDeadlineOfItsOwn, post, type Posted } from './post.js';

/** A question that waits to leave, and for its answer. */
export interface Pending extends Sendable {
  /** Milliseconds for its answer, > 0. */
  readonly timeoutMs: number;
  readonly resolve: (text: string) => void;
  readonly reject: (error: Error) => void;
}

/** The way to one node: kept-alive connections behind a circuit breaker. */
export interface Line {
  readonly pool: Pool;
  /** Five exchanges in a row failed: for 5 s the node is not asked, then one exchange tries again. */
  readonly breaker: IPolicy;
  /** Bytes of one answer that are taken, compressed or not. */
  readonly maxBytes: number;
  /** Sends a question, with others that leave at the same moment where the node takes several at once. */
  readonly put: (question: Pending) => void;
}

/** @param node - URL */
export function openLine(node: string, maxBytes: number, connections: number): Line {
  const pool = new Pool(new URL(node).origin, {
    connections,
    keepAliveTimeout: 30_000,
    connectTimeout: 2_000,
    ...noDeadlineOfItsOwn,
  });
  const breaker = circuitBreaker(handleWhen(isOfNode), {
    halfOpenAfter: 5_000,
    breaker: new ConsecutiveBreaker(5),
  });
  const put = createOutbox<Pending>((together) => void send({ pool, breaker, maxBytes }, together));
  return { pool, breaker, maxBytes, put };
}

type Exchanging = Omit<Line, 'put'>;

/** Sends what leaves together. Never throws: who waits for an answer is told. */
async function send(line: Exchanging, together: readonly Pending[]): Promise<void> {
  const [alone] = together;
  try {
    await line.breaker.execute(() =>
      together.length === 1 && alone !== undefined ? sendAlone(line, alone) : sendBundle(line, together),
    );
  } catch (error) {
    // whoever has been told already is told nothing more
    for (const { reject } of together) reject(error as Error);
  }
}

async function sendAlone({ pool, maxBytes }: Exchanging, question: Pending): Promise<void> {
  const { token, body, timeoutMs } = question;
  const headers = headersFor(token);
  const answer = answerOf(await post(pool, { path, headers, body, timeoutMs, maxBytes }));
  if (answer instanceof Error) throw answer;
  question.resolve(answer);
}

/** @throws Error by which the last question failed, where none was answered: the exchange has failed */
async function sendBundle({ pool, maxBytes }: Exchanging, together: readonly Pending[]): Promise<void> {
  const seen: { answer?: string; fault?: Error } = {};
  const questions = together.map((question) => ({
    token: question.token,
    body: question.body,
    timeoutMs: question.timeoutMs,
    settle: (posted: Posted | Error) => {
      const outcome = posted instanceof Error ? posted : answerOf(posted);
      if (typeof outcome === 'string') {
        seen.answer = outcome;
        question.resolve(outcome);
      } else {
        seen.fault = outcome;
        question.reject(outcome);
      }
    },
  }));
  await postBundle(pool, { path, questions, maxBytes });
  if (seen.answer === undefined && seen.fault !== undefined) throw seen.fault;
}

const path = '/graphql';

/** @returns the text, or IstmoError `STATE_ERROR`, `NODE_BAD_RESPONSE` */
function answerOf({ status, text }: Posted): string | IstmoError {
  if (status !== 200) {
    const cause = new Error(`HTTP ${String(status)}: ${text.slice(0, 500)}`);
    return new IstmoError('STATE_ERROR', { cause });
  }
  // an answer is an object; what is none, as a page of some proxy, speaks against the node
  const answer = text.trim();
  return answer.startsWith('{') && answer.endsWith('}') ? text : new IstmoError('NODE_BAD_RESPONSE');
}

/** Names and values in turn. */
export function headersFor(token: string): readonly string[] {
  return [...jsonBothWays, 'authorization', `Bearer ${token}`];
}

const jsonBothWays = ['content-type', 'application/json', 'accept', 'application/json'] as const;

/** An answer that is too large is due to what was asked, and must keep nobody else from the State. */
function isOfNode(error: Error): boolean {
  return !(error instanceof IstmoError && error.code === 'STATE_ANSWER_TOO_LARGE');
}
