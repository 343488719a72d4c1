import type { FastifyInstance } from 'fastify';
import { Kysely, SqliteDialect } from 'kysely';
import Sqlite from 'libsql';
import { pino } from 'pino';
import type { AuditEntry } from '../../../../audit/entry.js';
import { describeProblem } from '../../../../common/problem.js';
import type { Counts } from '../../../../common/quota/counts.js';
import { createMemoryCounts } from '../../../../common/quota/memory-counts.js';
import type { Agreement } from '../../../../policy/agreement.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';
import { agreementSet } from '../../../../subgraphs/kit/agreements.js';
import type { Assertion } from '../../../../subgraphs/kit/assertion.js';
import { readShape } from '../../../../subgraphs/kit/database/shape.js';
import { createExecutor } from '../../../../subgraphs/kit/execute.js';
import { findableCoordinates, offeredCoordinates } from '../../../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../../../subgraphs/kit/mapping/parse-mapping.js';
import { nodeSchema } from '../../../../subgraphs/kit/node-schema.js';
import { createNodeQuotas } from '../../../../subgraphs/kit/quota/quotas.js';
import { createNodeServer } from '../../../../subgraphs/kit/server.js';
import { firearmMapping } from '../firearm-mapping.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const schema = nodeSchema(document, vocabulary, 'GT');

/** Ten firearms: those of even number are H0, the others H1. */
function firearms(): Sqlite.Database {
  const sqlite = new Sqlite(':memory:');
  sqlite.exec(
    'CREATE TABLE arma (id INTEGER PRIMARY KEY, marca TEXT, serie TEXT, manejo INTEGER, decomiso INTEGER)',
  );
  for (let id = 1; id <= 10; id += 1)
    sqlite
      .prepare('INSERT INTO arma VALUES (?, ?, ?, ?, ?)')
      .run(id, 'Glock', `S${String(id)}`, id % 2, null);
  return sqlite;
}

/** Who asks, and which request of a client's it is a step of. */
export interface Asking {
  readonly officer?: string;
  readonly rid?: string;
  readonly caseNumber?: string;
}

export interface Answer {
  readonly status: number;
  readonly data?: { readonly _entities: readonly unknown[] } | null;
  readonly withheld?: readonly unknown[];
  readonly counted?: unknown;
  readonly code?: unknown;
}

/** A node of GT's whose clock the test owns. */
export interface LimitedNode {
  ask(selection: string, representation: Record<string, unknown>, asking?: Asking): Promise<Answer>;
  readonly entries: AuditEntry[];
  /** Statements that its database was asked. */
  readonly statements: string[];
  /** Ids of requests whose entry is still to come: now, and each time that one was about to be added. */
  readonly toCome: ReadonlySet<string>;
  readonly toComeThen: (readonly string[])[];
  now: number;
  close(): Promise<void>;
}

const noon = Date.parse('2026-06-01T12:00:00Z');
let requests = 0;

export async function openLimitedNode(
  agreements: readonly Agreement[],
  counts: Counts = createMemoryCounts(),
): Promise<LimitedNode> {
  const statements: string[] = [];
  const database = {
    db: new Kysely<Record<string, Record<string, unknown>>>({
      dialect: new SqliteDialect({ database: firearms() }),
      log: ({ query }) => void statements.push(query.sql),
    }),
    dialect: 'sqlite' as const,
  };
  const parsed = parseMapping('mapping.yaml', firearmMapping, schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const entries: AuditEntry[] = [];
  const toCome = new Set<string>();
  const toComeThen: (readonly string[])[] = [];
  const clock = (): number => node.now;
  const source = { database, shape: await readShape(database), mapping: parsed.mapping, schema, clock };
  const server = createNodeServer({
    state: 'GT',
    timeZone: 'America/Guatemala',
    states: new Set(['GT']),
    schemaVersion: '1',
    verify: (authorization = '') => Promise.resolve(JSON.parse(authorization) as Assertion),
    execute: createExecutor(schema, (error) => {
      throw error;
    }),
    toCome,
    source,
    vocabulary,
    offered: offeredCoordinates(parsed.mapping, vocabulary),
    findable: findableCoordinates(parsed.mapping),
    agreements: agreementSet(agreements),
    signedAgreements: '',
    quotas: createNodeQuotas({ counts, timeZone: 'America/Guatemala', clock }),
    log: {
      append: (entry) => {
        toComeThen.push([...toCome]);
        return Promise.resolve({ index: entries.push(entry) - 1 });
      },
      health: { writable: true, backlog: 0 },
      verifierKey: '',
    },
    clock,
    logger: pino({ level: 'silent' }),
    maskSecret: 'secret',
  });
  const node: LimitedNode = {
    ask: (selection, representation, asking) => {
      statements.length = 0;
      return ask(server, selection, representation, asking);
    },
    entries,
    statements,
    toCome,
    toComeThen,
    now: noon,
    close: async () => {
      await server.close();
      await database.db.destroy();
    },
  };
  return node;
}

async function ask(
  server: FastifyInstance,
  selection: string,
  representation: Record<string, unknown>,
  { officer = 'o1', rid, caseNumber = 'C' }: Asking = {},
): Promise<Answer> {
  requests += 1;
  const assertion: Assertion = {
    iss: 'g',
    aud: 'GT',
    jti: `j${String(requests)}`,
    rid: rid ?? `r${String(requests)}`,
    sub: officer,
    client: 'c',
    agency: 'US-ATF',
    country: 'US',
    roles: ['tracer'],
    purpose: 'FIREARM_TRACING',
    case: caseNumber,
    urgency: 'ROUTINE',
    body: '',
    iat: 0,
    exp: 0,
  };
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { authorization: JSON.stringify(assertion), 'content-type': 'application/json' },
    payload: {
      query: `query($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`,
      variables: { r: [representation] },
    },
  });
  const { data, errors, extensions } = response.json<{
    readonly data?: Answer['data'];
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    readonly extensions?: { readonly istmo: Pick<Answer, 'withheld' | 'counted'> };
  }>();
  const [code] = errors?.map((error) => error.extensions.code) ?? [];
  return { status: response.statusCode, data, ...extensions?.istmo, ...(code !== undefined && { code }) };
}
