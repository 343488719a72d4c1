import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Kysely, sql, SqliteDialect } from 'kysely';
import Sqlite from 'libsql';
import { Agent, request } from 'undici';
import { systemClock } from '../../common/clock.js';
import { readPrivateKey } from '../../common/keys.js';
import { fromRoot } from '../../common/root.js';
import { type Asserter, createAsserter } from '../../gateway/states/assertion.js';
import { startTestRegion, type TestRegion } from '../integration/region-fixture.js';
import { chanceOfLarger, differenceOfMedians, errorOfChance, median } from './told-apart.js';

/** Each kind of document is asked about so many times, in an order that is drawn. */
const each = Number(process.env['ISTMO_HIT_TIMES'] ?? 3_000);
const warmUp = 300;

let region: TestRegion;
let assert: Asserter;
let documents: Readonly<Record<Kind, readonly string[]>>;
const agent = new Agent({ connections: 1 });

/** A hit, no such person, and a person who is protected: that is none, too. */
const kinds = ['HIT', 'NOBODY', 'PROTECTED'] as const;
type Kind = (typeof kinds)[number];

beforeAll(async () => {
  region = await startTestRegion({ states: ['HN'] });
  await withoutQuota();
  assert = createAsserter('regional', readPrivateKey(region.folder.keyFile('gateway')), 1, systemClock);
  documents = await documentsOf(fileURLToPath(region.folder.databaseUrl('HN')));
});
afterAll(async () => {
  await agent.destroy();
  await region.stop();
});

/** Puts the agreement in force without its quota, signed by both. */
async function withoutQuota(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'istmo-hit-'));
  const [file, signed] = [join(folder, 'a.yaml'), join(folder, 'a.signed.json')];
  const text = await readFile(fromRoot('subgraphs', 'hn', 'agreements', 'gt-pnc-gangs.yaml'), 'utf8');
  await writeFile(file, text.replace(/^quota: .*$/mu, ''));
  await istmo('sign', file, '--key', region.folder.keyFile('state-HN'));
  await istmo('countersign', signed, '--key', region.folder.keyFile('agency-GT-PNC'));
  await istmo('publish', signed);
  await sleep(3_000);
}

function istmo(...args: readonly string[]): Promise<void> {
  const command = [fromRoot('dist', 'cli', 'main.js'), 'agreement', ...args, '--data', region.folder.path];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, (error, _out, err) =>
      error === null ? resolve() : reject(new Error(err)),
    );
  });
}

/** Documents of persons who are of age and in a gang, of nobody, and of persons in a gang whose age is not known. */
async function documentsOf(file: string): Promise<typeof documents> {
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: new Sqlite(file) }) });
  const table = sql<{ readonly dni: string }>`
    SELECT DISTINCT p.dni FROM persona p JOIN vinculo v ON v.id_persona = p.id_persona
    WHERE p.dni IS NOT NULL AND TRIM(p.dni) <> ''`;
  const { rows } = await table.execute(db);
  const told = new Map<string, readonly string[]>();
  for (const kind of ['HIT', 'NO_HIT']) told.set(kind, []);
  for (const { dni: document } of rows) {
    const { hit } = await ask(document);
    told.set(hit, [...told.get(hit)!, document]);
  }
  await db.destroy();
  const known = new Set(rows.map(({ dni }) => dni));
  const nobody = [...known].map((document) =>
    document.replace(/\d(?=\D*$)/u, (digit) => String((Number(digit) + 5) % 10)),
  );
  return {
    HIT: told.get('HIT')!,
    PROTECTED: told.get('NO_HIT')!,
    NOBODY: nobody.filter((document) => !known.has(document)),
  };
}

const query = `query($r: [_Any!]!, $d: String) { _entities(representations: $r) { ... on MemberState {
  gangAssociations(filter: { person: { nationalIdentification: { eq: $d } } }) { hit contact { organization phone languages } } } } }`;

/** Asks the node as its gateway does. @returns what it says and how long it took, in milliseconds */
async function ask(
  document: string,
): Promise<{ readonly hit: string; readonly ms: number; readonly bytes: number }> {
  const r = [{ __typename: 'MemberState', code: 'HN' }];
  const body = JSON.stringify({ query, variables: { r, d: document } });
  const token = assert({
    requestId: randomUUID(),
    requester: { agency: 'GT-PNC', country: 'GT', officer: 'o', client: 'c', roles: ['investigator'] },
    declaration: { purpose: 'GANG_INVESTIGATION', case: 'C-1', urgency: 'ROUTINE' },
    requests: [{ state: 'HN', body }],
  }).get('HN')!.token;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const start = performance.now();
  const answer = await request(`${region.nodeUrl('HN')}/graphql`, {
    method: 'POST',
    headers,
    body,
    dispatcher: agent,
  });
  const text = await answer.body.text();
  const ms = performance.now() - start;
  const [, hit = text] = /"hit":"(HIT|NO_HIT)"/u.exec(text) ?? [];
  return { hit, ms, bytes: text.length };
}

describe('hit or no hit, asked of a node thousands of times in an order that is drawn', () => {
  it(
    'cannot be told by how long the answer takes, nor why there is none',
    async () => {
      for (const kind of kinds) expect([kind, documents[kind].length > 0]).toEqual([kind, true]);
      const times: Record<Kind, number[]> = { HIT: [], NOBODY: [], PROTECTED: [] };
      const order = Array.from({ length: 3 * each + warmUp }, () => ({
        kind: kinds[Math.floor(Math.random() * 3)]!,
        at: Math.random(),
      }));
      const bytes: Record<Kind, Set<number>> = { HIT: new Set(), NOBODY: new Set(), PROTECTED: new Set() };
      for (const [index, { kind, at }] of order.entries()) {
        const document = documents[kind][Math.floor(at * documents[kind].length)]!;
        const { hit, ms, bytes: length } = await ask(document);
        expect(hit).toBe(kind === 'HIT' ? 'HIT' : 'NO_HIT');
        bytes[kind].add(length);
        if (index >= warmUp) times[kind].push(ms);
      }
      const chances: number[] = [];
      for (const [one, other] of [
        ['HIT', 'NOBODY'],
        ['PROTECTED', 'NOBODY'],
        ['HIT', 'PROTECTED'],
      ] as const) {
        const chance = chanceOfLarger(times[one], times[other]);
        const error = errorOfChance(times[one].length, times[other].length);
        const [from, until] = differenceOfMedians(times[one], times[other], Math.random);
        process.stderr.write(
          `${one} and ${other}: medians ${median(times[one]).toFixed(3)} and ${median(times[other]).toFixed(3)} ms, difference ${from.toFixed(3)} to ${until.toFixed(3)} ms; ` +
            `chance that the first takes longer ${chance.toFixed(4)} (0.5 ± ${(1.96 * error).toFixed(4)} where there is no difference), n = ${String(times[one].length)}\n`,
        );
        chances.push(chance);
      }
      for (const chance of chances) expect(Math.abs(chance - 0.5)).toBeLessThan(0.03);
      // why there is no hit is not told by the length of the answer
      expect(bytes.PROTECTED).toEqual(bytes.NOBODY);
    },
    60 * 60 * 1_000,
  );
});
