import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import Sqlite from 'libsql';
import { describeProblem } from '../../../common/problem.js';
import type { Agreement, FieldGrant } from '../../../policy/agreement.js';
import { compilePolicy } from '../../../policy/compile.js';
import { decide } from '../../../policy/decide.js';
import { mergeWithheld } from '../../../policy/merge-withheld.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import type { Assertion } from '../../../subgraphs/kit/assertion.js';
import { openDatabase } from '../../../subgraphs/kit/database/open.js';
import { readShape } from '../../../subgraphs/kit/database/shape.js';
import { createExecutor } from '../../../subgraphs/kit/execute.js';
import { openLedger } from '../../../subgraphs/kit/ledger.js';
import { findableCoordinates, offeredCoordinates } from '../../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import type { NodeRequest } from '../../../subgraphs/kit/node-request.js';
import { nodeSchema } from '../../../subgraphs/kit/node-schema.js';
import type { Source } from '../../../subgraphs/kit/records/source.js';
import { firearmMapping } from './firearm-mapping.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);
const schema = nodeSchema(document, vocabulary, 'GT');
const execute = createExecutor(schema, (error) => {
  throw error;
});

let source: Source;
let statements: string[];

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'istmo-node-')), 'gt.db');
  const sqlite = new Sqlite(file);
  sqlite.exec(`
    CREATE TABLE arma (id INTEGER PRIMARY KEY, marca TEXT, serie TEXT, manejo INTEGER, decomiso INTEGER);
    CREATE TABLE decomiso (id INTEGER PRIMARY KEY, expediente TEXT);
    CREATE TABLE persona (id INTEGER PRIMARY KEY, nombre TEXT, nacio TEXT, registrado TEXT, pais TEXT, decomiso INTEGER);
    INSERT INTO decomiso VALUES (1, 'C-1'), (2, 'C-2');
    INSERT INTO persona VALUES (1, 'Ana Lucía Paz', '1980-05-01', '2020-01-01', 'GT', 1),
      (2, 'Luis Chacón', '2004-05-01', '2020-01-01', 'GT', 1), (3, 'Hugo Ayala', NULL, '2020-01-01', 'GT', 1);`);
  for (let id = 1; id <= 60; id += 1)
    sqlite.exec(
      `INSERT INTO arma VALUES (${String(id)}, 'Glock', 'S${String(id)}', ${String(id % 2)}, ${String((id % 2) + 1)})`,
    );
  sqlite.close();
  const parsed = parseMapping('mapping.yaml', firearmMapping, schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const database = openDatabase(pathToFileURL(file).href, { onStatement: (sql) => statements.push(sql) });
  statements = [];
  source = {
    database,
    shape: await readShape(database),
    mapping: parsed.mapping,
    schema,
    clock: () => Date.parse('2026-06-01'),
  };
});
beforeEach(() => {
  statements = [];
});
afterAll(async () => {
  await source.database.db.destroy();
});

const assertion: Assertion = {
  iss: 'g',
  aud: 'GT',
  jti: 'j',
  rid: 'r',
  sub: 'o',
  client: 'c',
  agency: 'US-ATF',
  country: 'US',
  roles: ['tracer'],
  purpose: 'FIREARM_TRACING',
  case: 'C',
  urgency: 'ROUTINE',
  body: '',
  iat: 0,
  exp: 0,
};

interface Answer extends ExecutionResult {
  readonly request: NodeRequest;
}

/** Asks the node for entities, under one agreement with these grants. */
async function ask(
  grants: readonly FieldGrant[],
  selection: string,
  ...representations: Record<string, unknown>[]
): Promise<Answer> {
  const agreement: Agreement = {
    id: 'A1',
    grantor: 'GT',
    grantee: { agency: 'US-ATF' },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants,
    onwardTransfer: 'PROHIBITED',
  };
  const policy = compilePolicy([agreement]);
  const asker = { ...assertion, date: '2026-06-01' };
  const request: NodeRequest = {
    assertion,
    source,
    states: new Set(['GT', 'HN', 'SV', 'US']),
    deciding: {
      vocabulary,
      offered: new Set(offeredCoordinates(source.mapping, vocabulary)),
      findable: findableCoordinates(source.mapping),
      decide: (record, fields, scope) => decide(policy, asker, { record, fields, ...scope }),
    },
    ledger: openLedger(),
    maskKey: Buffer.from('key'),
    entities: new Map(),
    byKey: new Map(),
    related: new Map(),
  };
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
  const result = await execute({ query, variables: { r: representations } }, request);
  return { ...(JSON.parse(JSON.stringify(result)) as ExecutionResult), request };
}

const state = { __typename: 'MemberState', code: 'GT' };
const firearm: FieldGrant = { record: 'Firearm', fields: ['make', 'serialNumber', 'seizure'] };
const seizure: FieldGrant = { record: 'FirearmSeizure', fields: ['caseNumber', 'firearms', 'persons'] };

describe('a node', () => {
  it('reads each type with one statement, however many records refer to it', async () => {
    const { data } = await ask(
      [firearm, seizure],
      '... on MemberState { firearms(first: 50) { edges { node { make seizure { caseNumber } } } } }',
      state,
    );
    const [{ firearms }] = data!['_entities'] as [{ firearms: { edges: unknown[] } }];
    expect(firearms.edges).toHaveLength(50);
    expect(firearms.edges[0]).toEqual({ node: { make: 'Glock', seizure: { caseNumber: 'C-2' } } });
    expect(statements).toHaveLength(2);
  });

  it('reads all references of a request with one statement', async () => {
    const representations = Array.from({ length: 60 }, (_, n) => ({
      __typename: 'Firearm',
      id: `GT:Firearm:${String(n + 1)}`,
    }));
    const { data } = await ask([firearm], '... on Firearm { id make }', ...representations, {
      __typename: 'Firearm',
      id: 'SV:Firearm:1',
    });
    const entities = data!['_entities'] as unknown[];
    expect([entities.length, entities[59], entities[60]]).toEqual([
      61,
      { id: 'GT:Firearm:60', make: 'Glock' },
      null,
    ]);
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toContain('serie');
  });

  it('answers all traces of a request with one statement for the firearms and one for their custody', async () => {
    const traces = Array.from({ length: 20 }, (_, n) => ({
      __typename: 'FirearmTrace',
      state: 'GT',
      serialNumber: `S${String(n + 50)}`,
      make: 'Glock',
    }));
    const { data } = await ask(
      [firearm, { record: 'FirearmTrace', fields: ['hit', 'records', 'chainOfCustody'] }],
      '... on FirearmTrace { hit records { make } chainOfCustody { kind } }',
      ...traces,
    );
    const entities = data!['_entities'] as unknown[];
    expect([entities[0], entities[19]]).toEqual([
      { hit: 'HIT', records: [{ make: 'Glock' }], chainOfCustody: [{ kind: 'SEIZURE' }] },
      { hit: 'NO_HIT', records: [], chainOfCustody: [] },
    ]);
    expect(statements).toHaveLength(2);
    expect(statements.join()).not.toMatch(/manejo|decomiso/u);
  });

  it('opens no door without a grant: the answer is an error, and nothing was read', async () => {
    const { data, errors, request } = await ask(
      [seizure],
      '... on MemberState { firearms(first: 1) { totalCount } }',
      state,
    );
    expect({ data, codes: errors?.map(({ extensions }) => extensions['code']) }).toEqual({
      data: null,
      codes: ['WITHHELD'],
    });
    expect(statements).toEqual([]);
    expect(mergeWithheld(request.ledger.withheld)).toEqual([
      { coordinate: 'Firearm.id', reason: 'NOT_IN_AGREEMENT' },
    ]);
  });

  it('shows nothing that its agreements do not give, though the gateway asks for it', async () => {
    const { data, request } = await ask(
      [{ record: 'Firearm', fields: ['make'] }],
      '... on Firearm { make serialNumber seizure { caseNumber } }',
      { __typename: 'Firearm', id: 'GT:Firearm:1' },
    );
    expect(data).toEqual({ _entities: [{ make: 'Glock', serialNumber: null, seizure: null }] });
    expect(mergeWithheld(request.ledger.withheld)).toEqual([
      { coordinate: 'Firearm.seizure', reason: 'NOT_IN_AGREEMENT' },
      { coordinate: 'Firearm.serialNumber', reason: 'NOT_IN_AGREEMENT' },
    ]);
  });

  it('returns only the rows that a grant opens, and names a field that some of them lack with their ids', async () => {
    const grants: FieldGrant[] = [
      { record: 'Firearm', fields: ['make'] },
      { record: 'Firearm', fields: ['serialNumber'], where: { handlingCode: { eq: 'H0' } } },
    ];
    const { data, request } = await ask(
      grants,
      '... on Firearm { make serialNumber }',
      { __typename: 'Firearm', id: 'GT:Firearm:1' },
      { __typename: 'Firearm', id: 'GT:Firearm:2' },
    );
    expect(data).toEqual({
      _entities: [
        { make: 'Glock', serialNumber: null },
        { make: 'Glock', serialNumber: 'S2' },
      ],
    });
    expect(mergeWithheld(request.ledger.withheld)).toEqual([
      { coordinate: 'Firearm.serialNumber', reason: 'NOT_IN_AGREEMENT', records: ['GT:Firearm:1'] },
    ]);
  });

  it('identifies nobody who was under 18, or may have been', async () => {
    const person: FieldGrant = { record: 'Person', fields: ['personName', 'birthDate', 'nationality'] };
    const { data, request } = await ask(
      [seizure, person],
      '... on FirearmSeizure { persons { personName birthDate nationality } }',
      { __typename: 'FirearmSeizure', id: 'GT:FirearmSeizure:1' },
    );
    expect(data).toEqual({
      _entities: [
        {
          persons: [
            { personName: 'Ana Lucía Paz', birthDate: '1980-05-01', nationality: 'GT' },
            { personName: null, birthDate: null, nationality: 'GT' },
            { personName: null, birthDate: null, nationality: 'GT' },
          ],
        },
      ],
    });
    expect(mergeWithheld(request.ledger.withheld)).toContainEqual({
      coordinate: 'Person.personName',
      reason: 'MINOR_PROTECTED',
      records: ['GT:Person:2', 'GT:Person:3'],
    });
  });

  it('masks what an agreement masks', async () => {
    const person: FieldGrant = {
      record: 'Person',
      fields: ['personName', 'birthDate'],
      mask: { personName: 'INITIALS', birthDate: 'YEAR' },
    };
    const { data } = await ask([person], '... on Person { personName birthDate }', {
      __typename: 'Person',
      id: 'GT:Person:1',
    });
    expect(data).toEqual({ _entities: [{ personName: 'A. L. P.', birthDate: '1980' }] });
  });

  it('keeps aliases of one door apart, each with its own filter', async () => {
    const { data } = await ask(
      [firearm],
      '... on MemberState { a: firearms(first: 1) { totalCount } b: firearms(first: 1, filter: { serialNumber: { eq: "S7" } }) { totalCount edges { node { id } } } }',
      state,
    );
    expect(data).toEqual({
      _entities: [{ a: { totalCount: 60 }, b: { totalCount: 1, edges: [{ node: { id: 'GT:Firearm:7' } }] } }],
    });
  });

  it('leaves out what @skip and @include leave out', async () => {
    const { data, request } = await ask(
      [firearm],
      '... on Firearm { make @skip(if: true) serialNumber @include(if: true) }',
      { __typename: 'Firearm', id: 'GT:Firearm:1' },
    );
    expect(data).toEqual({ _entities: [{ serialNumber: 'S1' }] });
    expect([...request.ledger.shown]).toEqual(['Firearm.serialNumber']);
  });
});
