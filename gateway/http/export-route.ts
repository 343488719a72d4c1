import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { csvHeader, csvRow } from '../../audit/csv.js';
import type { LogPage, NumberedEntry } from '../../audit/reading/log-reader.js';
import type { LogFilter } from '../../audit/reading/terms.js';
import { IstmoError } from '../../common/errors.js';
import { logFilterFields } from '../../common/log-filter.js';
import { entryOf } from '../audit/entry.js';
import { seenBy, type Sight, sightOf } from '../audit/sight.js';
import type { Exchange } from '../exchange.js';
import { exchangeOf } from './exchange-of.js';
import type { LogRouteParts } from './log-routes.js';

const filterSchema = z.partialRecord(z.enum(logFilterFields), z.string().min(1).max(200));

const bodySchema = z.strictObject({
  format: z.enum(['ndjson', 'csv']),
  filter: filterSchema.default({}),
  /** Each entry with its receipt, where it is seen whole. */
  receipts: z.boolean().default(false),
});

type Wanted = z.infer<typeof bodySchema>;

/** Entries that are read, logged as read and sent at a time. */
const pageSize = 500;

/**
 * `POST /audit/export`: the entries that an auditor may see and that fit, the newest first, as they are read: no export is held
 * in memory. Nothing of a page leaves before it is logged that it was read; one that cannot be logged breaks the export off.
 */
export function registerExport(app: FastifyInstance, parts: LogRouteParts): void {
  app.post('/audit/export', async (request, reply) => {
    const exchange = exchangeOf(request);
    const sight = exchange.requester && sightOf(exchange.requester);
    if (sight === undefined) throw new IstmoError('AUDITORS_ONLY');
    const wanted = readBody(request.body);
    const filters = [sight.filter, wanted.filter];
    const first = await readPage(parts, exchange, filters, Infinity);
    const media = wanted.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
    return reply
      .type(media)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="istmo-audit.${wanted.format}"`)
      .send(Readable.from(linesOf(parts, exchange, { filters, wanted, sight, first })));
  });
}

/** @throws IstmoError `ARGUMENT_INVALID` with the first argument that is wrong */
function readBody(body: unknown): Wanted {
  const { data, error } = bodySchema.safeParse(body);
  const at = error?.issues[0]?.path.join('.');
  const time = (['from', 'until'] as const).find((name) =>
    Number.isNaN(Date.parse(data?.filter[name] ?? '0')),
  );
  if (data === undefined || time !== undefined)
    throw new IstmoError('ARGUMENT_INVALID', { details: { argument: at ?? `filter.${time ?? ''}` } });
  return data;
}

interface Exporting {
  readonly filters: readonly LogFilter[];
  readonly wanted: Wanted;
  readonly sight: Sight;
  readonly first: LogPage;
}

async function* linesOf(
  parts: LogRouteParts,
  exchange: Exchange,
  { filters, wanted, sight, first }: Exporting,
): AsyncGenerator<string> {
  if (wanted.format === 'csv') yield `${csvHeader}${wanted.receipts ? ',receipt' : ''}\r\n`;
  for (let page = first; ;) {
    for (const one of page.entries) yield await lineOf(parts, one, wanted, sight);
    const last = page.entries.at(-1);
    if (!page.more || last === undefined) return;
    page = await readPage(parts, exchange, filters, last.index);
  }
}

/** A page of entries, once it is logged that it was read. */
async function readPage(
  { reader, log, source }: LogRouteParts,
  exchange: Exchange,
  filters: readonly LogFilter[],
  before: number,
): Promise<LogPage> {
  const page = await reader.page(filters, pageSize, before);
  const by = [...new Set(filters.flatMap((filter) => Object.keys(filter)))].sort();
  exchange.readings = [{ of: 'export', by, entries: page.entries.map(({ index }) => index) }];
  const entry = entryOf(exchange, { result: 'ANSWERED' }, source);
  // each page is an event of its own of the one request
  const { index } = await log.append({ ...entry, id: randomUUID() });
  exchange.entry = index;
  return page;
}

async function lineOf(
  { reader }: LogRouteParts,
  { index, entry }: NumberedEntry,
  { format, receipts }: Wanted,
  sight: Sight,
): Promise<string> {
  const seen = seenBy(sight, entry);
  // a receipt holds its entry whole: who sees parts of entries only gets none
  const receipt = receipts && sight.state === undefined ? await reader.receipt(index) : undefined;
  if (format === 'ndjson')
    return `${JSON.stringify({ number: index, entry: seen, ...(receipt !== undefined && { receipt }) })}\n`;
  return `${csvRow(index, seen)}${receipts ? `,"${receipt ?? ''}"` : ''}\r\n`;
}
