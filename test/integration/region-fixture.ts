import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import type { AuditEntry } from '../../audit/entry.js';
import { openStorage } from '../../audit/storage/open.js';
import { type RegionOptions, type RunningRegion, startRegion } from '../../cli/region/start-region.js';

/** A region of real processes, with what tests do to it. */
export interface TestRegion extends RunningRegion {
  /** Sends a request as a client of the demo; headers given replace those of a usual request. */
  ask(as: string, query: string | undefined, options?: AskOptions): Promise<Reply>;
  /** Entries of a log, as kept: `audit-log` or `access-log-GT`. */
  entries(log: string): Promise<readonly AuditEntry[]>;
  lastEntry(log: string): Promise<AuditEntry>;
}

export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** URL of another gateway than the region's own. */
  readonly at?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: { readonly istmo: IstmoAccount };
}

export interface IstmoAccount {
  readonly requestId: string;
  readonly states: readonly { readonly code: string; readonly status: string; readonly ms: number }[];
  readonly withheld: readonly Readonly<Record<string, unknown>>[];
  readonly audit: { readonly entry: number };
}

export async function startTestRegion(options: Partial<RegionOptions> = {}): Promise<TestRegion> {
  const data = await mkdtemp(join(tmpdir(), 'istmo-test-'));
  const region = await startRegion({
    data,
    port: undefined,
    states: ['GT', 'SV', 'US'],
    ...options,
    // one Redis counts the requests of all tests of a minute together
    gatewayEnv: { ISTMO_REQUESTS_PER_MINUTE: '1000000', ...options.gatewayEnv },
  });
  const entries = async (log: string): Promise<readonly AuditEntry[]> => {
    const storage = await openStorage(region.folder.databaseUrl(log));
    const stored = await storage.entries(0, 10_000);
    await storage.close();
    return stored.map(({ bytes }) => JSON.parse(bytes.toString('utf8')) as AuditEntry);
  };
  return {
    ...region,
    ask: async (as, query, { variables, headers, extensions, at = region.gatewayUrl } = {}) => {
      const response = await request(`${at}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await region.token(as)}`,
          'istmo-purpose': 'FIREARM_TRACING',
          'istmo-case': 'CASE-1',
          ...headers,
        },
        body: JSON.stringify({ query, variables, extensions }),
      });
      const body = (await response.body.json()) as Omit<Reply, 'status' | 'headers'>;
      return { status: response.statusCode, headers: response.headers, ...body };
    },
    entries,
    lastEntry: async (log) => {
      const all = await entries(log);
      const last = all.at(-1);
      if (last === undefined) throw new Error(`${log} is empty`);
      return last;
    },
    stop: async () => {
      await region.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
