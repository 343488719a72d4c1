import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  demoConveyance,
  demoGang,
  demoLicence,
  demoPerson,
  demoRoute,
  demoStolenFirearm,
  makeWorld,
  type StateCode,
} from '../../../subgraphs/world/world.js';
import { type StateAnswer, openStateNode, type StateNode } from './state-node.js';

const scale = 0.1;
const world = makeWorld({ scale });
const nodes = new Map<StateCode, StateNode>();

// three databases are filled first, on a machine that may be busy
jest.setTimeout(120_000);

beforeAll(async () => {
  for (const state of ['BZ', 'HN', 'NI'] as const) nodes.set(state, await openStateNode(state, { scale }));
});

afterAll(async () => {
  for (const node of nodes.values()) await node.close();
});

const tracer = { agency: 'US-ATF', role: 'tracer', purpose: 'FIREARM_TRACING' };
const gangOfficer = { agency: 'SV-PNC', role: 'investigator', purpose: 'GANG_INVESTIGATION' };
const drugAnalyst = { agency: 'US-DEA', role: 'analyst', purpose: 'DRUG_INVESTIGATION' };
const armsAnalyst = { agency: 'SV-SICA', role: 'analyst', purpose: 'ARMS_CONTROL' };

function ask(state: StateCode, ...question: Parameters<StateNode['ask']>): Promise<StateAnswer> {
  const node = nodes.get(state);
  if (node === undefined) throw new Error(`no node of ${state}`);
  return node.ask(...question);
}

describe('Honduras', () => {
  it('tells the tracer where the pistol that was sold and stolen abroad was seized', async () => {
    const { entity, withheld } = await ask(
      'HN',
      tracer,
      { __typename: 'FirearmTrace', state: 'HN', ...demoStolenFirearm },
      'hit outcome chainOfCustody { kind on country place { subdivision municipality } } records { serialNumber make status seizure { caseNumber seizedAt } }',
    );
    const { place } = world.factsOf('HN').firearmSeizures.find(({ number }) => number === 5)!;
    const { subdivision, municipality } = place;
    expect(withheld).toEqual([]);
    expect(entity).toEqual({
      hit: 'HIT',
      outcome: 'NOT_TRACED',
      chainOfCustody: [
        { kind: 'SEIZURE', on: '2025-08-19', country: 'HN', place: { subdivision, municipality } },
      ],
      records: [
        {
          serialNumber: demoStolenFirearm.serialNumber,
          make: demoStolenFirearm.make,
          status: world.factsOf('HN').firearms.find(({ number }) => number === 5)!.status,
          seizure: { caseNumber: 'MP-HN-2025-10005', seizedAt: '2025-08-19' },
        },
      ],
    });
  });

  it('records fewer arms than the United States exported to it', async () => {
    const { entity } = await ask(
      'HN',
      armsAnalyst,
      { __typename: 'MemberState', code: 'HN' },
      `armsTransferLicences(filter: { licenceNumber: { eq: "${demoLicence.importLicenceNumber}" } }) { edges { node { kind counterpartLicenceNumber exportingState importingState quantityTransferred } } }`,
    );
    expect(entity).toEqual({
      armsTransferLicences: {
        edges: [
          {
            node: {
              kind: 'IMPORT',
              counterpartLicenceNumber: demoLicence.exportLicenceNumber,
              exportingState: demoLicence.exportingState,
              importingState: demoLicence.importingState,
              quantityTransferred: demoLicence.quantityReceived,
            },
          },
        ],
      },
    });
  });

  it('knows the person of the demo by the same document', async () => {
    const { nationalIdentification, personName, birthDate } = demoPerson;
    const { entity } = await ask(
      'HN',
      gangOfficer,
      { __typename: 'PersonLookup', state: 'HN', nationalIdentification },
      'hit records { personName birthDate nationalIdentification }',
    );
    expect(entity).toEqual({ hit: 'HIT', records: [{ personName, birthDate, nationalIdentification }] });
  });

  it('knows the lorry that three States know', async () => {
    const { entity } = await ask(
      'HN',
      drugAnalyst,
      { __typename: 'ConveyanceLookup', state: 'HN', vin: demoConveyance.vin },
      'hit records { registration }',
    );
    expect(entity).toEqual({ hit: 'HIT', records: [{ registration: demoConveyance.registration }] });
  });
});

describe('the gang of the demo', () => {
  it.each(['BZ', 'HN'] as const)('has cliques and incidents of the last year in %s', async (state) => {
    const { entity } = await ask(
      state,
      gangOfficer,
      { __typename: 'GangLookup', state, name: demoGang.name },
      'hit records { name cliques { name subdivision municipality estimatedMembers } incidents(first: 100) { edges { node { occurredAt } } } }',
    );
    const { cliques } = world.factsOf(state).gangs.find(({ number }) => number === 0)!;
    const { hit, records } = entity as {
      hit: string;
      records: readonly {
        name: string;
        cliques: readonly unknown[];
        incidents: { edges: readonly { node: { occurredAt: string } }[] };
      }[];
    };
    const [record] = records;
    const byName = [...cliques].sort((one, other) => (one.name < other.name ? -1 : 1));
    expect({ hit, name: record?.name, cliques: record?.cliques }).toEqual({
      hit: 'HIT',
      name: demoGang.name,
      cliques: byName,
    });
    expect(
      record!.incidents.edges.filter(({ node: { occurredAt } }) => occurredAt >= '2025-11-24').length,
    ).toBeGreaterThan(3);
  });
});

describe('the route of the demo', () => {
  it.each(['HN', 'NI'] as const)('has legs and seizures of the last twelve months in %s', async (state) => {
    const { commodity, origin, destination, name } = demoRoute;
    const { entity } = await ask(
      state,
      drugAnalyst,
      { __typename: 'RouteLookup', state, commodity, origin, destination },
      'hit records { name legs { position fromCountry toCountry } seizures(first: 100) { edges { node { seizedAt category } } } }',
    );
    const { legs } = world.factsOf(state).routes.find(({ number }) => number === 0)!;
    const { hit, records } = entity as {
      hit: string;
      records: readonly {
        name: string;
        legs: unknown;
        seizures: { edges: readonly { node: { seizedAt: string } }[] };
      }[];
    };
    const route = records.find((record) => record.name === name);
    expect({ hit, legs: route?.legs }).toEqual({
      hit: 'HIT',
      legs: legs.map(({ fromCountry, toCountry }, index) => ({
        position: index + 1,
        fromCountry,
        toCountry,
      })),
    });
    expect(
      route!.seizures.edges.filter(({ node: { seizedAt } }) => seizedAt >= '2025-11-24').length,
    ).toBeGreaterThan(3);
  });
});

describe('the same question of a tracer', () => {
  it.each([
    ['BZ', []],
    ['HN', []],
    [
      'NI',
      [
        'Firearm.seizure NOT_IN_AGREEMENT',
        'FirearmTrace.chainOfCustody NOT_IN_AGREEMENT',
        'FirearmTrace.outcome NOT_IN_AGREEMENT',
      ],
    ],
  ] as const)('is answered by %s as its own agreement says', async (state, missing) => {
    const { withheld, errors } = await ask(
      state,
      tracer,
      { __typename: 'FirearmTrace', state, ...demoStolenFirearm },
      'hit outcome chainOfCustody { kind } records { status seizure { seizedAt } }',
    );
    expect(errors).toEqual([]);
    expect([...withheld].sort()).toEqual(missing);
  });
});
