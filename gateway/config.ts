import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type MetricsDoor, metricsDoor, metricsVariables } from '../common/metrics/door.js';
import { supergraphPath } from '../schema/sources.js';

const environment = z.object({
  ISTMO_REGION: z.string().min(1),
  ISTMO_SUPERGRAPH: z.string().min(1).default(supergraphPath),
  ISTMO_GATEWAY_ID: z.string().min(1),
  ISTMO_HOST: z.string().default('127.0.0.1'),
  ISTMO_PORT: z.coerce.number().int().min(0).max(65_535),
  ...metricsVariables,
  ISTMO_SIGNING_KEY: z.string().min(1),
  ISTMO_LOG_URL: z.string().min(1),
  ISTMO_LOG_KEY: z.string().min(1),
  ISTMO_LOG_MAX_BYTES: z.coerce.number().int().positive().optional(),
  ISTMO_LOG_NAME: z
    .string()
    .regex(/^[^\s+]+$/u)
    .optional(),
  ISTMO_SEAL_KEYS: z.string().min(1).optional(),
  ISTMO_LOG_INDEX: z.string().min(1).optional(),
  ISTMO_WITNESS_KEY: z.string().min(1).optional(),
  ISTMO_WITNESS_MEMORY: z.string().min(1).optional(),
  ISTMO_WITNESSED_EVERY_S: z.coerce.number().positive().default(60),
  ISTMO_REQUESTS_PER_MINUTE: z.coerce.number().int().positive().default(600),
  ISTMO_STATE_TIMEOUT_MS: z.coerce.number().int().positive().default(3_000),
  ISTMO_STATE_ANSWER_BYTES: z.coerce
    .number()
    .int()
    .positive()
    .default(8 * 1024 * 1024),
  ISTMO_REQUEST_TIMEOUT_MS: z.coerce.number().int().positive().default(10_000),
  REDIS_URL: z
    .string()
    .transform((url) => (url === '' ? undefined : url))
    .optional(),
});

/** How a gateway is set up. */
export interface GatewayConfig {
  /** Path of the region's register. */
  readonly regionFile: string;
  /** Path of the composed supergraph, by default the one that comes with the program. */
  readonly supergraphFile: string;
  /** As the register names this gateway. */
  readonly gatewayId: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where it says how it does; undefined: nowhere. */
  readonly metrics: MetricsDoor | undefined;
  /** Path of the private Ed25519 JWK with which it signs assertions. */
  readonly signingKeyFile: string;
  readonly logUrl: string;
  /** Path of the log's private Ed25519 JWK. */
  readonly logKeyFile: string;
  /** Bytes that the log may take, for its warnings: PostgreSQL does not say what is left of its disk. */
  readonly logMaxBytes: number | undefined;
  /** The log's name, by default made of the gateway's; gateways that share a log share its name and key. */
  readonly logName: string;
  /**
   * Folder of the keys by which what was asked is sealed, apart from the log. Absent: documents, variables and
   * justifications are not kept at all.
   */
  readonly sealKeysFolder: string | undefined;
  /**
   * Where the index by which the log is searched is kept, by default beside a log in SQLite, else in memory. It may be
   * deleted at any time.
   */
  readonly logIndexFile: string;
  /**
   * What makes it a witness of the register's logs: a private Ed25519 JWK that signs nothing else, and the SQLite file in which
   * it keeps what it saw. Undefined where it is none.
   */
  readonly witness: { readonly keyFile: string; readonly memoryFile: string } | undefined;
  /** Seconds between two times that the register's witnesses are asked to cosign its log. */
  readonly witnessedEverySeconds: number;
  /** Of each agency. */
  readonly requestsPerMinute: number;
  /** Milliseconds that one State has to answer. */
  readonly stateTimeoutMs: number;
  /** Bytes of one answer of a State's that are taken, compressed or not. */
  readonly stateAnswerBytes: number;
  /** Milliseconds that a whole request has. */
  readonly requestTimeoutMs: number;
  /** Absent: limits and known operations stay in this process. */
  readonly redisUrl: string | undefined;
}

/** Reads a gateway's configuration. @throws Error naming every variable that is missing or wrong */
export function gatewayConfig(env: NodeJS.ProcessEnv): GatewayConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(`the gateway's environment:\n${z.prettifyError(parsed.error)}`);
  const { data } = parsed;
  return Object.freeze({
    regionFile: data.ISTMO_REGION,
    supergraphFile: data.ISTMO_SUPERGRAPH,
    gatewayId: data.ISTMO_GATEWAY_ID,
    host: data.ISTMO_HOST,
    port: data.ISTMO_PORT,
    metrics: metricsDoor(data),
    signingKeyFile: data.ISTMO_SIGNING_KEY,
    logUrl: data.ISTMO_LOG_URL,
    logKeyFile: data.ISTMO_LOG_KEY,
    logMaxBytes: data.ISTMO_LOG_MAX_BYTES,
    logName: data.ISTMO_LOG_NAME ?? `istmo.example/log/gateway/${data.ISTMO_GATEWAY_ID}`,
    sealKeysFolder: data.ISTMO_SEAL_KEYS,
    logIndexFile: data.ISTMO_LOG_INDEX ?? indexBeside(data.ISTMO_LOG_URL),
    witness: witnessConfig(data),
    witnessedEverySeconds: data.ISTMO_WITNESSED_EVERY_S,
    requestsPerMinute: data.ISTMO_REQUESTS_PER_MINUTE,
    stateTimeoutMs: data.ISTMO_STATE_TIMEOUT_MS,
    stateAnswerBytes: data.ISTMO_STATE_ANSWER_BYTES,
    requestTimeoutMs: data.ISTMO_REQUEST_TIMEOUT_MS,
    redisUrl: data.REDIS_URL,
  });
}

function witnessConfig(data: z.infer<typeof environment>): GatewayConfig['witness'] {
  const { ISTMO_WITNESS_KEY: keyFile, ISTMO_WITNESS_MEMORY: memoryFile } = data;
  return keyFile === undefined || memoryFile === undefined ? undefined : { keyFile, memoryFile };
}

function indexBeside(logUrl: string): string {
  return logUrl.startsWith('file:') ? `${fileURLToPath(logUrl)}.index` : ':memory:';
}
