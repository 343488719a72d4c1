import { request } from 'undici';
import type { AuditEntry } from '../../audit/entry.js';
import { openStorage } from '../../audit/storage/open.js';
import { verifyLog } from '../../audit/verify.js';
import { readVerifier } from '../../cli/audit/verifier-key.js';
import type { Child } from '../../cli/region/child.js';
import type { DataFolder } from '../../cli/region/data-folder.js';
import { freePorts } from '../../cli/region/ports.js';
import { startGatewayProcess } from '../../cli/region/processes.js';
import type { RunningRegion } from '../../cli/region/start-region.js';

/** What a client was told in an answer that it received whole. */
export interface Told {
  readonly entry: number;
  readonly requestId: string;
  /** It names a record. */
  readonly disclosed: boolean;
}

/** A gateway of a region's, a process of its own, with clients that ask it without a pause. */
export interface LoadedGateway {
  readonly told: Told[];
  /** Statuses of all answers that were received whole. */
  readonly statuses: Map<number, number>;
  readonly url: string;
  /** Ends the process in the middle of whatever it does, then its clients. */
  kill(): Promise<void>;
  /** Ends its clients, then the process in good order. */
  stop(): Promise<void>;
}

const clients = 16;
const query = '{ firearmTraces(serialNumber: "BKR4471", make: "Glock") { state hit records { id make } } }';

export async function startLoadedGateway(
  region: RunningRegion,
  env: Readonly<Record<string, string>>,
): Promise<LoadedGateway> {
  const [port = 0] = await freePorts(1);
  const process = startGatewayProcess(region.folder, port, {
    ISTMO_REQUESTS_PER_MINUTE: '1000000',
    ...env,
  });
  await process.ready();
  const url = `http://127.0.0.1:${String(port)}`;
  const token = await region.token('us-atf-tracer');
  const gateway = { told: [] as Told[], statuses: new Map<number, number>(), url, asking: true };
  const loops = Array.from({ length: clients }, () => askOn(gateway, token));
  const end = async (): Promise<void> => {
    gateway.asking = false;
    await Promise.all(loops);
  };
  return {
    ...gateway,
    kill: async () => {
      killProcess(process);
      await process.stop();
      await end();
    },
    stop: async () => {
      await end();
      await process.stop();
    },
  };
}

function killProcess({ pid }: Child): void {
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

async function askOn(
  gateway: { readonly told: Told[]; readonly statuses: Map<number, number>; url: string; asking: boolean },
  token: string,
): Promise<void> {
  while (gateway.asking)
    try {
      const { status, told } = await ask(gateway.url, token);
      gateway.statuses.set(status, (gateway.statuses.get(status) ?? 0) + 1);
      if (told === undefined) await pause(20);
      else gateway.told.push(told);
    } catch {
      // the process is gone: nothing was received
      await pause(20);
    }
}

/** One question, whole; `told` only of an answer. */
export async function ask(
  url: string,
  token: string,
): Promise<{ status: number; told?: Told; body: string }> {
  const { statusCode, body } = await request(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'istmo-purpose': 'FIREARM_TRACING',
      'istmo-case': 'CRASH-1',
    },
    body: JSON.stringify({ query }),
  });
  const text = await body.text();
  if (statusCode !== 200) return { status: statusCode, body: text };
  const { extensions } = JSON.parse(text) as {
    readonly extensions: {
      readonly istmo: { readonly requestId: string; readonly audit: { readonly entry: number } };
    };
  };
  const { requestId, audit } = extensions.istmo;
  return {
    status: statusCode,
    body: text,
    told: { entry: audit.entry, requestId, disclosed: text.includes(':Firearm:') },
  };
}

/** What of the answers received has no entry of its own in the log, and what is wrong with the log as a whole. */
export async function faultsOfLog(
  folder: DataFolder,
  url: string,
  told: readonly Told[],
): Promise<readonly string[]> {
  const storage = await openStorage(url);
  try {
    const verification = await verifyLog(storage, readVerifier(undefined, folder));
    const faults = verification.ok
      ? []
      : [`${verification.problem} at ${String(verification.firstWrong.from)}`];
    const byEntry = new Map(told.map((one) => [one.entry, one]));
    if (byEntry.size !== told.length) faults.push('two answers were given the same number');
    for (let from = 0; ; from += 2_000) {
      const page = await storage.entries(from, 2_000);
      for (const { index, bytes } of page) {
        const expected = byEntry.get(index);
        if (expected === undefined) continue;
        const { data } = JSON.parse(bytes.toString('utf8')) as AuditEntry;
        if (data.requestId === expected.requestId) byEntry.delete(index);
      }
      if (page.length < 2_000) break;
    }
    for (const { entry, requestId } of byEntry.values())
      faults.push(`${requestId} is not entry ${String(entry)}`);
    return faults;
  } finally {
    await storage.close();
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
