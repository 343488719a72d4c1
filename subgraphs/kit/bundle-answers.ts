import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { readBundle, writeBundledAnswer } from '../../common/bundle.js';
import { IstmoError } from '../../common/errors.js';
import { answerQuestion } from './answer.js';
import type { NodeParts } from './node-parts.js';
import { refuse } from './refuse.js';

/**
 * Answers the questions of a bundle side by side, each as if it had come alone.
 *
 * @returns a line for each, as soon as it is answered or refused
 * @throws IstmoError `BAD_REQUEST` where it is no bundle
 */
export function answerBundle(parts: NodeParts, request: FastifyRequest, bytes: Buffer): Readable {
  const questions = readBundle(bytes);
  if (questions === undefined) throw new IstmoError('BAD_REQUEST');
  const lines = new Readable({ read: () => undefined });
  const answers = questions.map(async ({ token, body }, index) => {
    const startedAt = performance.now();
    const { status, answer } = await answerQuestion(parts, `Bearer ${token}`, body).then(
      (answered) => ({ status: 200, answer: answered }),
      (error: unknown) => refuse(parts, error, request),
    );
    lines.push(writeBundledAnswer({ index, status, text: JSON.stringify(answer) }));
    parts.took?.((performance.now() - startedAt) / 1_000);
  });
  void Promise.all(answers).then(
    () => lines.push(null),
    (error: unknown) => lines.destroy(error as Error),
  );
  return lines;
}
