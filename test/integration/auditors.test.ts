import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { request } from 'undici';
import { parseCheckpoint } from '../../audit/checkpoint.js';
import { entrySchema } from '../../audit/entry-schema.js';
import { parseVerifierKey } from '../../audit/note.js';
import { checkReceipt } from '../../audit/receipt.js';
import type { Finding } from '../../audit/reconcile/finding.js';
import { reconcile } from '../../audit/reconcile/reconcile.js';
import { appendLeaf, emptyFrontier, hashLeaf, rootOf } from '../../audit/tree.js';
import { questions } from '../../cli/demo/questions.js';
import { fromRoot } from '../../common/root.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';

let region: TestRegion;
/** Numbers of the entries of two questions, of agencies of two countries. */
let ofAtf: number;
let ofSalvador: number;

const trace =
  '{ firearmTraces(serialNumber: "BKR4471", make: "Glock", calibre: "9x19mm") { state hit records { id model } } }';

beforeAll(async () => {
  region = await startTestRegion();
  const first = await region.ask('us-atf-tracer', trace);
  ofAtf = first.extensions!.istmo.audit.entry;
  const second = await region.ask(
    'sv-pnc-investigator',
    trace.replace('calibre: "9x19mm"', 'states: ["SV"]'),
    {
      headers: { 'istmo-case': 'CASE-2' },
    },
  );
  ofSalvador = second.extensions!.istmo.audit.entry;
});
afterAll(async () => {
  await region.stop();
});

/** Runs a program without holding up the connections of this process, which the servers close when they are idle. */
function run(
  program: string,
  ...args: readonly string[]
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8' }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ status, stdout, stderr });
    });
  });
}

const istmo = (...args: readonly string[]) =>
  run(process.execPath, fromRoot('dist', 'cli', 'main.js'), ...args);

const noPurpose = { headers: { 'istmo-purpose': undefined, 'istmo-case': undefined } };

async function get(path: string, as?: string) {
  const headers = as === undefined ? {} : { authorization: `Bearer ${await region.token(as)}` };
  const { statusCode, headers: answered, body } = await request(`${region.gatewayUrl}${path}`, { headers });
  return { status: statusCode, headers: answered, bytes: Buffer.from(await body.arrayBuffer()) };
}

const query =
  'query ($filter: AuditFilter) { auditLog(filter: $filter) { next entries { number agency purpose case outcome states { code status records shown } } } }';

interface Seen {
  readonly auditLog: {
    readonly entries: readonly {
      readonly number: number;
      readonly states: readonly { readonly code: string }[];
    }[];
  };
}

async function seen(as: string, filter: Record<string, string> = {}): Promise<Seen['auditLog']['entries']> {
  const { data, errors } = await region.ask(as, query, { ...noPurpose, variables: { filter } });
  expect(errors).toBeUndefined();
  return (data as unknown as Seen).auditLog.entries;
}

describe('the log in the supergraph', () => {
  it('shows a regional auditor every entry, a national one what touches its State, an agency its own', async () => {
    const access = { type: 'org.istmo.access.v1' };
    expect((await seen('sv-sica-regional-auditor', access)).map(({ number }) => number)).toEqual([
      ofSalvador,
      ofAtf,
    ]);
    const national = await seen('gt-pdh-national-auditor', access);
    expect(national.map(({ number, states }) => [number, states.map(({ code }) => code)])).toEqual([
      [ofAtf, ['GT']],
    ]);
    expect((await seen('us-atf-agency-auditor', access)).map(({ number }) => number)).toEqual([ofAtf]);
  });

  it('shows nothing to who is no auditor, and says so', async () => {
    const { data, errors } = await region.ask('us-atf-tracer', query, noPurpose);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('AUDITORS_ONLY');
  });

  it('finds entries by what they disclosed, and who has ever read a record', async () => {
    const record = 'SV:Firearm:A-000000';
    const found = await seen('sv-sica-regional-auditor', { record, agency: 'US-ATF' });
    expect(found).toEqual([
      expect.objectContaining({
        number: ofAtf,
        agency: 'US-ATF',
        purpose: 'FIREARM_TRACING',
        case: 'CASE-1',
        outcome: 'ANSWERED',
      }),
    ]);
    const accesses = (as: string) =>
      region.ask(as, `{ accessesTo(record: "${record}") { entries { number agency officer } } }`, noPurpose);
    expect((await accesses('sv-sica-regional-auditor')).data).toEqual({
      accessesTo: {
        entries: [
          { number: ofSalvador, agency: 'SV-PNC', officer: 'pnc-sv-5e11' },
          { number: ofAtf, agency: 'US-ATF', officer: 'atf-7f3a' },
        ],
      },
    });
    expect((await accesses('gt-pdh-national-auditor')).errors?.[0]?.extensions['code']).toBe('AUDITORS_ONLY');
  });

  it('is read with an entry that says what was looked for by and which entries were seen, never the values', async () => {
    await seen('us-atf-agency-auditor', { case: 'CASE-1' });
    const { type, data } = await region.lastEntry('audit-log');
    expect({ type, agency: data.requester?.agency, readings: data.readings }).toEqual({
      type: 'org.istmo.log-reading.v1',
      agency: 'US-ATF',
      readings: [{ of: 'auditLog', by: ['case'], entries: [ofAtf] }],
    });
  });

  it('counts and explains', async () => {
    const { data, errors } = await region.ask(
      'sv-sica-regional-auditor',
      '{ auditCounts(filter: { type: "org.istmo.access.v1" }) { total byAgency { value count } byState { value count } } auditSignReport { signs { kind subject } found { value count } examined complete } }',
      noPurpose,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      auditCounts: {
        total: 2,
        byAgency: [
          { value: 'SV-PNC', count: 1 },
          { value: 'US-ATF', count: 1 },
        ],
        byState: [
          { value: 'SV', count: 2 },
          { value: 'GT', count: 1 },
          { value: 'US', count: 1 },
        ],
      },
      auditSignReport: { signs: [], found: [], examined: 2, complete: true },
    });
  });
});

describe('the log as others verify it', () => {
  it('is whole: its entries hash to its leaves, and its leaves to the root that its checkpoint signs', async () => {
    const key = (await get('/audit/log/key')).bytes.toString('utf8');
    const note = await get('/audit/log/checkpoint');
    expect(note.headers['content-type']).toBe('text/plain; charset=utf-8');
    const checkpoint = parseCheckpoint(parseVerifierKey(key).open(note.bytes.toString('utf8'))!)!;
    const width = String(checkpoint.size);
    const tile = await get(`/audit/log/tile/0/000.p/${width}`);
    const bundle = await get(`/audit/log/tile/entries/000.p/${width}`, 'sv-sica-regional-auditor');
    expect([tile.status, bundle.status, tile.headers['cache-control']]).toEqual([
      200,
      200,
      'public, max-age=31536000, immutable',
    ]);
    let frontier = emptyFrontier;
    for (let at = 0, leaf = 0; at < bundle.bytes.length; leaf += 1) {
      const end = at + 2 + bundle.bytes.readUInt16BE(at);
      const hash = hashLeaf(bundle.bytes.subarray(at + 2, end));
      expect(hash).toEqual(tile.bytes.subarray(leaf * 32, leaf * 32 + 32));
      frontier = appendLeaf(frontier, hash);
      at = end;
    }
    expect({ size: frontier.size, root: rootOf(frontier) }).toEqual({
      size: checkpoint.size,
      root: checkpoint.root,
    });
  });

  it('gives its entries to nobody but a regional auditor', async () => {
    const path = '/audit/log/tile/entries/000.p/1';
    const statuses = [];
    for (const as of [
      undefined,
      'us-atf-tracer',
      'gt-pdh-national-auditor',
      'us-atf-agency-auditor',
      'sv-sica-regional-auditor',
    ])
      statuses.push((await get(path, as)).status);
    expect(statuses).toEqual([401, 403, 403, 403, 200]);
  });
});

describe('a receipt', () => {
  it('is given to who asked, to its agency and to a regional auditor, and to nobody else', async () => {
    const statuses = [];
    for (const as of [
      'us-atf-tracer',
      'us-atf-agency-auditor',
      'sv-sica-regional-auditor',
      'us-atf-analyst',
      'gt-pdh-national-auditor',
      'sv-pnc-investigator',
    ])
      statuses.push((await get(`/audit/receipts/${String(ofAtf)}`, as)).status);
    expect(statuses).toEqual([200, 200, 200, 404, 404, 404]);
    expect((await get(`/audit/receipts/${String(ofAtf)}`)).status).toBe(401);
  });

  it('is checked offline by istmo audit check, and by the Python of docs/audit.md', async () => {
    const key = (await get('/audit/log/key')).bytes.toString('utf8').trim();
    const receipt = (await get(`/audit/receipts/${String(ofAtf)}`, 'us-atf-tracer')).bytes.toString('utf8');
    expect(checkReceipt(receipt, parseVerifierKey(key))).toMatchObject({ ok: true, index: ofAtf });
    const folder = mkdtempSync(join(tmpdir(), 'istmo-receipt-'));
    const [file, forged, script] = ['receipt', 'forged', 'check.py'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(file, receipt);
    const entry = Buffer.from(receipt.split('\n')[1]!.slice(6), 'base64').toString('utf8');
    const changed = Buffer.from(entry.replace('CASE-1', 'CASE-9')).toString('base64');
    writeFileSync(forged, receipt.replace(/^extra .*$/mu, `extra ${changed}`));
    const [, python] =
      /```python\n([^]*?)```/u.exec(readFileSync(fromRoot('docs', 'audit.md'), 'utf8')) ?? [];
    writeFileSync(script, python!);

    for (const check of [
      (path: string) => istmo('audit', 'check', path, '--key', key),
      (path: string) => run(process.env['PYTHON_PATH'] ?? 'python3', script, path, key),
    ]) {
      const { status, stdout } = await check(file);
      expect({ status, stdout: stdout.trim() }).toEqual({ status: 0, stdout: entry });
      const refused = await check(forged);
      expect([refused.status, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain('not in the log');
    }
  });
});

describe('what was asked', () => {
  const secret = 'ZQ7MARKED';
  const unseal = async (as: string, second?: string) => {
    const { statusCode, body } = await request(`${region.gatewayUrl}/audit/unseal/${String(sealedEntry)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await region.token(as)}`,
        ...(second !== undefined && { 'istmo-second-auditor': `Bearer ${await region.token(second)}` }),
      },
    });
    return { status: statusCode, body: (await body.json()) as Record<string, unknown> };
  };
  let sealedEntry: number;
  const marked = `query ($serial: String!) { firearmTraces(serialNumber: $serial, make: "${secret}make", states: ["GT", "SV"]) { state hit } }`;
  const why = { 'istmo-urgency': 'URGENT', 'istmo-justification': `${secret}why` };

  beforeAll(async () => {
    const { extensions } = await region.ask('us-atf-tracer', marked, {
      variables: { serial: `${secret}serial` },
      headers: why,
    });
    sealedEntry = extensions!.istmo.audit.entry;
    await region.ask('us-atf-tracer', `{ firearmTraces(serialNumber: "${secret}" ${secret}: 1) { hit } }`);
    await region.ask('us-atf-tracer', marked, { variables: { serial: { wrong: secret } } });
    await region.ask('us-atf-tracer', marked, { headers: { authorization: `Bearer ${secret}` } });
    await region.ask('us-atf-tracer', trace, { headers: { 'istmo-case': `${secret} no case` } });
  });

  it('stands in clear in no database, log or other file that the region keeps', async () => {
    expect(await run('grep', '-rla', secret, region.folder.path)).toMatchObject({ stdout: '', status: 1 });
    // what is searched is there: a case number is in clear
    expect(await run('grep', '-rla', 'CASE-2', region.folder.path)).toMatchObject({ status: 0 });
  });

  it('is read by two auditors together only, and that they read it is logged first', async () => {
    expect((await unseal('sv-sica-regional-auditor')).body).toMatchObject({
      errors: [{ extensions: { code: 'SECOND_AUDITOR_MISSING' } }],
    });
    const alone = await unseal('sv-sica-regional-auditor', 'sv-sica-regional-auditor');
    const unfit = await unseal('sv-sica-regional-auditor', 'us-atf-tracer');
    expect([
      alone.status,
      unfit.status,
      (await unseal('us-atf-tracer', 'sv-sica-regional-auditor')).status,
    ]).toEqual([403, 403, 404]);
    const tokens = await Promise.all(
      ['sv-sica-regional-auditor', 'gt-pdh-national-auditor'].map(async (as) => {
        const file = join(mkdtempSync(join(tmpdir(), 'istmo-token-')), 'token');
        writeFileSync(file, await region.token(as));
        return ['--token', file];
      }),
    );
    const verb = ['audit', 'unseal', String(sealedEntry), '--gateway', region.gatewayUrl, ...tokens.flat()];
    const shown = await istmo(...verb);
    expect([shown.status, shown.stdout.includes(`${secret}why`)]).toEqual([0, true]);
    const { status, body } = await unseal('sv-sica-regional-auditor', 'gt-pdh-national-auditor');
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        entry: sealedEntry,
        unsealed: {
          document: marked,
          variables: { serial: `${secret}serial` },
          justification: `${secret}why`,
        },
      },
    });
    const { type, data } = await region.lastEntry('audit-log');
    expect([
      type,
      data.requester?.officer,
      data.unsealing?.entry,
      data.unsealing?.secondAuditor.officer,
    ]).toEqual(['org.istmo.unsealing.v1', 'sica-71d4', sealedEntry, 'pdh-3b90']);
  });
});

describe('every entry', () => {
  it('is of the published schema', async () => {
    for (const log of ['audit-log', 'access-log-GT', 'access-log-SV', 'access-log-US'])
      for (const entry of await region.entries(log))
        expect(entrySchema.safeParse(entry).error).toBeUndefined();
  });
});

describe('the two sides of the log', () => {
  it.each(['GT', 'SV', 'US'])('say the same of every request to %s', async (state) => {
    for (const { as, query: text, variables, purpose } of questions)
      await region.ask(as, text, { variables, headers: { 'istmo-purpose': purpose } });
    const findings: Finding[] = [];
    const compared = await reconcile(
      await region.entries('audit-log'),
      await region.entries(`access-log-${state}`),
      { state, now: Date.now() + 60_000 },
      (finding) => findings.push(finding),
    );
    expect(findings).toEqual([]);
    expect(compared.agreed).toBeGreaterThan(3);
  });

  it('differ where an entry is taken out of one, and istmo audit reconcile names it', async () => {
    const database = new Database(fileURLToPath(region.folder.databaseUrl('access-log-SV')));
    const entries = await region.entries('access-log-SV');
    const gone = entries.findIndex(({ type }) => type === 'org.istmo.node-access.v1');
    database.prepare('DELETE FROM entry WHERE idx = ?').run(gone);
    database.close();
    const args = ['audit', 'reconcile', '--state', 'SV', '--data', region.folder.path, '--json'];
    const { status, stdout } = await istmo(...args);
    const { findings } = JSON.parse(stdout) as {
      readonly findings: readonly { readonly kind: string; readonly jti: string }[];
    };
    const named = findings.filter(({ kind }) => kind !== 'IN_FLIGHT').map(({ kind, jti }) => [kind, jti]);
    expect([status, named.length]).toEqual([0, 0]);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'IN_FLIGHT', jti: entries[gone]!.id }));
  });
});
