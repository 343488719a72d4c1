import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GraphQLSchema } from 'graphql';
import { demoAgencies } from '../../../cli/region/demo-region.js';
import { describeProblem } from '../../../common/problem.js';
import { fromRoot } from '../../../common/root.js';
import type { Agreement } from '../../../policy/agreement.js';
import { compilePolicy } from '../../../policy/compile.js';
import { decide } from '../../../policy/decide.js';
import { mergeWithheld } from '../../../policy/merge-withheld.js';
import { parseAgreements } from '../../../policy/parse.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import { openDatabase } from '../../../subgraphs/kit/database/open.js';
import { readShape } from '../../../subgraphs/kit/database/shape.js';
import { createExecutor } from '../../../subgraphs/kit/execute.js';
import { openLedger } from '../../../subgraphs/kit/ledger.js';
import type { Mapping } from '../../../subgraphs/kit/mapping/mapping.js';
import { offeredCoordinates } from '../../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import type { NodeRequest } from '../../../subgraphs/kit/node-request.js';
import { nodeSchema } from '../../../subgraphs/kit/node-schema.js';
import { seedDatabase } from '../../../subgraphs/world/load.js';
import { type StateCode, today, type WorldOptions } from '../../../subgraphs/world/world.js';

const document = memberDocument();
export const vocabulary = vocabularyOf(document);

/** Who asks, and what for. */
export interface Asking {
  readonly agency: string;
  readonly role: string;
  readonly purpose: string;
}

/** A State's node over its part of the demo's world. */
export interface SeededNode {
  readonly mapping: Mapping;
  readonly schema: GraphQLSchema;
  readonly offered: ReadonlySet<string>;
  readonly agreements: readonly Agreement[];
  /** Asks for one entity under the State's own agreements. */
  ask(asking: Asking, key: Readonly<Record<string, unknown>>, selection: string): Promise<Answer>;
  /** Asks under an agreement that opens everything. */
  askAll(key: Readonly<Record<string, unknown>>, selection: string): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly entity: unknown;
  readonly errors: readonly string[];
  readonly withheld: readonly string[];
}

const anyone: Asking = { agency: 'SV-SICA', role: 'analyst', purpose: 'AUDIT' };

/** @param url - of the database that is filled; by default a SQLite file of its own */
export async function openSeededNode(
  state: StateCode,
  options: WorldOptions,
  url: string = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-seeded-')), 'state.db')).href,
): Promise<SeededNode> {
  const folder = fromRoot('subgraphs', state.toLowerCase());
  await seedDatabase(url, state, options);
  const schema = nodeSchema(document, vocabulary, state);
  const file = join(folder, 'mapping.yaml');
  const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const { mapping } = parsed;
  const database = openDatabase(url);
  const shape = await readShape(database);
  const source = { database, shape, mapping, schema, clock: () => Date.parse(today) };
  const offered = new Set(offeredCoordinates(mapping, vocabulary));
  const agreements = agreementsOf(folder, state);
  const execute = createExecutor(schema, (error) => {
    throw error;
  });

  async function answer(
    by: readonly Agreement[],
    { agency, role, purpose }: Asking,
    key: Readonly<Record<string, unknown>>,
    selection: string,
  ): Promise<Answer> {
    const policy = compilePolicy(by);
    const requester = { agency, country: agency.slice(0, 2), roles: [role], purpose };
    const request: NodeRequest = {
      assertion: {
        ...{ iss: 'g', aud: state, jti: 'j', rid: 'r', sub: 'o', client: 'c', case: 'C', urgency: 'ROUTINE' },
        ...{ body: '', iat: 0, exp: 0 },
        ...requester,
      },
      source,
      deciding: {
        vocabulary,
        offered,
        decide: (record, fields, scope) =>
          decide(policy, { ...requester, date: today }, { record, fields, ...scope }),
      },
      ledger: openLedger(),
      maskKey: Buffer.from('key'),
      entities: new Map(),
      byKey: new Map(),
      related: new Map(),
    };
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on ${String(key['__typename'])} { ${selection} } } }`;
    const { data, errors = [] } = await execute({ query, variables: { r: [key] } }, request);
    const plain = JSON.parse(JSON.stringify(data ?? null)) as { _entities: readonly unknown[] } | null;
    return {
      entity: plain?._entities[0] ?? null,
      errors: errors.map(({ message }) => message),
      withheld: mergeWithheld(request.ledger.withheld).map(
        ({ coordinate, reason }) => `${coordinate} ${reason}`,
      ),
    };
  }
  const all = [openToAll(state, offered)];
  return {
    mapping,
    schema,
    offered,
    agreements,
    ask: (asking, key, selection) => answer(agreements, asking, key, selection),
    askAll: (key, selection) => answer(all, anyone, key, selection),
    close: () => database.db.destroy(),
  };
}

function agreementsOf(folder: string, state: StateCode): readonly Agreement[] {
  const sources = readdirSync(join(folder, 'agreements')).map((file) => ({
    file,
    text: readFileSync(join(folder, 'agreements', file), 'utf8'),
  }));
  const parsed = parseAgreements(sources, state, vocabulary, { agencies: demoAgencies });
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return parsed.agreements;
}

function openToAll(state: StateCode, offered: ReadonlySet<string>): Agreement {
  const records = new Set([...offered].map((coordinate) => coordinate.split('.')[0] ?? ''));
  return {
    id: 'ALL',
    grantor: state,
    grantee: { agency: anyone.agency },
    purposes: [anyone.purpose],
    legalBasis: ['L'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: [...records].map((record) => ({
      record,
      fields: [...offered]
        .filter((one) => one.startsWith(`${record}.`))
        .map((one) => one.split('.')[1] ?? ''),
      minors: true,
      unknownAge: 'ALLOW',
      legalBasis: ['L'],
    })),
    onwardTransfer: 'PROHIBITED',
  };
}
