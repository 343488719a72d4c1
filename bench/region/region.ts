import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { stringify } from 'yaml';
import type { PrivateKey } from '../../common/keys.js';
import type { Region } from '../../common/region.js';
import { fromRoot } from '../../common/root.js';
import { benchAsker } from '../nodes/agreements.js';
import type { NodesCalls, StartedNodes } from '../nodes/main.js';
import { startWorker, type Worker } from '../processes/worker.js';
import { makeKey, publicHalf } from './keys.js';
import { stateCodes } from './state-codes.js';

/** A region whose nodes answer from memory, with all that a gateway of it is set up by. */
export interface BenchRegion {
  readonly nodes: StartedNodes['nodes'];
  readonly states: readonly string[];
  readonly directoryUrl: string;
  readonly regionFile: string;
  readonly signingKeyFile: string;
  readonly logKeyFile: string;
  /** `file:` URL of a log of its own for each name. */
  logUrl(name: string): string;
  /** `Authorization` of officers who ask in turn. */
  readonly authorizations: readonly string[];
  readonly worker: Worker<NodesCalls>;
  close(): Promise<void>;
}

export const benchGatewayId = 'bench';
const audience = 'https://gateway.istmo.example';

/** Each officer's token is verified when it is first seen, and known for as long as it is good. */
const officers = 64;

/** Starts a region of `count` States. Its folder is on the disk that the project is on, so that a sync is one. */
export async function startBenchRegion(count: number): Promise<BenchRegion> {
  mkdirSync(fromRoot('.istmo', 'bench'), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(fromRoot('.istmo', 'bench', `${String(count)}-`));
  const states = stateCodes(count);
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const worker = startWorker<NodesCalls>('nodes/main');
  const { nodes, issuer, directoryUrl } = await worker.call('start', {
    states,
    issuerKeys: { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] },
  });
  const signingKey = makeKey('gateway');
  const keyFile = (key: PrivateKey): string => write(folder, `${key.kid}.jwk`, JSON.stringify(key));
  return {
    nodes,
    states,
    directoryUrl,
    regionFile: write(folder, 'region.yaml', stringify(register(nodes, issuer, signingKey))),
    signingKeyFile: keyFile(signingKey),
    logKeyFile: keyFile(makeKey('gateway-log')),
    logUrl: (name) => `file://${join(folder, `${name}.db`)}`,
    authorizations: await Promise.all(
      Array.from({ length: officers }, (_, officer) => authorization(privateKey, issuer, officer)),
    ),
    worker,
    close: async () => {
      await worker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function register(nodes: StartedNodes['nodes'], issuer: string, signingKey: PrivateKey): Region {
  return {
    audience,
    gateways: [{ id: benchGatewayId, publicKey: publicHalf(signingKey) }],
    states: nodes.map(({ code, url, publicKey }) => ({
      code,
      name: { en: code, es: code },
      timeZone: 'America/Guatemala',
      node: url,
      publicKey,
    })),
    agencies: [
      {
        id: benchAsker.agency,
        country: 'US',
        name: { en: 'Firearms tracing', es: 'Rastreo de armas' },
        issuer,
        roles: [benchAsker.role],
        claims: { officer: 'officer', roles: 'roles' },
      },
    ],
    witnesses: [],
    logs: [],
  };
}

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

async function authorization(key: SigningKey, issuer: string, officer: number): Promise<string> {
  const token = await new SignJWT({
    officer: `officer-${String(officer)}`,
    roles: [benchAsker.role],
    client_id: 'bench',
  })
    .setProtectedHeader({ alg: 'ES256', kid: 'bench' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(`client-${String(officer)}`)
    .setIssuedAt()
    .setExpirationTime('24h')
    .sign(key);
  return `Bearer ${token}`;
}

function write(folder: string, name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
