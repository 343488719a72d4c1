/**
 * How questions that leave for a State at the same moment go to its node in one exchange: a line each, answered by a line each
 * in the order in which their answers are ready. Each has its own assertion and its own body, and is answered as if it had come
 * alone. No body and no answer has a line break in it, since JSON that is written without spaces has none.
 */

/** Media type of such a request, and of its answer. */
export const bundleType = 'application/vnd.istmo.bundle';

/** Questions that a node takes in a bundle. */
export const mostInBundle = 64;

/** A question of a bundle. */
export interface BundledQuestion {
  /** The assertion: no space in it. */
  readonly token: string;
  /** The request body, exactly as the assertion names it. */
  readonly body: string;
}

/** @returns `token body` on a line for each */
export function writeBundle(questions: readonly BundledQuestion[]): string {
  let text = '';
  for (const { token, body } of questions) text += `${token} ${body}\n`;
  return text;
}

/** @returns undefined where it is none, or has too many questions */
export function readBundle(
  bytes: Buffer,
): readonly { readonly token: string; readonly body: Buffer }[] | undefined {
  const questions: { readonly token: string; readonly body: Buffer }[] = [];
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf('\n', from);
    const space = bytes.indexOf(' ', from);
    if (end < 0 || space < 0 || space > end || questions.length === mostInBundle) return undefined;
    questions.push({ token: bytes.toString('latin1', from, space), body: bytes.subarray(space + 1, end) });
    from = end + 1;
  }
  return questions.length > 0 ? questions : undefined;
}

/** What a question of a bundle was answered. */
export interface BundledAnswer {
  /** Place of the question in the bundle, from 0. */
  readonly index: number;
  /** As of an HTTP answer to it alone. */
  readonly status: number;
  /** JSON without a line break. */
  readonly text: string;
}

/** @returns `index status text`, with the line break */
export function writeBundledAnswer({ index, status, text }: BundledAnswer): string {
  return `${String(index)} ${String(status)} ${text}\n`;
}

/** @param line - without the line break; only its beginning may be there. @returns undefined where it is no answer's */
export function readBundledAnswer(line: string): BundledAnswer | undefined {
  const [beginning = '', index, status] = /^(\d{1,3}) (\d{3}) /u.exec(line) ?? [];
  if (beginning === '') return undefined;
  return { index: Number(index), status: Number(status), text: line.slice(beginning.length) };
}
