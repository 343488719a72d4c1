import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Configuration } from 'oidc-provider';
import { parseArgs } from 'node:util';
import { untilStopped } from './until-stopped.js';
import { dataFolder, type IdentitySecrets, readIdentity } from './region/data-folder.js';
import { demoAgencies, demoAudience, type DemoClient, demoClients, issuerOf } from './region/demo-region.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Starts the demo's OpenID provider: one issuer an agency, all on one port. For trying the region out, never for use.
 *
 * @param folder - the region's data folder
 * @param host - address to listen at, where it is not the one that tokens name
 */
export async function startDemoIdentity(folder: string, host?: string): Promise<Server> {
  const secrets = readIdentity(dataFolder(folder));
  const { port, hostname } = new URL(secrets.url);
  const handlers = new Map<string, Handler>();
  for (const { id } of demoAgencies) handlers.set(id.toLowerCase(), await issuerHandler(secrets, id));
  const server = createServer((request, response) => {
    route(handlers, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(Number(port), host ?? hostname, resolve);
  });
  return server;
}

/** `/us-atf/token` goes to the issuer `us-atf` as `/token`. */
async function route(
  handlers: ReadonlyMap<string, Handler>,
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
): Promise<void> {
  const url = request.url ?? '/';
  if (url === '/health') return void response.writeHead(200).end('{"status":"UP"}');
  const [, mount = ''] = url.split('/', 2);
  const handler = handlers.get(mount);
  if (handler === undefined) return void response.writeHead(404).end();
  request.originalUrl = url;
  request.url = url.slice(mount.length + 1);
  await handler(request, response);
}

async function issuerHandler(secrets: IdentitySecrets, agency: string): Promise<Handler> {
  const { default: Provider } = await import('oidc-provider');
  const provider = new Provider(issuerOf(secrets.url, agency), configuration(secrets, agency));
  return provider.callback();
}

function configuration(secrets: IdentitySecrets, agency: string): Configuration {
  const clients = demoClients.filter((client) => client.agency === agency);
  return {
    clients: clients.map(({ id }) => ({
      client_id: id,
      client_secret: secrets.clientSecret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      id_token_signed_response_alg: 'ES256' as const,
    })),
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey] },
    ttl: { ClientCredentials: secrets.tokenSeconds },
    extraTokenClaims: (_context, token) =>
      claimsOf(clients, 'clientId' in token ? token.clientId : undefined),
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => demoAudience,
        getResourceServerInfo: () => ({
          scope: '',
          audience: demoAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: secrets.tokenSeconds,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  };
}

function claimsOf(clients: readonly DemoClient[], clientId: string | undefined): Record<string, unknown> {
  const client = clients.find(({ id }) => id === clientId);
  return client === undefined ? {} : { officer: client.officer, roles: client.roles };
}

/** `istmo demo-identity --data FOLDER [--host ADDRESS]` */
export async function demoIdentity(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string', default: '.istmo' }, host: { type: 'string' } },
  });
  const server = await startDemoIdentity(values.data, values.host);
  untilStopped({
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  });
}
