import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AuditEntry, LogReading } from '../../audit/entry.js';
import type { AuditLog } from '../../audit/log.js';
import type { LogReader } from '../../audit/reading/log-reader.js';
import type { WitnessedLog } from '../../audit/witnessed.js';
import { entryNumber } from '../../audit/entry.js';
import { parseTilePath, tileWidth } from '../../audit/tiles.js';
import { IstmoError } from '../../common/errors.js';
import { entryOf } from '../audit/entry.js';
import { type Sight, sightOf } from '../audit/sight.js';
import type { Exchange } from '../exchange.js';
import { exchangeOf } from './exchange-of.js';

export interface LogRouteParts {
  readonly log: AuditLog;
  readonly reader: LogReader;
  /** `source` of the log's entries. */
  readonly source: string;
}

/**
 * What everybody may read of the log, so that everybody can verify it: its checkpoint, its verifier key and its tiles of
 * hashes, which tell nothing of what is in the entries.
 *
 * @see C2SP tlog-tiles
 */
export function registerOpenLog(
  app: FastifyInstance,
  { log, reader, witnessed }: LogRouteParts & { readonly witnessed: WitnessedLog },
): void {
  app.get('/audit/log/key', (_request, reply) => sendText(reply, `${log.verifierKey}\n`));
  app.get('/audit/log/checkpoint', async (_request, reply) => {
    const checkpoint = await reader.checkpoint();
    if (checkpoint === undefined) throw new IstmoError('NOT_FOUND');
    return sendText(reply.header('cache-control', 'no-store'), checkpoint);
  });
  app.get('/audit/log/checkpoint/witnessed', (_request, reply) => {
    if (witnessed.cosigned === undefined) throw new IstmoError('NOT_FOUND');
    return sendText(reply.header('cache-control', 'no-store'), witnessed.cosigned);
  });
  app.get<{ Params: { '*': string } }>('/audit/log/tile/*', async ({ params }, reply) => {
    const tile = parseTilePath(params['*']);
    if (tile === undefined || tile.level === 'entries') throw new IstmoError('NOT_FOUND');
    return sendTile(reply, await reader.tile(tile), 'public');
  });
}

/** What shows entries: bundles of them to who may see all, receipts to who asked, and to who may see the entry whole. */
export function registerClosedLog(app: FastifyInstance, parts: LogRouteParts): void {
  app.get<{ Params: { '*': string } }>('/audit/log/tile/entries/*', async (request, reply) => {
    const exchange = exchangeOf(request);
    if (!seesAll(exchange)) throw new IstmoError('AUDITORS_ONLY');
    const tile = parseTilePath(`entries/${request.params['*']}`);
    const bytes = tile && (await parts.reader.tile(tile));
    if (tile === undefined || bytes === undefined) throw new IstmoError('NOT_FOUND');
    const entries = Array.from({ length: tile.width }, (_, place) => tile.index * tileWidth + place);
    await logReading(parts, exchange, { of: 'entries', by: [], entries });
    return sendTile(reply, bytes, 'private');
  });
  app.get<{ Params: { number: string } }>('/audit/receipts/:number', async (request, reply) => {
    const exchange = exchangeOf(request);
    const number = entryNumber(request.params.number);
    const found = number === undefined ? undefined : await parts.reader.entry(number);
    if (number === undefined || found === undefined || !maySee(exchange, found.entry))
      throw new IstmoError('NOT_FOUND');
    const receipt = await parts.reader.receipt(number);
    if (receipt === undefined) throw new IstmoError('NOT_FOUND');
    await logReading(parts, exchange, { of: 'receipt', by: [], entries: [number] });
    return sendText(reply.header('cache-control', 'no-store'), receipt);
  });
}

function sight({ requester }: Exchange): Sight | undefined {
  return requester && sightOf(requester);
}

function seesAll(exchange: Exchange): boolean {
  const seen = sight(exchange);
  return seen !== undefined && Object.keys(seen.filter).length === 0;
}

/** A receipt holds its entry whole: who sees parts of it only gets none. */
function maySee(exchange: Exchange, { data }: AuditEntry): boolean {
  const { requester: asker } = exchange;
  const { requester: asked } = data;
  if (seesAll(exchange)) return true;
  if (asker === undefined || asked === undefined || asker.agency !== asked.agency) return false;
  return asker.officer === asked.officer || sight(exchange)?.filter.agency === asked.agency;
}

/** Nothing of an entry leaves before it is logged that it was read. */
async function logReading(
  { log, source }: LogRouteParts,
  exchange: Exchange,
  reading: LogReading,
): Promise<void> {
  exchange.readings = [reading];
  const { index } = await log.append(entryOf(exchange, { result: 'ANSWERED' }, source));
  exchange.entry = index;
}

function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('text/plain; charset=utf-8').send(text);
}

function sendTile(
  reply: FastifyReply,
  bytes: Uint8Array | undefined,
  who: 'public' | 'private',
): FastifyReply {
  if (bytes === undefined) throw new IstmoError('NOT_FOUND');
  return reply
    .header('cache-control', `${who}, max-age=31536000, immutable`)
    .type('application/octet-stream')
    .send(Buffer.from(bytes));
}
