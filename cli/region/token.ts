import { existsSync } from 'node:fs';
import { request } from 'undici';
import { type DataFolder, readIdentity } from './data-folder.js';
import { demoAudience, demoClients, issuerOf } from './demo-region.js';

/**
 * Gets an access token for a workstation of the demo, from its agency's own issuer.
 *
 * @throws Error naming the clients that there are, or that the region is not running
 */
export async function demoToken(folder: DataFolder, clientId: string): Promise<string> {
  const client = demoClients.find(({ id }) => id === clientId);
  if (client === undefined)
    throw new Error(`no client ${clientId}; there are ${demoClients.map(({ id }) => id).join(', ')}`);
  if (!existsSync(folder.identityFile))
    throw new Error(
      `no region in ${folder.path}; start one, or name its folder / no hay región en ${folder.path}; inicie una, o nombre su carpeta: npm start, --data FOLDER`,
    );
  const { url, clientSecret } = readIdentity(folder);
  const { statusCode, body } = await request(`${issuerOf(url, client.agency)}/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: demoAudience }).toString(),
  }).catch((cause: unknown) => {
    throw new Error(
      `the region in ${folder.path} is not running / la región en ${folder.path} no está en marcha: npm start`,
      { cause },
    );
  });
  const answer = (await body.json()) as { readonly access_token?: string; readonly error?: string };
  if (answer.access_token === undefined)
    throw new Error(`the demo provider refused (${String(statusCode)} ${answer.error ?? ''})`);
  return answer.access_token;
}
