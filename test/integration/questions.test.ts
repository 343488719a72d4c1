import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { savedQueries } from '../../cli/query/catalogue.js';
import { readVariables } from '../../cli/query/variables.js';
import { demoStates } from '../../cli/region/demo-region.js';
import { fromRoot } from '../../common/root.js';
import type { LatestConnection, MemberState, Query } from '../../schema/types.js';
import { keepers } from '../../subgraphs/world/keeps.js';
import {
  demoBatch,
  demoGang,
  demoLicence,
  demoPerson,
  demoRoute,
  demoSeizure,
  demoShipment,
} from '../../subgraphs/world/stories.js';
import { type Reply, startTestRegion, type TestRegion } from './region-fixture.js';

const codes = demoStates.map(({ code }) => code);
const saved = savedQueries();

let region: TestRegion;
beforeAll(async () => {
  region = await startTestRegion({ states: codes });
});
afterAll(async () => {
  await region.stop();
});

/** Asks a question as its example does, but for the variables given. */
async function answerTo(name: string, given: readonly string[] = [], as?: string): Promise<Reply> {
  const query = saved.get(name)!;
  const read = readVariables(query, [...query.example, ...given]);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const reply = await region.ask(as ?? query.as, query.text, {
    variables: read.variables,
    headers: {
      'istmo-purpose': query.purpose,
      ...(query.purpose === undefined && { 'istmo-case': undefined }),
    },
  });
  expect([name, reply.status, reply.errors]).toEqual([name, 200, undefined]);
  return reply;
}

async function dataOf<Data>(name: string, given?: readonly string[], as?: string): Promise<Data> {
  return (await answerTo(name, given, as)).data as Data;
}

/** States by what a list of theirs is: those that do not offer it have none. */
function offering(states: readonly MemberState[], list: keyof MemberState): readonly string[] {
  return states.filter((state) => state[list] != null).map(({ code }) => code);
}

describe('the twelve questions', () => {
  it('1: the chain of custody of a pistol, put together of three States, is its life in order', async () => {
    const { firearmTraces } = await dataOf<Pick<Query, 'firearmTraces'>>('trace-firearm');
    expect(firearmTraces.map(({ state, hit }) => [state, hit])).toEqual(
      codes.map((code) => [code, ['GT', 'HN', 'US'].includes(code) ? 'HIT' : 'NO_HIT']),
    );
    const events = firearmTraces.flatMap(({ state, chainOfCustody }) =>
      (chainOfCustody ?? []).map((event) => ({ told: state, kind: event?.kind, on: event?.on ?? '' })),
    );
    const life = [...events].sort((one, other) => (one.on < other.on ? -1 : 1));
    expect(life.map(({ told, kind }) => `${told} ${String(kind)}`)).toEqual([
      'US MANUFACTURE',
      'US IMPORT',
      'US RETAIL_SALE',
      'GT THEFT',
      'HN SEIZURE',
    ]);
  });

  it('2: of the five firearms of a seizure four are known elsewhere, each to those who saw it', async () => {
    const { memberState } = await dataOf<Pick<Query, 'memberState'>>('follow-seizure');
    const firearms = memberState?.firearmSeizures?.edges?.[0]?.node?.firearms ?? [];
    const known = firearms.map((firearm) =>
      (firearm?.tracing ?? []).filter(({ hit }) => hit === 'HIT').map(({ state }) => state),
    );
    expect(known).toEqual([['US'], ['US'], ['GT', 'US'], ['GT'], []]);
    expect(known.filter(({ length }) => length > 0)).toHaveLength(demoSeizure.knownElsewhere);
    for (const firearm of firearms)
      expect(firearm?.tracing?.map(({ state }) => state)).toEqual(codes.filter((code) => code !== 'SV'));
  });

  it('2: of the batch of one of them two are known, each to those who saw it; Nicaragua keeps its own', async () => {
    const { data, extensions } = await answerTo('follow-seizure');
    const { memberState } = data as Pick<Query, 'memberState'>;
    const firearms = memberState?.firearmSeizures?.edges?.[0]?.node?.firearms ?? [];
    const batches = firearms.map((firearm) =>
      (firearm?.batch ?? []).flatMap(({ state, records }) =>
        (records ?? []).map((record) => `${state} ${String(record?.serialNumber)}`),
      ),
    );
    const [stolen, seized] = demoBatch.serialNumbers;
    expect(batches.map((batch) => [...batch].sort())).toEqual([
      [`GT ${stolen}`, `HN ${seized}`, `US ${seized}`, `US ${stolen}`],
      ...[[], [], [], []],
    ]);
    expect(extensions!.istmo.withheld).toContainEqual(
      expect.objectContaining({ state: 'NI', coordinate: 'FirearmBatch.hit', reason: 'NOT_IN_AGREEMENT' }),
    );
    expect((await answerTo('follow-seizure', ['within=2'])).data).not.toEqual(data);
  });

  it('3: a gang is known to each State by its own cliques, incidents since the day and movements', async () => {
    const { gangLookups } = await dataOf<Pick<Query, 'gangLookups'>>('gang-in-region');
    const hits = gangLookups.filter(({ hit }) => hit === 'HIT');
    expect(hits.map(({ state }) => state)).toEqual(demoGang.states);
    for (const { state, records } of hits) {
      const [gang] = records ?? [];
      expect(gang?.name?.toLowerCase()).toBe(demoGang.name.toLowerCase());
      expect(gang?.id.startsWith(`${state}:Gang:`)).toBe(true);
      expect([state, (gang?.cliques ?? []).length > 0]).toEqual([state, true]);
      const incidents =
        gang?.incidents?.edges?.map((edge) => edge?.node?.occurredAt?.slice(0, 10) ?? '') ?? [];
      expect([...incidents].sort().reverse()).toEqual(incidents);
      expect(incidents.every((day) => day >= '2025-11-24')).toBe(true);
      expect([state, gang?.incidents != null]).toEqual([
        state,
        keepers.gangIncidents.some((one) => one === state),
      ]);
      expect([state, gang?.movements != null]).toEqual([
        state,
        keepers.gangMovements.some((one) => one === state),
      ]);
      for (const edge of gang?.movements?.edges ?? [])
        expect([edge?.node?.fromCountry, edge?.node?.toCountry]).toContain(state);
    }
  });

  it('4: a person is known to three States, which tell that alone, and whom to call', async () => {
    const data = await dataOf<Pick<Query, 'personLookups' | 'memberStates'>>('known-person');
    expect(data.personLookups).toEqual(demoPerson.states.map((state) => ({ state, hit: 'HIT' })));
    for (const { code, contactPoints } of data.memberStates)
      expect([code, contactPoints?.edges?.[0]?.node?.phone]).toEqual([
        code,
        expect.stringMatching(/^\+\d{8,}$/u),
      ]);
    const unknown = await dataOf<Pick<Query, 'personLookups'>>('known-person', [
      'nationalIdentification=00000000-0',
    ]);
    expect(unknown.personLookups).toEqual(demoPerson.states.map((state) => ({ state, hit: 'NO_HIT' })));
  });

  it('5: the corridor is told by each of the five States on its way, with its own seizures since the day', async () => {
    const { memberStates } = await dataOf<Pick<Query, 'memberStates'>>('cocaine-routes');
    expect(offering(memberStates, 'traffickingRoutes')).toEqual(keepers.routes);
    const corridor = memberStates.flatMap(({ code, traffickingRoutes }) =>
      (traffickingRoutes?.edges ?? []).flatMap((edge) => {
        const route = edge?.node;
        return route?.name === demoRoute.name ? [{ code, route }] : [];
      }),
    );
    expect(corridor.map(({ code }) => code)).toEqual([...demoRoute.states].sort());
    for (const { code, route } of corridor) {
      expect([route.origin, route.destination]).toEqual([demoRoute.origin, demoRoute.destination]);
      const legs = route.legs?.flatMap((leg) => [leg?.fromCountry, leg?.toCountry]) ?? [];
      expect([code, legs.includes(code)]).toEqual([code, true]);
      const seizures = route.seizures?.edges?.flatMap((edge) => (edge?.node ? [edge.node] : [])) ?? [];
      expect([code, seizures.length > 0]).toEqual([code, true]);
      for (const { id, seizedAt, place } of seizures) {
        expect(id.startsWith(`${code}:DrugSeizure:`)).toBe(true);
        expect((seizedAt ?? '') >= '2025-11-24').toBe(true);
        expect(place?.subdivision?.startsWith(code)).toBe(true);
      }
    }
  });

  it('6: of a shipment both sides are told, what of it arrived, and incidents with the same substance', async () => {
    const data = await dataOf<Pick<Query, 'memberState' | 'substanceLookups'>>('precursor-shipments');
    const shipments = data.memberState?.precursorShipments?.edges?.map((edge) => edge?.node) ?? [];
    const short = shipments.find((one) => one?.notificationNumber === demoShipment.notificationNumber);
    const { exportingState, quantityKilograms, quantityReceivedKilograms } = demoShipment;
    expect(short).toMatchObject({
      exportingState,
      quantityKilograms,
      quantityReceivedKilograms,
      counterpart: [{ state: exportingState, hit: 'HIT', records: [{ quantityKilograms }] }],
    });
    const hits = data.substanceLookups.filter(({ hit }) => hit === 'HIT').map(({ state }) => state);
    expect(hits).toEqual(keepers.precursorIncidents);
  });

  it('7: of licences that name each other, what the one exported and the other received stands side by side', async () => {
    const { exports, imports } =
      await dataOf<Record<'exports' | 'imports', MemberState>>('licences-side-by-side');
    const nodes = (state: MemberState) =>
      (state.armsTransferLicences?.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node] : []));
    const received = new Map(nodes(imports).map((licence) => [licence.counterpartLicenceNumber, licence]));
    const sent = nodes(exports).map(({ licenceNumber, quantityTransferred }) => ({
      licenceNumber,
      exported: quantityTransferred,
      received: received.get(licenceNumber)?.quantityTransferred,
    }));
    expect(sent.find(({ licenceNumber }) => licenceNumber === demoLicence.exportLicenceNumber)).toEqual({
      licenceNumber: demoLicence.exportLicenceNumber,
      exported: demoLicence.quantityExported,
      received: demoLicence.quantityReceived,
    });
    expect(sent.some((licence) => licence.received === undefined)).toBe(true);
    expect(sent.some((licence) => licence.received === licence.exported)).toBe(true);
  });

  it('8: stockpiles with a surplus, the largest first, and what was destroyed since the day, the newest first', async () => {
    const { memberStates } = await dataOf<Pick<Query, 'memberStates'>>('surplus-and-destroyed');
    expect(offering(memberStates, 'stockpiles')).toEqual(keepers.stockpiles);
    expect(offering(memberStates, 'destructionRecords')).toEqual(keepers.destructions);
    for (const { stockpiles, destructionRecords } of memberStates) {
      const surplus = stockpiles?.edges?.map((edge) => edge?.node?.surplusQuantity ?? 0) ?? [];
      expect([...surplus].sort((one, other) => other - one)).toEqual(surplus);
      expect(surplus.every((quantity) => quantity >= 1)).toBe(true);
      const days = destructionRecords?.edges?.map((edge) => edge?.node?.destroyedOn ?? '') ?? [];
      expect([...days].sort().reverse()).toEqual(days);
      expect(days.every((day) => day >= '2024-01-01')).toBe(true);
    }
  });

  it('9: trends are told in multiples of 5, of months and substances and nothing else', async () => {
    const { memberStates } = await dataOf<Pick<Query, 'memberStates'>>('seizure-trends');
    expect(offering(memberStates, 'statistics')).toEqual(keepers.drugSeizures);
    const counts = memberStates.flatMap(({ statistics }) => statistics?.seizureCounts ?? []);
    expect(new Set(counts.map((one) => one?.month)).size).toBe(12);
    const told = counts.map((one) => one?.count ?? '');
    expect(told.every((count) => count === '<5' || Number(count) % 5 === 0)).toBe(true);
    expect(told.some((count) => count !== '<5')).toBe(true);
  });

  it('10: each State has its laws in force on the subjects, or an empty list', async () => {
    const { memberStates } = await dataOf<Pick<Query, 'memberStates'>>('laws-in-force');
    expect(offering(memberStates, 'legalInstruments')).toEqual(codes);
    const laws = (code: string): readonly unknown[] =>
      memberStates
        .find((state) => state.code === code)
        ?.legalInstruments?.edges?.map((edge) => edge?.node?.subject) ?? [];
    expect([...laws('GT')].sort()).toEqual(['CONSPIRACY', 'INTERCEPTION', 'PRECURSORS']);
    expect(laws('NI')).toEqual(['INTERCEPTION']);
    expect(laws('PA')).toEqual([]);
  });

  it('11: programmes for young people, with where they run and what they reached', async () => {
    const { memberStates } = await dataOf<Pick<Query, 'memberStates'>>('youth-programmes');
    expect(offering(memberStates, 'programmes')).toEqual(keepers.programmes);
    for (const { code, programmes } of memberStates) {
      const nodes = programmes?.edges?.flatMap((edge) => (edge?.node ? [edge.node] : [])) ?? [];
      expect([code, nodes.length > 0]).toEqual([code, keepers.programmes.some((one) => one === code)]);
      for (const { targetGroup, territory, results } of nodes) {
        expect(['YOUTH', 'CHILDREN']).toContain(targetGroup);
        expect((territory ?? []).every((subdivision) => subdivision?.startsWith(`${code}-`) === true)).toBe(
          true,
        );
        expect(typeof results).toBe('string');
      }
    }
  });

  it('12: a national auditor sees who asked his State for what, and nothing of what other States gave', async () => {
    await answerTo('trace-firearm');
    const month = ['from=2000-01-01T00:00:00Z', 'until=2100-01-01T00:00:00Z'];
    const { auditCounts, auditLog } = await dataOf<Pick<Query, 'auditCounts' | 'auditLog'>>(
      'accesses-to-state',
      month,
    );
    expect(auditCounts.total).toBeGreaterThan(0);
    expect(auditCounts.byPurpose.map(({ value }) => value)).toContain('FIREARM_TRACING');
    const traced = auditLog.entries.find(({ operationName }) => operationName === 'TraceFirearm');
    expect(traced).toMatchObject({ agency: 'US-ATF', purpose: 'FIREARM_TRACING', outcome: 'ANSWERED' });
    expect(traced?.states.map(({ code }) => code)).toEqual(['GT']);
    expect(traced?.states[0]?.records.every((id) => id.startsWith('GT:'))).toBe(true);
    const other = await region.ask('us-atf-tracer', saved.get('accesses-to-state')!.text, {
      variables: { state: 'GT', from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' },
    });
    expect([other.data, other.errors?.[0]?.extensions['code']]).toEqual([null, 'AUDITORS_ONLY']);
  });
});

describe('the newest records of all States', () => {
  const latest = async (variables: Record<string, unknown>): Promise<Reply & { page: LatestConnection }> => {
    const reply = await region.ask(
      'us-atf-tracer',
      `query($first: Int!, $after: String) { latest(domain: FIREARMS, first: $first, after: $after) {
        edges { state node { id recordedAt ... on Firearm { make } } } pageInfo { hasNextPage endCursor }
      } }`,
      { variables },
    );
    return { ...reply, page: reply.data?.['latest'] as LatestConnection };
  };

  it('are of one order over pages, each record once', async () => {
    const whole = await latest({ first: 60 });
    expect(whole.errors).toBeUndefined();
    const days = whole.page.edges.map(({ node }) => Date.parse(node?.recordedAt ?? ''));
    expect([...days].sort((one, other) => other - one)).toEqual(days);
    expect(new Set(whole.page.edges.map(({ state }) => state)).size).toBeGreaterThan(2);
    const ids: (string | undefined)[] = [];
    let after: string | null | undefined;
    for (let pages = 0; pages < 4; pages += 1) {
      const { page } = await latest({ first: 15, after });
      ids.push(...page.edges.map(({ node }) => node?.id));
      after = page.pageInfo.endCursor;
    }
    expect(ids).toEqual(whole.page.edges.map(({ node }) => node?.id));
  });

  it('leave in the log whose order was asked for, and which records were shown of each State', async () => {
    const { page, extensions } = await latest({ first: 3 });
    const entry = (await region.entries('audit-log'))[extensions!.istmo.audit.entry]!;
    const shown = page.edges.map(({ node }) => node?.id);
    const read = entry.data.states.filter(({ shown: fields }) => fields.includes('Firearm.make'));
    expect(read.flatMap(({ records }) => Object.values(records).flat()).sort()).toEqual([...shown].sort());
    expect([...new Set(entry.data.states.map(({ code }) => code))].sort()).toEqual(codes);
  });
});

describe('istmo query', () => {
  interface Run {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
  }

  const query = (...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      const command = [fromRoot('dist', 'cli', 'main.js'), 'query', ...args, '--data', region.folder.path];
      execFile(process.execPath, command, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  const trace = ['trace-firearm', '--var', 'serialNumber=TKW20260', '--var', 'make=Taurus'];

  it('lists the questions', async () => {
    const { code, stdout } = await query();
    expect([code, [...saved.keys()].every((name) => stdout.includes(`${name}\n`))]).toEqual([0, true]);
  });

  it('answers in tables, or as JSON, and ends with 0 where the answer is full', async () => {
    const table = await query(...trace);
    expect([table.code, table.stdout]).toEqual([0, expect.stringMatching(/HN:Firearm:\S+ +Taurus/u)]);
    const json = await query(...trace, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ data: { firearmTraces: { length: codes.length } } });
    const audit = await query(
      'accesses-to-state',
      ...['state=GT', 'from=2000-01-01', 'until=2100-01-01'].flatMap((one) => ['--var', one]),
    );
    expect([audit.code, audit.stdout]).toEqual([0, expect.stringContaining('FIREARM_TRACING')]);
  });

  it.each([
    [
      'a question that there is not',
      ['nothing'],
      2,
      /no question nothing.*no hay pregunta nothing.*trace-firearm/u,
    ],
    [
      'a variable that is missing',
      ['trace-firearm', '--var', 'make=x'],
      2,
      /serialNumber=… is missing \/ falta/u,
    ],
    ['an option that there is not', ['trace-firearm', '--vars', 'make=x'], 2, /--vars/u],
    [
      'a gateway that is not there',
      [...trace, '--url', 'http://127.0.0.1:9'],
      1,
      /no gateway.*ninguna pasarela/u,
    ],
  ])('says what is wrong with %s, in both languages', async (_, args, code, text) => {
    const run = await query(...args);
    expect([run.code, run.stdout, run.stderr]).toEqual([code, '', expect.stringMatching(text)]);
  });

  it('ends with 4 where it is refused, and says why in both languages', async () => {
    const run = await query(...trace, '--token', 'none');
    expect([run.code, run.stdout]).toEqual([
      4,
      expect.stringMatching(/not valid\. \/ El token no es válido/u),
    ]);
  });

  it('tells of a long question which States have answered, and ends with 3 where one does not', async () => {
    const pid = region.processes.get('node-PA')!;
    process.kill(pid, 'SIGSTOP');
    const run = await query(...trace);
    process.kill(pid, 'SIGCONT');
    expect([run.code, run.stderr, run.stdout]).toEqual([
      3,
      expect.stringMatching(/BZ ✓.*PA ….*US ✓/u),
      expect.stringMatching(/PA +TIMEOUT/u),
    ]);
  });
});
