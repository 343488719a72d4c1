import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { compilePolicy } from '../../policy/compile.js';
import { type Asker, decide, type Decision } from '../../policy/decide.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { openDatabase } from '../../subgraphs/kit/database/open.js';
import { readShape } from '../../subgraphs/kit/database/shape.js';
import { createExecutor } from '../../subgraphs/kit/execute.js';
import { openLedger } from '../../subgraphs/kit/ledger.js';
import { offeredCoordinates } from '../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../subgraphs/kit/mapping/parse-mapping.js';
import type { NodeRequest } from '../../subgraphs/kit/node-request.js';
import { nodeSchema } from '../../subgraphs/kit/node-schema.js';
import { manyAgreements } from './agreements.js';

const fields = ['make', 'model', 'calibre', 'serialNumber', 'status', 'handlingCode'] as const;

/** Answers for 1,000 firearms, under agreements or as if all were open to everybody. */
export interface FirearmsNode {
  answer(enforced: boolean): Promise<string>;
  close(): Promise<void>;
}

export async function openFirearms(records: number, asker: Asker): Promise<FirearmsNode> {
  const document = memberDocument();
  const vocabulary = vocabularyOf(document);
  const schema = nodeSchema(document, vocabulary, 'GT');
  const source = { ...(await openSource(records, schema)), schema, clock: Date.now };
  const policy = compilePolicy(manyAgreements('GT', 50, 3));
  const offered = new Set(offeredCoordinates(source.mapping, vocabulary));
  const execute = createExecutor(schema, (error) => {
    throw error;
  });
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Firearm { id ${fields.join(' ')} } } }`;
  const r = Array.from({ length: records }, (_, key) => ({
    __typename: 'Firearm',
    id: `GT:Firearm:${String(key)}`,
  }));
  return {
    answer: async (enforced) => {
      const request: NodeRequest = {
        assertion: { ...assertion, agency: asker.agency, roles: [...asker.roles], purpose: asker.purpose },
        source,
        states: new Set(['GT', 'HN', 'SV', 'US']),
        deciding: {
          vocabulary,
          offered,
          decide: (record, wanted, scope) =>
            enforced
              ? decide(policy, asker, { record, fields: wanted, ...scope })
              : everything({ record, fields: wanted, ...scope }),
        },
        ledger: openLedger(),
        maskKey: Buffer.from('key'),
        entities: new Map(),
        byKey: new Map(),
        related: new Map(),
      };
      return JSON.stringify(await execute({ query, variables: { r } }, request));
    },
    close: () => source.database.db.destroy(),
  };
}

const assertion = {
  iss: 'g',
  aud: 'GT',
  jti: 'j',
  rid: 'r',
  sub: 'o',
  client: 'c',
  country: 'US',
  case: 'C',
  urgency: 'ROUTINE' as const,
  body: '',
  iat: 0,
  exp: 0,
};

function everything(reading: Decision['reading']): Decision {
  const grant = { record: reading.record, fields: reading.fields };
  return {
    reading,
    grants: [{ agreement: 'none', legalBasis: [], grant, returns: true }],
    hits: [],
    withheld: [],
  };
}

async function openSource(records: number, schema: ReturnType<typeof nodeSchema>) {
  const url = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-bench-')), 'gt.db')).href;
  const loading = openDatabase(url, { writable: true });
  await loading.db.transaction().execute(async (db) => {
    await sql`CREATE TABLE arma (id INTEGER PRIMARY KEY, make, model, calibre, serialNumber, status, handlingCode)`.execute(
      db,
    );
    for (let id = 0; id < records; id += 1)
      await sql`INSERT INTO arma VALUES (${id}, 'Glock', '17', '9x19', ${`BKR${String(id)}`}, 'SEIZED', ${`H${String(id % 3)}`})`.execute(
        db,
      );
  });
  await loading.db.destroy();
  const columns = Object.fromEntries(fields.map((field) => [field, { column: field }]));
  const mapping = { state: 'GT', records: { Firearm: { table: 'arma', key: 'id', fields: columns } } };
  const parsed = parseMapping('mapping.yaml', JSON.stringify(mapping), schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const database = openDatabase(url);
  return { database, shape: await readShape(database), mapping: parsed.mapping };
}
