import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { createCosigner } from '../../audit/cosignature.js';
import { createNoteSigner } from '../../audit/note.js';
import { witnessName } from '../../audit/witnessing.js';
import { type PrivateKey, readPrivateKey, newEd25519Key, newP256Key } from '../../common/keys.js';
import type { PublicKey, Region } from '../../common/region.js';
import { demoAgencies, demoAudience, demoGatewayId, demoStates, issuerOf } from './demo-region.js';

/** URLs at which the parts of a region find one another. */
export interface RegionAddresses {
  readonly gateway: string;
  readonly identity: string;
  /** By State. */
  readonly nodes: Readonly<Record<string, string>>;
}

/** What a region on one machine keeps: keys, databases, logs, its register. Readable by its owner only. */
export interface DataFolder {
  readonly path: string;
  readonly regionFile: string;
  readonly identityFile: string;
  /** Where the gateway of the region that runs here answers. */
  readonly gatewayUrlFile: string;
  keyFile(name: string): string;
  /** The history of a State's signed agreements. */
  agreementsFile(state: string): string;
  /** `file:` URL of a database. */
  databaseUrl(name: string): string;
  logFile(name: string): string;
}

/** The demo provider's secrets. */
export interface IdentitySecrets {
  readonly url: string;
  readonly clientSecret: string;
  readonly signingKey: Readonly<Record<string, unknown>>;
  readonly cookieKey: string;
  /** Seconds that a token is good for. */
  readonly tokenSeconds: number;
}

export function dataFolder(path: string): DataFolder {
  return {
    path,
    regionFile: join(path, 'region.yaml'),
    identityFile: join(path, 'identity.json'),
    gatewayUrlFile: join(path, 'gateway-url'),
    agreementsFile: (state) => join(path, 'agreements', `${state}.jsonl`),
    keyFile: (name) => join(path, 'keys', `${name}.jwk`),
    databaseUrl: (name) => pathToFileURL(join(path, 'databases', `${name}.db`)).href,
    logFile: (name) => join(path, 'logs', `${name}.log`),
  };
}

/**
 * Prepares a data folder: keys are made once and kept, the register is written anew.
 *
 * @param addresses - of the demo's States, those whose node has an address take part
 */
export function prepareDataFolder(path: string, addresses: RegionAddresses): DataFolder {
  const folder = dataFolder(path);
  for (const part of ['', 'keys', 'databases', 'logs'])
    mkdirSync(join(path, part), { recursive: true, mode: 0o700 });
  const register: Region = {
    audience: demoAudience,
    gateways: [{ id: demoGatewayId, publicKey: ownKey(folder, 'gateway') }],
    states: demoStates.flatMap((state) => {
      const node = addresses.nodes[state.code];
      if (node === undefined) return [];
      return [{ ...state, node, publicKey: ownKey(folder, `state-${state.code}`) }];
    }),
    agencies: demoAgencies.map((agency) => ({
      ...agency,
      issuer: issuerOf(addresses.identity, agency.id),
      publicKey: ownKey(folder, `agency-${agency.id}`),
      claims: { officer: 'officer', roles: 'roles' },
    })),
    ...witnessing(folder, addresses),
  };
  writeFileSync(folder.regionFile, stringify(register));
  writeFileSync(folder.gatewayUrlFile, addresses.gateway);
  writeIdentity(folder, addresses.identity);
  return folder;
}

/** Everybody is a witness of everybody's log. */
function witnessing(
  folder: DataFolder,
  { gateway, nodes }: RegionAddresses,
): Pick<Region, 'witnesses' | 'logs'> {
  const keepers = [
    { id: demoGatewayId, url: gateway, log: 'gateway-log', name: `gateway/${demoGatewayId}` },
    ...Object.entries(nodes).map(([id, url]) => ({ id, url, log: `log-${id}`, name: `node/${id}` })),
  ];
  const verifierKeyOf = (
    name: string,
    make: typeof createNoteSigner | typeof createCosigner,
    key: string,
  ) => {
    ownKey(folder, key);
    return make(name, readPrivateKey(folder.keyFile(key))).verifierKey;
  };
  return {
    witnesses: keepers.map(({ id, url }) => ({
      url: `${url}/witness`,
      key: verifierKeyOf(witnessName(id), createCosigner, `witness-${id}`),
    })),
    logs: keepers.map(({ name, log }) => verifierKeyOf(`istmo.example/log/${name}`, createNoteSigner, log)),
  };
}

/** The public half of a key of the folder's, made now if it is not there. */
function ownKey(folder: DataFolder, name: string): PublicKey {
  const file = folder.keyFile(name);
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(makeKey(name)), { mode: 0o600 });
  const { kty, crv, kid, x } = readPrivateKey(file);
  return { kty, crv, kid, x };
}

/** A new private Ed25519 key. */
export function makeKey(kid: string): PrivateKey {
  return { ...newEd25519Key(), kid };
}

function writeIdentity(folder: DataFolder, url: string): void {
  const known = existsSync(folder.identityFile) ? readIdentity(folder) : undefined;
  const secrets: IdentitySecrets = {
    clientSecret: known?.clientSecret ?? randomBytes(24).toString('base64url'),
    cookieKey: known?.cookieKey ?? randomBytes(24).toString('base64url'),
    signingKey: known?.signingKey ?? {
      ...newP256Key(),
      kid: 'demo',
      alg: 'ES256',
      use: 'sig',
    },
    tokenSeconds: known?.tokenSeconds ?? 3_600,
    url,
  };
  writeFileSync(folder.identityFile, JSON.stringify(secrets), { mode: 0o600 });
}

export function readIdentity(folder: DataFolder): IdentitySecrets {
  return JSON.parse(readFileSync(folder.identityFile, 'utf8')) as IdentitySecrets;
}
