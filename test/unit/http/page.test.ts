import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { registerPage } from '../../../gateway/http/page.js';

let folder: string;
let app: FastifyInstance;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'istmo-page-'));
  app = Fastify();
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ gateway: 'not found' }));
});

afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

function buildPage(): void {
  mkdirSync(join(folder, 'console'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'stamp'), 'secret of the build');
  writeFileSync(join(folder, 'console', 'main-ABC.js'), 'plain');
  writeFileSync(join(folder, 'console', 'main-ABC.js.br'), 'brotli');
  writeFileSync(join(folder, 'console', 'main-ABC.js.gz'), 'gzip');
}

const security = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

describe('the console page', () => {
  it('stands at / and is asked for anew each time', async () => {
    buildPage();
    registerPage(app, folder);
    const { statusCode, headers, body } = await app.inject('/');
    expect({ statusCode, body }).toEqual({ statusCode: 200, body: '<!doctype html>' });
    expect(headers).toMatchObject({
      ...security,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });

  it('keeps what it loads for ever, as its names carry the hash of its content', async () => {
    buildPage();
    registerPage(app, folder);
    const { headers } = await app.inject('/console/main-ABC.js');
    expect(headers).toMatchObject({
      ...security,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
  });

  it.each([
    [undefined, undefined, 'plain'],
    ['gzip', 'gzip', 'gzip'],
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip;q=0.5, BR;q=0', 'gzip', 'gzip'],
    ['deflate', undefined, 'plain'],
  ])('sends the best copy that the browser takes: %s', async (accepted, coding, body) => {
    buildPage();
    registerPage(app, folder);
    const reply = await app.inject({
      url: '/console/main-ABC.js',
      headers: accepted === undefined ? {} : { 'accept-encoding': accepted },
    });
    expect([reply.headers['content-encoding'], reply.body]).toEqual([coding, body]);
  });

  it.each([
    '/stamp',
    '/index.html',
    '/console/',
    '/console/main-ABC.js.gz',
    '/console/../stamp',
    '/%2e%2e/etc/passwd',
  ])("leaves what is no part of it to the gateway's own answer: %s", async (url) => {
    buildPage();
    registerPage(app, folder);
    const reply = await app.inject(url);
    expect([reply.statusCode, reply.json()]).toEqual([404, { gateway: 'not found' }]);
  });

  it('says in both languages how to build it where it is not built', async () => {
    registerPage(app, join(folder, 'missing'));
    const { statusCode, headers, body } = await app.inject('/');
    expect({ statusCode, body }).toEqual({
      statusCode: 503,
      body:
        'La página de consulta no está construida. Ejecute: npm run build:console, y arranque de nuevo la pasarela.\n' +
        'The query page is not built. Run: npm run build:console, and start the gateway again.\n',
    });
    expect(headers).toMatchObject({ ...security, 'content-type': 'text/plain; charset=utf-8' });
  });
});
