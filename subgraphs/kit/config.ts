import { join } from 'node:path';
import { z } from 'zod';
import { type MetricsDoor, metricsDoor, metricsVariables } from '../../common/metrics/door.js';
import { fromRoot } from '../../common/root.js';

const environment = z.object({
  ISTMO_REGION: z.string().min(1),
  ISTMO_STATE: z.string().regex(/^[A-Z]{2}$/u),
  ISTMO_HOST: z.string().default('127.0.0.1'),
  ISTMO_PORT: z.coerce.number().int().min(0).max(65_535),
  ...metricsVariables,
  ISTMO_DATABASE_URL: z.string().min(1),
  ISTMO_STATE_KEY: z.string().min(1),
  ISTMO_LOG_URL: z.string().min(1),
  ISTMO_LOG_KEY: z.string().min(1),
  ISTMO_LOG_MAX_BYTES: z.coerce.number().int().positive().optional(),
  ISTMO_WITNESS_KEY: z.string().min(1).optional(),
  ISTMO_WITNESS_MEMORY: z.string().min(1).optional(),
  ISTMO_WITNESSED_EVERY_S: z.coerce.number().positive().default(60),
  ISTMO_STATE_FOLDER: z.string().min(1).optional(),
  ISTMO_AGREEMENTS_HISTORY: z.string().min(1).optional(),
  ISTMO_AGREEMENTS_FIRST: z.string().min(1).optional(),
  ISTMO_QUOTA_REDIS_URL: z
    .string()
    .transform((url) => (url === '' ? undefined : url))
    .optional(),
  ISTMO_RELEASES_URL: z.string().min(1).optional(),
  ISTMO_AGREEMENTS: z.enum(['signed', 'unsigned']).default('signed'),
});

/** How a node is set up. */
export interface NodeConfig {
  /** Path of the region's register. */
  readonly regionFile: string;
  readonly state: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where it says how it does; undefined: nowhere. */
  readonly metrics: MetricsDoor | undefined;
  readonly databaseUrl: string;
  /** Path of the State's private Ed25519 JWK. */
  readonly stateKeyFile: string;
  readonly logUrl: string;
  /** Path of the access log's private Ed25519 JWK. */
  readonly logKeyFile: string;
  /** Bytes that the log may take, for its warnings: PostgreSQL does not say what is left of its disk. */
  readonly logMaxBytes: number | undefined;
  /** Where requests for release are kept; undefined where none are taken. */
  readonly releasesUrl: string | undefined;
  /** What makes it a witness of the register's logs; undefined where it is none. */
  readonly witness: WitnessConfig | undefined;
  /** Seconds between two times that the register's witnesses are asked to cosign its access log. */
  readonly witnessedEverySeconds: number;
  /** Where `mapping.yaml` and `agreements/` stand. */
  readonly stateFolder: string;
  readonly agreements: AgreementsConfig;
  /** Where several processes of a State's node count quotas together; absent: this one counts for itself. */
  readonly redisUrl: string | undefined;
}

/** Which agreements are in force: those that both parties signed, or, to try out, those of a folder as they are. */
export type AgreementsConfig =
  | {
      readonly kind: 'SIGNED';
      readonly historyFile: string;
      /** What the history begins with where there is none yet. */
      readonly firstFile?: string | undefined;
    }
  | { readonly kind: 'UNSIGNED'; readonly folder: string };

export interface WitnessConfig {
  /** Path of a private Ed25519 JWK that signs nothing else. */
  readonly keyFile: string;
  /** Path of the SQLite file in which it keeps what it saw. */
  readonly memoryFile: string;
}

/** Reads a node's configuration from the environment. @throws Error naming every variable that is missing or wrong */
export function nodeConfig(env: NodeJS.ProcessEnv): NodeConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`the node's environment:\n${z.prettifyError(parsed.error)}`);
  const { data } = parsed;
  const stateFolder = data.ISTMO_STATE_FOLDER ?? fromRoot('subgraphs', data.ISTMO_STATE.toLowerCase());
  return Object.freeze({
    regionFile: data.ISTMO_REGION,
    state: data.ISTMO_STATE,
    host: data.ISTMO_HOST,
    port: data.ISTMO_PORT,
    metrics: metricsDoor(data),
    databaseUrl: data.ISTMO_DATABASE_URL,
    stateKeyFile: data.ISTMO_STATE_KEY,
    logUrl: data.ISTMO_LOG_URL,
    logKeyFile: data.ISTMO_LOG_KEY,
    logMaxBytes: data.ISTMO_LOG_MAX_BYTES,
    releasesUrl: data.ISTMO_RELEASES_URL,
    witness: witnessConfig(data),
    witnessedEverySeconds: data.ISTMO_WITNESSED_EVERY_S,
    stateFolder,
    agreements: agreementsConfig(data, join(stateFolder, 'agreements')),
    redisUrl: data.ISTMO_QUOTA_REDIS_URL,
  });
}

function agreementsConfig(data: z.infer<typeof environment>, folder: string): AgreementsConfig {
  if (data.ISTMO_AGREEMENTS === 'unsigned') return { kind: 'UNSIGNED', folder };
  return {
    kind: 'SIGNED',
    historyFile: data.ISTMO_AGREEMENTS_HISTORY ?? join(folder, 'history.jsonl'),
    firstFile: data.ISTMO_AGREEMENTS_FIRST,
  };
}

function witnessConfig(data: z.infer<typeof environment>): WitnessConfig | undefined {
  const { ISTMO_WITNESS_KEY: keyFile, ISTMO_WITNESS_MEMORY: memoryFile } = data;
  return keyFile === undefined || memoryFile === undefined ? undefined : { keyFile, memoryFile };
}
