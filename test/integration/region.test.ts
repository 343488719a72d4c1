import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Question, questions } from '../../cli/demo/questions.js';
import { fromRoot } from '../../common/root.js';
import { nationalDatabases } from './national-databases.js';
import { startTestRegion, type TestRegion } from './region-fixture.js';
import { allSeizures, seizuresAsPublished } from './served-seizures.js';

function question(name: string): Question {
  return questions.find((candidate) => candidate.name === name)!;
}

const trace = question('trace');
const byHand = { serialNumber: 'BKR4471', make: 'Glock', calibre: '9x19mm' };

describe.each([
  ['SQLite, everything in process', () => Promise.resolve({}), false],
  ['PostgreSQL', () => nationalDatabases('PostgreSQL'), false],
  ['PostgreSQL, MariaDB and Redis', () => nationalDatabases('MariaDB'), true],
])('over %s', (_name, databases, redis) => {
  let region: TestRegion;
  let dropDatabases: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const { urls, drop } = { urls: {}, drop: undefined, ...(await databases()) };
    dropDatabases = drop;
    region = await startTestRegion({
      databaseUrls: urls,
      gatewayEnv: { REDIS_URL: redis ? process.env['REDIS_URL']! : '' },
    });
  });
  afterAll(async () => {
    await region.stop();
    await dropDatabases?.();
  });

  describe('a trace across the region', () => {
    it('is answered by each State for itself, and says how each answered', async () => {
      const { status, data, errors, extensions } = await region.ask('us-atf-tracer', trace.query, trace);
      expect({ status, errors }).toEqual({ status: 200, errors: undefined });
      expect(data).toEqual({
        firearmTraces: [
          { state: 'GT', hit: 'NO_HIT', records: [], chainOfCustody: [], outcome: null },
          {
            state: 'SV',
            hit: 'HIT',
            records: [
              {
                id: 'SV:Firearm:A-000000',
                make: 'Glock',
                model: '17',
                calibre: '9x19mm',
                status: 'SEIZED',
                countryOfManufacture: null,
                yearOfManufacture: 2019,
              },
            ],
            chainOfCustody: [
              {
                kind: 'SEIZURE',
                on: '2023-06-14',
                country: 'SV',
                organization: 'PNC División Antinarcóticos',
              },
            ],
            outcome: 'NOT_TRACED',
          },
          {
            state: 'US',
            hit: 'HIT',
            records: [
              {
                id: 'US:Firearm:0',
                make: 'Glock',
                model: '17',
                calibre: '9x19mm',
                status: 'TRAFFICKED',
                countryOfManufacture: 'AT',
                yearOfManufacture: 2019,
              },
            ],
            chainOfCustody: [
              { kind: 'MANUFACTURE', on: '2019', country: 'AT', organization: 'Glock Works' },
              { kind: 'IMPORT', on: '2019', country: 'US', organization: 'Atlantic Sporting' },
              { kind: 'RETAIL_SALE', on: '2020-10-29', country: 'US', organization: 'Laredo Outfitters 3' },
            ],
            outcome: 'TRACED_TO_PURCHASER',
          },
        ],
      });
      expect(extensions?.istmo.states).toEqual(
        ['GT', 'SV', 'US'].map((code) => ({ code, status: 'ANSWERED', ms: expect.any(Number) })),
      );
      expect(extensions?.istmo.withheld).toEqual([
        { state: 'SV', coordinate: 'Firearm.countryOfManufacture', reason: 'NOT_OFFERED' },
      ]);
    });

    it('finds a serial number however it was typed', async () => {
      const { data } = await region.ask('us-atf-tracer', trace.query, {
        variables: { ...byHand, serialNumber: 'bkr-44 71', make: 'GLOCK ' },
      });
      expect(data).toMatchObject({ firearmTraces: [{ hit: 'NO_HIT' }, { hit: 'HIT' }, { hit: 'HIT' }] });
    });

    it('shows an agency with a narrower agreement the same records with fewer fields, each missing one named', async () => {
      const { data, extensions } = await region.ask('hn-atic-investigator', trace.query, trace);
      expect(data).toMatchObject({
        firearmTraces: [
          { state: 'GT', hit: 'NO_HIT' },
          { state: 'SV', hit: 'HIT', records: [{ id: 'SV:Firearm:A-000000', make: 'Glock', status: null }] },
          { state: 'US', hit: 'HIT', records: [{ id: 'US:Firearm:0', make: 'Glock', status: null }] },
        ],
      });
      expect(extensions?.istmo.withheld).toContainEqual({
        state: 'SV',
        coordinate: 'Firearm.status',
        reason: 'NOT_IN_AGREEMENT',
      });
    });

    it('gives no record for a purpose that no agreement covers, and says so', async () => {
      const { data, extensions } = await region.ask(
        'us-atf-tracer',
        '{ firearmTraces(serialNumber: "BKR4471", make: "Glock") { hit records { id } } }',
        {
          headers: { 'istmo-purpose': 'CUSTOMS_CONTROL' },
        },
      );
      expect(data).toEqual({
        firearmTraces: Array.from({ length: 3 }, () => ({ hit: null, records: null })),
      });
      expect(extensions?.istmo.states.map(({ status }) => status)).toEqual([
        'WITHHELD',
        'WITHHELD',
        'WITHHELD',
      ]);
      expect(new Set(extensions?.istmo.withheld.map(({ reason }) => reason))).toEqual(
        new Set(['PURPOSE_NOT_COVERED']),
      );
    });

    it("leaves one entry in the gateway's log that names who, why, on what basis, and which records", async () => {
      const { extensions } = await region.ask('us-atf-tracer', trace.query, trace);
      const entries = await region.entries('audit-log');
      const entry = entries[extensions!.istmo.audit.entry];
      expect(entry).toMatchObject({
        type: 'org.istmo.access.v1',
        id: extensions!.istmo.requestId,
        data: {
          requester: {
            agency: 'US-ATF',
            country: 'US',
            officer: 'atf-7f3a',
            client: 'us-atf-tracer',
            roles: ['tracer'],
          },
          purpose: 'FIREARM_TRACING',
          case: 'CASE-1',
          operation: { name: 'TraceFirearm', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) },
          outcome: { result: 'ANSWERED' },
          states: [
            { code: 'GT', records: {} },
            {
              code: 'SV',
              records: { Firearm: ['SV:Firearm:A-000000'] },
              agreements: ['SV-US-ATF-2026-01', 'SV-US-ATF-2026-02'],
              legalBasis: [
                'Convenio FGR-ATF 2026',
                'Declaration 2007, 24 and 25',
                'Declaration 2007, 24 to 26',
              ],
              shown: expect.arrayContaining(['FirearmTrace.hit', 'Firearm.make']),
            },
            { code: 'US', records: { Firearm: ['US:Firearm:0'] } },
          ],
        },
      });
      expect(JSON.stringify(entry)).not.toMatch(/BKR4471|Glock/u);
    });

    it("leaves the same in each node's own log, under the id of the node request", async () => {
      const { extensions } = await region.ask('us-atf-tracer', trace.query, trace);
      const entries = await region.entries('audit-log');
      const ours = entries[extensions!.istmo.audit.entry]!.data.states.find(({ code }) => code === 'SV')!;
      const theirs = (await region.lastEntry('access-log-SV')).data.states[0]!;
      expect({ ...theirs, shown: [...theirs.shown].sort() }).toEqual({
        code: 'SV',
        status: 'ANSWERED',
        jti: ours.jti,
        agreements: ours.agreements,
        agreementsDigest: ours.agreementsDigest,
        agreementsHistory: ours.agreementsHistory,
        legalBasis: ours.legalBasis,
        records: ours.records,
        shown: [...ours.shown].sort(),
        withheld: [],
      });
    });
  });

  describe('records of one State', () => {
    it('lead across borders: each firearm of a seizure is followed to the other States', async () => {
      const { data, errors } = await region.ask(
        'us-atf-tracer',
        question('follow-seizure').query,
        question('follow-seizure'),
      );
      expect(errors).toBeUndefined();
      const state = data?.['memberState'] as {
        firearmSeizures: { edges: { node: { firearms: { tracing: { state: string; hit: string }[] }[] } }[] };
      };
      const firearms = state.firearmSeizures.edges[0]!.node.firearms;
      expect(firearms.map(({ tracing }) => tracing.map((found) => `${found.state} ${found.hit}`))).toEqual([
        ['GT NO_HIT', 'US HIT'],
        ['GT NO_HIT', 'US HIT'],
        ['GT HIT', 'US HIT'],
        ['GT HIT', 'US NO_HIT'],
        ['GT NO_HIT', 'US NO_HIT'],
      ]);
    });

    it('are the real ones that were published, every one, newest first', async () => {
      const cocaine = question('cocaine-2014');
      const { data } = await region.ask('us-dea-analyst', cocaine.query, {
        variables: cocaine.variables,
        headers: { 'istmo-purpose': cocaine.purpose },
      });
      const states = data?.['memberStates'] as {
        code: string;
        drugSeizures: {
          totalCount: number;
          edges: { node: { seizedAt: string; quantityKilograms: number } }[];
        };
      }[];
      for (const { code, drugSeizures } of states) {
        const published = publishedCocaine(code === 'GT' ? 'Guatemala' : 'El Salvador');
        const dates = drugSeizures.edges.map(({ node }) => node.seizedAt);
        expect([code, drugSeizures.totalCount, dates]).toEqual([
          code,
          published.length,
          published.map(({ on }) => on),
        ]);
        const kilograms = drugSeizures.edges.reduce((sum, { node }) => sum + node.quantityKilograms, 0);
        expect(kilograms).toBeCloseTo(
          published.reduce((sum, seizure) => sum + seizure.kilograms, 0),
          3,
        );
      }
    });

    it.each([
      ['SV', 398],
      ['GT', 133],
    ] as const)(
      'of %s are all %d that were published, with their blanks and units as they are',
      async (code, count) => {
        const published = seizuresAsPublished(code);
        expect(published).toHaveLength(count);
        // those of the invented world follow them
        expect((await allSeizures(region, code)).slice(0, count)).toEqual(published);
      },
    );

    it('come a page at a time, and a cursor is good in its own list only', async () => {
      const query = `query($first: Int!, $after: String, $year: Date!) { memberState(code: "SV") {
      drugSeizures(filter: { seizedAt: { gte: $year } }, sort: { field: quantityKilograms, descending: true }, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } } } } }`;
      const headers = { 'istmo-purpose': 'DRUG_INVESTIGATION' };
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { data } = await region.ask('us-dea-analyst', query, {
          variables: { first: 100, after, year: '2011-01-01' },
          headers,
        });
        const page = (
          data?.['memberState'] as {
            drugSeizures: {
              pageInfo: { hasNextPage: boolean; endCursor: string };
              edges: { node: { id: string } }[];
            };
          }
        ).drugSeizures;
        seen.push(...page.edges.map(({ node }) => node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        if (seen.length === 100) {
          const other = await region.ask('us-dea-analyst', query, {
            variables: { first: 10, after, year: '2012-01-01' },
            headers,
          });
          expect(other.errors).toMatchObject([
            {
              path: ['memberState', 'drugSeizures'],
              extensions: { code: 'ARGUMENT_INVALID', argument: 'after', state: 'SV' },
            },
          ]);
        }
      } while (after !== null);
      expect([seen.length, new Set(seen).size]).toEqual([466, 466]);
    });

    it("are found by id, and nobody else's id finds one", async () => {
      const query = 'query($id: ID!) { firearm(id: $id) { id make seizure { id caseNumber } } }';
      const found = await region.ask('us-atf-tracer', query, { variables: { id: 'SV:Firearm:A-000000' } });
      expect(found.data).toEqual({
        firearm: {
          id: 'SV:Firearm:A-000000',
          make: 'Glock',
          seizure: { id: 'SV:FirearmSeizure:0', caseNumber: 'FGR-SV-2023-00417' },
        },
      });
      const none = await region.ask('us-atf-tracer', query, { variables: { id: 'SV:Firearm:nothing' } });
      expect(none.data).toEqual({ firearm: { id: 'SV:Firearm:nothing', make: null, seizure: null } });
    });

    it('that an agreement does not open leave no trace, not even in a count', async () => {
      const query = '{ memberState(code: "SV") { firearms(first: 1) { totalCount } } }';
      const wide = await region.ask('sv-pnc-investigator', query);
      const narrow = await region.ask('hn-atic-investigator', query);
      const none = await region.ask('us-dea-analyst', query);
      const count = (reply: typeof wide): unknown =>
        (reply.data?.['memberState'] as { firearms: { totalCount: number } | null }).firearms?.totalCount;
      expect(count(wide)).toBe(2_111);
      expect(count(narrow)).toBeLessThan(1_500);
      expect(count(none)).toBeUndefined();
    });

    it('are not filtered by what the requester may not see', async () => {
      const { data, extensions } = await region.ask(
        'hn-atic-investigator',
        '{ memberState(code: "SV") { firearms(filter: { status: { eq: STOLEN } }) { totalCount edges { node { id make } } } } }',
      );
      expect(data).toEqual({ memberState: { firearms: null } });
      expect(extensions?.istmo.withheld).toContainEqual({
        state: 'SV',
        coordinate: 'Firearm.status',
        reason: 'FILTER_WITHHELD',
      });
    });
  });

  describe('known operations', () => {
    it('are asked for by their hash alone, once their text has been sent', async () => {
      const query = `{ me { agency } } # ${String(Date.now())}`;
      const extensions = {
        persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
      };
      const first = await region.ask('us-atf-tracer', undefined, { extensions });
      expect([first.status, first.errors?.[0]?.extensions['code']]).toEqual([
        200,
        'PERSISTED_QUERY_NOT_FOUND',
      ]);
      await region.ask('us-atf-tracer', query, { extensions });
      const again = await region.ask('us-atf-tracer', undefined, { extensions });
      expect(again.data).toEqual({ me: { agency: 'US-ATF' } });
    });
  });

  describe('a node that stops', () => {
    it('is unavailable, and the other States answer as before', async () => {
      await region.stopNode('GT');
      const { data, errors, extensions } = await region.ask('us-atf-tracer', trace.query, trace);
      expect(data).toMatchObject({
        firearmTraces: [
          { state: 'GT', hit: null },
          { state: 'SV', hit: 'HIT' },
          { state: 'US', hit: 'HIT' },
        ],
      });
      expect(extensions?.istmo.states[0]).toMatchObject({ code: 'GT', status: 'UNAVAILABLE' });
      expect(extensions?.istmo.withheld).toContainEqual({
        state: 'GT',
        coordinate: 'FirearmTrace.hit',
        reason: 'STATE_UNAVAILABLE',
      });
      expect(errors).toMatchObject([{ extensions: { code: 'STATE_UNAVAILABLE', state: 'GT' } }]);
      expect(JSON.stringify(errors)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/u);
      expect((await region.lastEntry('audit-log')).data.outcome).toEqual({ result: 'PARTIAL' });
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      const directory = await region.ask('us-atf-tracer', '{ memberState(code: "GT") { nodeStatus } }');
      expect(directory.data).toEqual({ memberState: { nodeStatus: 'DOWN' } });
    });
  });
});

function publishedCocaine(country: string): readonly { readonly on: string; readonly kilograms: number }[] {
  const file = fromRoot('subgraphs', 'world', 'data', 'unodc_drug_seizures_gt_sv_2011_2016.csv');
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), { columns: true });
  return rows
    .filter((row) => row['COUNTRY'] === country && ['Cocaine', 'Crack'].includes(row['DRUG_NAME']!))
    .filter((row) => row['SEIZURE_DATE']!.startsWith('2014'))
    .map((row) => ({
      on: row['SEIZURE_DATE']!,
      kilograms: Number(row['AMOUNT']) * (row['DRUG_UNIT'] === 'Gram' ? 0.001 : 1),
    }))
    .sort((one, other) => (one.on < other.on ? 1 : -1));
}
