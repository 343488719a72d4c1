import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { request } from 'undici';
import { openReading } from '../../audit/storage/open-reading.js';
import { archive } from '../../cli/audit/archive.js';
import { fromRoot } from '../../common/root.js';
import { type ThrowawayDatabase, throwawayDatabase } from '../services/throwaway-database.js';
import { type NationalDatabases, nationalDatabases } from './national-databases.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';
import { filesOf, keysOf, type Place, placesWith, tablesOf } from './secret-places.js';

const mark = 'ZQ7MARKED';
/** What stands where in a request or its answer, each by a text of its own. */
const secrets = {
  variable: `${mark}variable`,
  literal: `${mark}literal`,
  knownLiteral: `${mark}known`,
  justification: `${mark}justification`,
  token: `${mark}token`,
  header: `${mark}header`,
  syntaxError: `${mark}syntax`,
  typeError: `${mark}type`,
  caseError: `${mark}case`,
  nodeError: `${mark}fault`,
  result: `${mark}result`,
};
/** What may stand in clear, so that a search which finds nothing is known to have looked. */
const openCase = 'OPEN-CASE-1';

let region: TestRegion;
let databases: Readonly<Record<'gateway' | 'GT' | 'SV', ThrowawayDatabase>>;
/** The States' own records, which are not searched: one of them is what is to be found nowhere else. */
let national: NationalDatabases;
let redisUrl: string;
/** Files that are made of the log. */
const made = mkdtempSync(join(tmpdir(), 'istmo-secrets-'));
let places: readonly Place[];

beforeAll(async () => {
  const [gateway, gt, sv] = await Promise.all(
    ['gateway', 'gt', 'sv'].map((of) => throwawayDatabase(`istmo_secrets_${of}`)),
  );
  databases = { gateway: gateway!, GT: gt!, SV: sv! };
  national = await nationalDatabases('MariaDB');
  redisUrl = await emptyRedis();
  const nodeEnv = (state: 'GT' | 'SV') => ({
    ISTMO_LOG_URL: databases[state].url,
    ISTMO_RELEASES_URL: databases[state].url,
    ISTMO_QUOTA_REDIS_URL: redisUrl,
  });
  region = await startTestRegion({
    states: ['GT', 'SV'],
    databaseUrls: national.urls,
    gatewayEnv: {
      ISTMO_LOG_URL: databases.gateway.url,
      REDIS_URL: redisUrl,
      ISTMO_LOG_INDEX: join(made, 'log.index'),
    },
    nodeEnv: { GT: nodeEnv('GT'), SV: nodeEnv('SV') },
  });
  await ask();
  await makeFiles();
  places = [
    ...(await Promise.all(Object.values(databases).map(({ url }) => tablesOf(url)))).flat(),
    ...(await keysOf(redisUrl)),
    ...filesOf(region.folder.path),
    ...filesOf(made),
    ...(await answersTo([
      '/health',
      '/ready',
      '/metrics',
      '/audit/log/checkpoint',
      '/audit/log/tile/0/000.p/1',
    ])),
  ];
});
afterAll(async () => {
  await region.stop();
  for (const database of [national, ...Object.values(databases)]) await database.drop();
  rmSync(made, { recursive: true, force: true });
});

/** A database of the server's that holds nothing else. */
async function emptyRedis(): Promise<string> {
  const url = new URL(process.env['REDIS_URL'] ?? '');
  url.pathname = '/7';
  const redis = new Redis(url.href);
  await redis.flushdb();
  redis.disconnect();
  return url.href;
}

/** Does something to El Salvador's own records. */
async function inSalvador(statement: string): Promise<void> {
  const connection = await createConnection(national.urls['SV'] ?? '');
  await connection.query(statement);
  await connection.end();
}

/** Whatever brings a secret in, or out. */
async function ask(): Promise<void> {
  const { variable, literal, knownLiteral, justification, token, header } = secrets;
  const headers = { 'istmo-case': openCase, 'x-request-note': header };
  const trace =
    '{ firearmTraces(serialNumber: "BKR4471", make: "Glock") { state hit records { id model } } }';
  await inSalvador(`UPDATE registro_armas SET modelo = '${secrets.result}' WHERE serie = 'BKR4471'`);
  const answered = await region.ask('us-atf-tracer', trace, { headers });
  expect(JSON.stringify(answered.data)).toContain(secrets.result);
  const marked = `query ($serial: String!) { firearmTraces(serialNumber: $serial, make: "${literal}") { state hit } }`;
  await region.ask('us-atf-tracer', marked, {
    variables: { serial: variable },
    headers: { ...headers, 'istmo-urgency': 'URGENT', 'istmo-justification': justification },
  });
  const inVariables =
    'query ($serial: String!, $make: String!) { firearmTraces(serialNumber: $serial, make: $make) { state hit } }';
  for (const known of [trace.replace('BKR4471', knownLiteral), inVariables]) {
    const sha256Hash = createHash('sha256').update(known).digest('hex');
    await region.ask('us-atf-tracer', known, {
      variables: { serial: variable, make: 'Glock' },
      extensions: { persistedQuery: { version: 1, sha256Hash } },
      headers,
    });
  }
  const refused = [
    await region.ask(
      'us-atf-tracer',
      `{ firearmTraces(serialNumber: "${secrets.syntaxError}" ${secrets.syntaxError}: 1) { hit }`,
      { headers },
    ),
    await region.ask('us-atf-tracer', marked, {
      variables: { serial: { wrong: secrets.typeError } },
      headers,
    }),
    await region.ask('us-atf-tracer', trace, { headers: { authorization: `Bearer ${token}` } }),
    await region.ask('us-atf-tracer', trace, { headers: { 'istmo-case': `${secrets.caseError} is none` } }),
  ];
  expect(refused.filter(({ status }) => status < 400)).toEqual([]);
  // the node's own database refuses the question
  await inSalvador('ALTER TABLE registro_armas RENAME TO registro_de_antes');
  const failed = await region.ask('us-atf-tracer', trace.replace('BKR4471', secrets.nodeError), { headers });
  await inSalvador('ALTER TABLE registro_de_antes RENAME TO registro_armas');
  expect(failed.extensions?.istmo.states).toContainEqual(
    expect.objectContaining({ code: 'SV', status: expect.not.stringMatching('ANSWERED') }),
  );
  // an auditor's search, so that the index is made
  const { errors } = await region.ask(
    'sv-sica-regional-auditor',
    `{ auditLog(filter: { case: "${openCase}" }) { entries { number } } }`,
    { headers: { 'istmo-purpose': undefined, 'istmo-case': undefined } },
  );
  expect(errors).toBeUndefined();
}

/** Runs a command and keeps what it wrote. */
async function istmo(name: string, ...args: readonly string[]): Promise<void> {
  const written = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [fromRoot('dist', 'cli', 'main.js'), 'audit', ...args],
      (error, stdout, stderr) => {
        resolve(`${stdout}${stderr}${error === null ? '' : `exit ${String(error.code)}`}`);
      },
    );
  });
  writeFileSync(join(made, name), written);
}

/** All that can be made of the log, by commands and over HTTP. */
async function makeFiles(): Promise<void> {
  const log = ['--log', databases.gateway.url, '--data', region.folder.path];
  await istmo('entries.csv', 'export', ...log, '--format', 'csv');
  await istmo('entries.ndjson', 'export', ...log, '--receipts', join(made, 'receipts'));
  await istmo('verified', 'verify', ...log, '--seal-keys', join(region.folder.path, 'seal-keys'));
  const files = ['--status', join(made, 'status.json'), '--metrics', join(made, 'reconcile.prom')];
  const nodeLog = ['--state', 'SV', '--node-log', databases.SV.url];
  await istmo('reconciled', 'reconcile', ...log, ...nodeLog, '--json', ...files);
  const { body } = await request(`${region.gatewayUrl}/audit/export`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await region.token('sv-sica-regional-auditor')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ format: 'ndjson', receipts: true, filter: {} }),
  });
  writeFileSync(join(made, 'exported-over-http'), Buffer.from(await body.arrayBuffer()));
  const reading = await openReading(databases.gateway.url);
  mkdirSync(join(made, 'archive'));
  // as it will be archived once the month is over
  await archive(reading, '9999-12', join(made, 'archive'));
  await reading.close();
}

async function answersTo(paths: readonly string[]): Promise<readonly Place[]> {
  const urls = [region.gatewayUrl, region.nodeUrl('SV')].flatMap((url) =>
    paths.map((path) => `${url}${path}`),
  );
  return Promise.all(
    urls.map(async (url) => {
      const { body } = await request(url);
      return { name: `answer ${new URL(url).pathname}`, bytes: Buffer.from(await body.arrayBuffer()) };
    }),
  );
}

describe('what is asked and answered', () => {
  it.each(Object.entries(secrets))('stands in clear nowhere that anything is kept: %s', (_, secret) => {
    expect(placesWith(secret, places)).toEqual([]);
  });

  it('is looked for where what may be kept is found', () => {
    const found = placesWith(openCase, places);
    for (const name of [
      'table public.istmo_log_entry',
      'file entries.csv',
      'file entries.ndjson',
      'file exported-over-http',
    ])
      expect(found).toContain(name);
    for (const file of [/^file archive\/.*\.gz$/u, /^file log\.index/u])
      expect(found.filter((name) => file.test(name))).not.toEqual([]);
    const names = places.map(({ name }) => name);
    for (const name of [
      'file reconcile.prom',
      'file status.json',
      'file reconciled',
      'file logs/node-SV.log',
    ])
      expect(names).toContain(name);
    // who asked is counted in Redis, and known operations are there
    expect(placesWith('US-ATF', places).some((name) => name.startsWith('key '))).toBe(true);
    expect(placesWith('firearmTraces', places).some((name) => name.startsWith('key istmo:document:'))).toBe(
      true,
    );
    // the node says that its database failed, and how
    expect(placesWith('ER_NO_SUCH_TABLE', places)).toContain('file logs/node-SV.log');
  });
});
