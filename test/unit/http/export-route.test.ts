import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import type { AuditEntry } from '../../../audit/entry.js';
import type { LogReader } from '../../../audit/reading/log-reader.js';
import type { AuditLog } from '../../../audit/log.js';
import { IstmoError } from '../../../common/errors.js';
import { registerExport } from '../../../gateway/http/export-route.js';
import { makeEntry } from '../audit/entry-factory.js';

/** 501 entries: a page and one more. */
const kept = Array.from({ length: 501 }, (_, index) => ({ index, entry: makeEntry(String(index)) }));
const logged: AuditEntry[] = [];
/** Entries that the log takes before it fails. */
let room: number;
let roles: readonly string[];
let app: FastifyInstance;

const reader = {
  page: (_filters: unknown, first: number, before = Infinity) => {
    const older = kept.filter(({ index }) => index < before).reverse();
    return Promise.resolve({ entries: older.slice(0, first), more: older.length > first });
  },
  receipt: (index: number) => Promise.resolve(`receipt ${String(index)}\n`),
} as unknown as LogReader;

const log = {
  append: (entry: AuditEntry) => {
    if (logged.length >= room) return Promise.reject(new IstmoError('AUDIT_UNAVAILABLE'));
    return Promise.resolve({ index: 900 + logged.push(entry) });
  },
} as unknown as AuditLog;

beforeEach(() => {
  logged.length = 0;
  room = 10;
  roles = ['regional-auditor'];
  app = Fastify();
  app.decorateRequest('exchange', undefined);
  app.addHook('onRequest', (request, _reply, done) => {
    const requester = { agency: 'SV-SICA', country: 'SV', officer: 'o', client: 'c', roles };
    request.exchange = { requestId: 'r', receivedAt: 0, sourceAddress: '::1', answers: [], requester };
    done();
  });
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof IstmoError ? error.kind.status : 500).send((error as IstmoError).extensions),
  );
  registerExport(app, { reader, log, source: '/gateways/test' });
});
afterEach(() => app.close());

const ask = (payload: object) => app.inject({ method: 'POST', url: '/audit/export', payload });

describe('an export of the log', () => {
  it('gives every entry as a line with its receipt, the newest first, and leaves an entry for each page', async () => {
    const { statusCode, headers, body } = await ask({
      format: 'ndjson',
      receipts: true,
      filter: { case: 'C' },
    });
    const lines = body.trimEnd().split('\n');
    expect({ statusCode, type: headers['content-type'], lines: lines.length }).toEqual({
      statusCode: 200,
      type: 'application/x-ndjson',
      lines: 501,
    });
    expect(JSON.parse(lines[0]!)).toEqual({ number: 500, entry: makeEntry('500'), receipt: 'receipt 500\n' });
    expect(JSON.parse(lines[500]!)).toMatchObject({ number: 0 });
    expect(
      logged.map(({ type, data: { readings } }) => [type, readings?.[0]?.by, readings?.[0]?.entries.length]),
    ).toEqual([
      ['org.istmo.log-reading.v1', ['case'], 500],
      ['org.istmo.log-reading.v1', ['case'], 1],
    ]);
    expect(new Set(logged.map(({ id }) => id)).size).toBe(2);
  });

  it('gives the same as CSV, the receipt as its last column', async () => {
    const { headers, body } = await ask({ format: 'csv', receipts: true });
    const [head, first] = body.split('\r\n');
    expect([headers['content-type'], head?.split(',').at(-1), first?.split(',')[0]]).toEqual([
      'text/csv; charset=utf-8',
      'receipt',
      '500',
    ]);
    expect(first).toContain(',"receipt 500\n"');
  });

  it('gives a national auditor no receipts and only what concerns the own State', async () => {
    roles = ['national-auditor'];
    const { body } = await ask({ format: 'ndjson', receipts: true });
    const line = JSON.parse(body.split('\n')[0]!) as { entry: AuditEntry };
    expect(line).toEqual({
      number: 500,
      entry: { ...makeEntry('500'), data: { ...line.entry.data, states: [] } },
    });
  });

  it('gives nothing to who is no auditor, nor anything that could not be logged', async () => {
    room = 1;
    const broken = await ask({ format: 'ndjson' }).catch((error: unknown) => String(error));
    expect(JSON.stringify(broken)).not.toContain('"number\\":0,');
    logged.length = 0;
    room = 0;
    expect((await ask({ format: 'ndjson' })).statusCode).toBe(503);
    roles = ['tracer'];
    expect((await ask({ format: 'ndjson' })).json()).toMatchObject({ code: 'AUDITORS_ONLY' });
  });

  it.each([
    [{ format: 'xml' }, 'format'],
    [{ format: 'csv', filter: { colour: 'red' } }, 'filter'],
    [{ format: 'csv', filter: { from: 'yesterday' } }, 'filter.from'],
  ])('says which argument is wrong: %j', async (payload, argument) => {
    const answered = await ask(payload);
    expect([answered.statusCode, answered.json<Record<string, unknown>>()['argument']]).toEqual([
      400,
      argument,
    ]);
  });
});
