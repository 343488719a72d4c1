import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
import { offeredCoordinates } from '../../../subgraphs/kit/mapping/offered.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import type { NodeRequest } from '../../../subgraphs/kit/node-request.js';
import { nodeSchema } from '../../../subgraphs/kit/node-schema.js';
import type { Source } from '../../../subgraphs/kit/records/source.js';
import { worldStates } from '../../../subgraphs/world/keeps.js';
import { seedDatabase } from '../../../subgraphs/world/load.js';
import { type StateCode, today, type WorldOptions } from '../../../subgraphs/world/world.js';

const document = memberDocument();
const vocabulary = vocabularyOf(document);

/** Who asks, and for what. */
export interface Asker {
  readonly agency: string;
  readonly role: string;
  readonly purpose: string;
}

/** A State's own node over its part of the world, on the day of the demo. */
export interface StateNode {
  readonly source: Source;
  /** Coordinates that it offers. */
  readonly offered: ReadonlySet<string>;
  readonly agreements: readonly Agreement[];
  /** Asks for one entity under the State's own agreements. */
  ask(asker: Asker, key: Readonly<Record<string, unknown>>, selection: string): Promise<StateAnswer>;
  /** Asks for one entity as somebody to whom everything is granted. */
  askFreely(
    key: Readonly<Record<string, unknown>>,
    selection: string,
    variables?: Variables,
  ): Promise<StateAnswer>;
  close(): Promise<void>;
}

export interface StateAnswer {
  readonly entity: unknown;
  /** What is withheld aside, which `withheld` tells. */
  readonly errors: readonly {
    readonly message: string;
    readonly path: readonly unknown[] | undefined;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly withheld: readonly string[];
}

/** Name → GraphQL type and value. */
export type Variables = Readonly<Record<string, readonly [type: string, value: unknown]>>;

/** @param url - of an empty database; a SQLite file of its own where none is given */
export async function openStateNode(
  state: StateCode,
  options: WorldOptions,
  url = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-state-')), 'state.db')).href,
): Promise<StateNode> {
  await seedDatabase(url, state, options);
  const database = openDatabase(url);
  const schema = nodeSchema(document, vocabulary, state);
  const file = fromRoot('subgraphs', state.toLowerCase(), 'mapping.yaml');
  const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const { mapping } = parsed;
  const clock = (): number => Date.parse(today);
  const source: Source = { database, shape: await readShape(database), mapping, schema, clock };
  const execute = createExecutor(schema, (error) => {
    throw error;
  });
  const own = agreementsOf(state);
  const offered = new Set(offeredCoordinates(mapping, vocabulary));
  const ask = async (
    agreements: readonly Agreement[],
    asker: Asker,
    key: object,
    selection: string,
    variables: Variables = {},
  ): Promise<StateAnswer> => {
    const request = nodeRequest(state, source, agreements, asker);
    const type = '__typename' in key ? String(key.__typename) : '';
    const declared = Object.entries(variables).map(([name, [of]]) => `, $${name}: ${of}`);
    const given = Object.entries(variables).map(([name, [, value]]): [string, unknown] => [name, value]);
    const query = `query($r: [_Any!]!${declared.join('')}) { _entities(representations: $r) { ... on ${type} { ${selection} } } }`;
    const { data, errors = [] } = await execute(
      { query, variables: { r: [key], ...Object.fromEntries<unknown>(given) } },
      request,
    );
    const plain = JSON.parse(JSON.stringify(data ?? null)) as { _entities: readonly unknown[] } | null;
    const withheld = mergeWithheld(request.ledger.withheld);
    return {
      entity: plain?._entities[0] ?? null,
      errors: errors
        .filter(({ extensions }) => extensions['code'] !== 'WITHHELD')
        .map(({ message, path, extensions }) => ({ message, path: path?.slice(2), extensions })),
      withheld: withheld.map(({ coordinate, reason }) => `${coordinate} ${reason}`).sort(),
    };
  };
  return {
    source,
    offered,
    agreements: own,
    ask: (asker, key, selection) => ask(own, asker, key, selection),
    askFreely: (key, selection, variables) => ask([everything(state)], anyone, key, selection, variables),
    close: () => database.db.destroy(),
  };
}

/** @throws Error where a file of the State's agreements is wrong */
function agreementsOf(state: StateCode): readonly Agreement[] {
  const folder = fromRoot('subgraphs', state.toLowerCase(), 'agreements');
  const sources = readdirSync(folder).map((file) => ({
    file,
    text: readFileSync(join(folder, file), 'utf8'),
  }));
  const parsed = parseAgreements(sources, state, vocabulary, { agencies: demoAgencies });
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return parsed.agreements;
}

const anyone: Asker = { agency: 'SV-SICA', role: 'analyst', purpose: 'TREND_ANALYSIS' };

const freely = { minors: true, unknownAge: 'ALLOW', legalBasis: ['a test'] } as const;

function everything(state: StateCode): Agreement {
  return {
    id: 'EVERYTHING',
    grantor: state,
    grantee: { agency: anyone.agency },
    purposes: [anyone.purpose],
    legalBasis: ['a test'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: [
      ...[...vocabulary.records].map(([record, fields]) => ({
        record,
        fields: [...fields.keys()],
        ...freely,
      })),
      ...[...vocabulary.reached].flatMap(([record, reached]) =>
        reached.length === 0
          ? []
          : [{ record, hit: { matchOn: reached.map(({ path }) => path) }, ...freely }],
      ),
    ],
    onwardTransfer: 'PROHIBITED',
  };
}

function nodeRequest(
  state: StateCode,
  source: Source,
  agreements: readonly Agreement[],
  { agency, role, purpose }: Asker,
): NodeRequest {
  const policy = compilePolicy(agreements);
  const asker = { agency, roles: [role], purpose };
  return {
    assertion: {
      ...{ iss: 'g', aud: state, jti: 'j', rid: 'r', sub: 'o', client: 'c', country: agency.slice(0, 2) },
      ...{ ...asker, case: 'C', urgency: 'ROUTINE', body: '', iat: 0, exp: 0 },
    },
    source,
    states: new Set(worldStates),
    deciding: {
      vocabulary,
      offered: new Set(offeredCoordinates(source.mapping, vocabulary)),
      decide: (record, fields, scope) =>
        decide(policy, { ...asker, date: today }, { record, fields, ...scope }),
    },
    ledger: openLedger(),
    maskKey: Buffer.from('key'),
    entities: new Map(),
    byKey: new Map(),
    related: new Map(),
  };
}
