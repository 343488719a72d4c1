import { JsonText } from '../plan/json-text.js';

/** What Apollo Server is about to send. */
interface Result {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions?: unknown;
}

/** The text of a reply; `data` that is text already is not parsed and written again. */
export function resultText(result: Result): string {
  const { data, errors, extensions } = result;
  if (!(data instanceof JsonText)) return `${JSON.stringify(result)}\n`;
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.text}${after}}\n`;
}
