import { buildSubgraphSchema } from '@apollo/subgraph';
import type { FastifyInstance } from 'fastify';
import { Kysely, SqliteDialect } from 'kysely';
import Sqlite from 'libsql';
import { pino } from 'pino';
import type { AuditEntry } from '../../../../audit/entry.js';
import type { AuditLog } from '../../../../audit/log.js';
import { makeKey } from '../../../../cli/region/data-folder.js';
import type { Region } from '../../../../common/region.js';
import { createAccess } from '../../../../gateway/access/access.js';
import { createAsserter } from '../../../../gateway/states/assertion.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';
import { agreementSet } from '../../../../subgraphs/kit/agreements.js';
import { createAssertionVerifier } from '../../../../subgraphs/kit/assertion.js';
import { readShape } from '../../../../subgraphs/kit/database/shape.js';
import { createExecutor } from '../../../../subgraphs/kit/execute.js';
import { findableCoordinates, offeredCoordinates } from '../../../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../../../subgraphs/kit/mapping/parse-mapping.js';
import { nodeSchema } from '../../../../subgraphs/kit/node-schema.js';
import { createNodeServer } from '../../../../subgraphs/kit/server.js';
import type { Source } from '../../../../subgraphs/kit/records/source.js';
import type { PlainAgreement } from './agreements.js';
import { columnsOf, plainFields, type World, worldTypes } from './world.js';

export const today = '2026-02-01';
export const clock = (): number => Date.parse(`${today}T12:00:00Z`);

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const schema = nodeSchema(document, vocabulary, 'GT');
export const access = createAccess(buildSubgraphSchema({ typeDefs: document }), vocabulary);

const gatewayKey = makeKey('gateway');
export const assert = createAsserter('gateway', gatewayKey, 1, clock);
export const maskSecret = 'secret of the State';

const { kty, crv, kid, x } = gatewayKey;
export const region: Region = {
  audience: 'http://127.0.0.1',
  gateways: [{ id: 'gateway', publicKey: { kty, crv, kid, x } }],
  states: [],
  agencies: [],
  witnesses: [],
  logs: [],
};

/** A State's node over a database in memory. */
export interface OpenState {
  readonly source: Source;
  readonly offered: readonly string[];
  /** Entries of its access log, the newest last. */
  readonly log: AuditEntry[];
  fill(world: World): void;
  /** A node under these agreements; nothing of it is kept once it is closed. */
  node(agreements: readonly PlainAgreement[]): Promise<FastifyInstance>;
  close(): Promise<void>;
}

export async function openState(): Promise<OpenState> {
  const sqlite = new Sqlite(':memory:');
  for (const type of worldTypes)
    sqlite.exec(`CREATE TABLE ${type} (key TEXT PRIMARY KEY, ${columnsOf(type).join(', ')})`);
  const database = {
    db: new Kysely<Record<string, Record<string, unknown>>>({
      dialect: new SqliteDialect({ database: sqlite }),
    }),
    dialect: 'sqlite' as const,
  };
  const parsed = parseMapping('mapping.yaml', JSON.stringify(mapping()), schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const source: Source = {
    database,
    shape: await readShape(database),
    mapping: parsed.mapping,
    schema,
    clock,
  };
  const offered = offeredCoordinates(parsed.mapping, vocabulary);
  const log: AuditEntry[] = [];
  return {
    source,
    offered,
    log,
    fill: (world) => {
      for (const type of worldTypes) {
        const columns = columnsOf(type);
        sqlite.exec(`DELETE FROM ${type}`);
        const insert = sqlite.prepare(`INSERT INTO ${type} VALUES (?, ${columns.map(() => '?').join(', ')})`);
        for (const { key, values } of world[type])
          insert.run(key, ...columns.map((column) => values[column] ?? null));
      }
    },
    node: async (agreements) =>
      createNodeServer({
        state: 'GT',
        timeZone: 'UTC',
        states: new Set(['GT', 'HN', 'SV']),
        schemaVersion: '1',
        verify: await createAssertionVerifier(region, 'GT', clock),
        execute: createExecutor(schema, (error) => {
          throw error;
        }),
        source,
        vocabulary,
        offered,
        findable: findableCoordinates(source.mapping),
        agreements: agreementSet(agreements),
        signedAgreements: '',
        log: keptIn(log),
        clock,
        logger: pino({ level: 'silent' }),
        maskSecret,
      }),
    close: () => database.db.destroy(),
  };
}

function mapping() {
  const fieldsOf = (type: (typeof worldTypes)[number]) =>
    Object.fromEntries(
      Object.entries(plainFields[type]).map(([field, form]) => [
        field,
        { column: field, ...(form === 'LIST' && { split: ',' }) },
      ]),
    );
  const record = (type: (typeof worldTypes)[number], links: object) => [
    type,
    { table: type, key: 'key', fields: { ...fieldsOf(type), ...links } },
  ];
  return {
    state: 'GT',
    records: Object.fromEntries([
      record('Person', {}),
      record('Firearm', { seizure: { reference: 'FirearmSeizure', column: 'seizureKey' } }),
      record('FirearmSeizure', {
        firearms: { references: 'Firearm', foreign: 'seizureKey' },
        persons: { references: 'Person', foreign: 'seizureKey' },
      }),
      record('GangAssociation', { person: { reference: 'Person', column: 'personKey' } }),
      record('ContactPoint', {}),
    ]) as object,
  };
}

function keptIn(entries: AuditEntry[]): Pick<AuditLog, 'append' | 'health' | 'verifierKey'> {
  return {
    append: (entry) => Promise.resolve({ index: entries.push(entry) - 1 }),
    health: { writable: true, backlog: 0 },
    verifierKey: '',
  };
}
