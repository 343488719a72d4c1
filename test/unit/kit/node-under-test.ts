import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { describeProblem } from '../../../common/problem.js';
import type { Grant } from '../../../policy/agreement.js';
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

const document = memberDocument();
const vocabulary = vocabularyOf(document);

const assertion: Assertion = {
  iss: 'g',
  aud: 'HN',
  jti: 'j',
  rid: 'r',
  sub: 'o',
  client: 'c',
  agency: 'GT-PNC',
  country: 'GT',
  roles: ['investigator'],
  purpose: 'GANG_INVESTIGATION',
  case: 'C',
  urgency: 'ROUTINE',
  body: '',
  iat: 0,
  exp: 0,
};

/** A node of one State over a database made for the test. */
export interface NodeUnderTest {
  /** Asks for one entity, under one agreement with these grants. */
  ask(grants: readonly Grant[], selection: string, key: Record<string, unknown>): Promise<NodeAnswer>;
  close(): Promise<void>;
}

/** What came of it, in plain values. */
export interface NodeAnswer {
  readonly entity: unknown;
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  readonly withheld: readonly string[];
  /** By which agreements and what was shown, for the access log. */
  readonly noted: { readonly agreements: readonly string[]; readonly shown: readonly string[] };
  /** The SQL that it took. */
  readonly statements: readonly string[];
}

/** @param url - of an empty database; a SQLite file of its own where none is given */
export async function openNode(
  mappingText: string,
  sqlText: string,
  url = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-node-')), 'state.db')).href,
): Promise<NodeUnderTest> {
  await runStatements(url, sqlText);
  const schema = nodeSchema(document, vocabulary, 'HN');
  const parsed = parseMapping('mapping.yaml', mappingText, schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const statements: string[] = [];
  const database = openDatabase(url, { onStatement: (sql) => statements.push(sql) });
  const source = {
    database,
    shape: await readShape(database),
    mapping: parsed.mapping,
    schema,
    clock: () => Date.parse('2026-06-01'),
  };
  const execute = createExecutor(schema, (error) => {
    throw error;
  });
  const ask: NodeUnderTest['ask'] = async (grants, selection, key) => {
    const policy = compilePolicy([
      {
        id: 'A1',
        grantor: 'HN',
        grantee: { agency: assertion.agency },
        purposes: [assertion.purpose],
        legalBasis: ['L'],
        valid: { from: '2026-01-01', until: '2026-12-31' },
        grants,
        onwardTransfer: 'PROHIBITED',
      },
    ]);
    const request: NodeRequest = {
      assertion,
      source,
      states: new Set(['GT', 'HN', 'SV', 'US']),
      deciding: {
        vocabulary,
        offered: new Set(offeredCoordinates(source.mapping, vocabulary)),
        findable: findableCoordinates(source.mapping),
        decide: (record, fields, scope) =>
          decide(policy, { ...assertion, date: '2026-06-01' }, { record, fields, ...scope }),
      },
      ledger: openLedger(),
      maskKey: Buffer.from('key'),
      entities: new Map(),
      byKey: new Map(),
      related: new Map(),
    };
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;
    statements.length = 0;
    const { data, errors = [] } = await execute({ query, variables: { r: [key] } }, request);
    const plain = JSON.parse(JSON.stringify(data ?? null)) as { _entities: readonly unknown[] } | null;
    return {
      entity: plain?._entities[0] ?? null,
      errors: errors.map(({ extensions: { code, argument } }) => ({ code, argument })),
      withheld: mergeWithheld(request.ledger.withheld).map(
        ({ coordinate, reason }) => `${coordinate} ${reason}`,
      ),
      noted: { agreements: [...request.ledger.agreements], shown: [...request.ledger.shown].sort() },
      statements: [...statements],
    };
  };
  return { ask, close: () => database.db.destroy() };
}

async function runStatements(url: string, text: string): Promise<void> {
  const { db } = openDatabase(url, { writable: true });
  for (const statement of text.split(/;\s*(?:\n|$)/u))
    if (statement.trim() !== '') await sql.raw(statement).execute(db);
  await db.destroy();
}
