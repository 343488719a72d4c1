import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Endings of compressed copies, best first, by the name of their content coding. */
const codings = { br: '.br', gzip: '.gz' } as const;

/**
 * The page asks no host but this one. The editor writes styles into its elements and draws with images made of data:
 * these are the only exceptions.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const notBuilt = [
  'La página de consulta no está construida. Ejecute: npm run build:console, y arranque de nuevo la pasarela.',
  'The query page is not built. Run: npm run build:console, and start the gateway again.',
  '',
].join('\n');

/** One file of the page. */
interface PageFile {
  readonly path: string;
  readonly mediaType: string;
  /** The codings in which a compressed copy stands beside it. */
  readonly codings: readonly (keyof typeof codings)[];
}

/**
 * Serves the built console: its `index.html` at `/`, its other files under their own paths, and nothing else.
 *
 * @param folder - where the page is built; read once, now. Without an `index.html`, `/` says how to build it
 */
export function registerPage(app: FastifyInstance, folder: string): void {
  const files = filesOf(folder);
  if (!files.has('/'))
    app.get('/', (_request, reply) =>
      withSecurity(reply).code(503).type('text/plain; charset=utf-8').send(notBuilt),
    );
  for (const [url, file] of files)
    app.get(url, (request, reply) => sendFile(file, url === '/', request, reply));
}

/** URL path → file; the files are few and known, so no path that a client sends is ever looked up on the disk. */
function filesOf(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = new Set(
    entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  );
  const found = [...paths].flatMap((path): readonly (readonly [string, PageFile])[] => {
    const mediaType = mediaTypes[extname(path)];
    if (mediaType === undefined) return [];
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    const copies = (['br', 'gzip'] as const).filter((coding) => paths.has(path + codings[coding]));
    return [[url === '/index.html' ? '/' : url, { path, mediaType, codings: copies }]];
  });
  return new Map(found);
}

/** Names of files other than the page itself carry the hash of their content, so they never change. */
async function sendFile(
  file: PageFile,
  isPage: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const accepted = acceptedCodings(request.headers['accept-encoding']);
  const coding = file.codings.find((candidate) => accepted.has(candidate));
  if (coding !== undefined) void reply.header('content-encoding', coding);
  return withSecurity(reply)
    .type(file.mediaType)
    .header('vary', 'accept-encoding')
    .header('cache-control', isPage ? 'no-cache' : 'public, max-age=31536000, immutable')
    .send(await readFile(coding === undefined ? file.path : file.path + codings[coding]));
}

/** @see RFC 9110, 12.5.3: a coding with `q=0` is not wanted */
function acceptedCodings(header: string | string[] | undefined): ReadonlySet<string> {
  const offers = (header?.toString() ?? '').toLowerCase().split(',');
  const wanted = offers.filter((offer) => !/;\s*q=0(\.0*)?\s*$/u.test(offer));
  return new Set(wanted.map((offer) => offer.split(';')[0]?.trim() ?? ''));
}

function withSecurity(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin');
}
