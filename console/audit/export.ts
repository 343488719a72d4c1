import type { Problem } from '../answer.js';
import { identityHeaders } from '../declaration.js';
import { type Asker, refusalOf, send } from '../parts/ask-gateway.js';
import { texts } from '../texts.js';

export interface ExportWanted {
  readonly format: 'csv' | 'ndjson';
  readonly receipts: boolean;
  readonly filter: Readonly<Record<string, string>>;
}

export type Exported =
  | { readonly ok: true; readonly file: Blob; readonly entries: number }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Fetches the entries that fit as a file. One that breaks off before its end is a problem, and no file.
 *
 * @param onEntries - told how many have come so far
 */
export async function fetchExport(
  { declaration, language }: Asker,
  wanted: ExportWanted,
  onEntries: (count: number) => void,
): Promise<Exported> {
  const response = await send('/audit/export', identityHeaders(declaration), wanted, language);
  if ('problems' in response) return { ok: false, ...response };
  if (!response.ok || response.body === null)
    return { ok: false, problems: await refusalOf(response, language) };
  try {
    const { parts, lines } = await readAll(response.body, wanted, onEntries);
    return { ok: true, file: new Blob(parts), entries: lines };
  } catch {
    return { ok: false, problems: [{ message: texts.brokenOff[language] }] };
  }
}

async function readAll(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { format }: ExportWanted,
  onEntries: (count: number) => void,
) {
  const parts: BlobPart[] = [];
  const reader = body.getReader();
  // lines of CSV end with CR LF, so that the lines of a receipt are not counted; the first of them is no entry
  const end = format === 'csv' ? 13 : 10;
  let lines = format === 'csv' ? -1 : 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value);
    for (const byte of read.value) if (byte === end) lines += 1;
    onEntries(Math.max(0, lines));
  }
  return { parts, lines };
}
