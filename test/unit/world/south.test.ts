import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkQuality } from '../../../subgraphs/kit/check-quality.js';
import { checkAgainstDatabase } from '../../../subgraphs/kit/mapping/check-database.js';
import { makeWorld, type StateCode } from '../../../subgraphs/world/world.js';
import { openStateNode, type StateNode } from './state-node.js';
import { firstPage } from './state-page.js';
import { isValid, type Told, tellers } from './tellers.js';

const states = ['PA', 'CR', 'DO'] as const;
type SouthernState = (typeof states)[number];

const nodes = new Map<StateCode, StateNode>();
const world = makeWorld();

beforeAll(async () => {
  for (const state of states) nodes.set(state, await openStateNode(state, {}));
}, 120_000);

afterAll(async () => {
  for (const node of nodes.values()) await node.close();
});

const served: readonly (readonly [SouthernState, string])[] = [
  ...types('PA', 'Firearm FirearmSeizure ArmsTransferLicence Stockpile DrugSeizure ClandestineLaboratory'),
  ...types('PA', 'OnlineDrugOffer PrecursorShipment PrecursorIncident PharmaceuticalDiversion Conveyance'),
  ...types('PA', 'TraffickingRoute Person CriminalOrganization FinancialReport AssetFreeze CorruptionCase'),
  ...types('PA', 'LegalInstrument ContactPoint'),
  ...types('CR', 'Firearm FirearmSeizure DrugSeizure OnlineDrugOffer PrecursorShipment PrecursorIncident'),
  ...types('CR', 'PharmaceuticalDiversion TraffickingRoute Person CriminalOrganization FinancialReport'),
  ...types('CR', 'AssetFreeze CorruptionCase Programme BestPractice TechnicalAssistance LegalInstrument'),
  ...types('CR', 'ContactPoint'),
  ...types('DO', 'Firearm FirearmSeizure DrugSeizure IllicitCropSite PrecursorShipment PrecursorIncident'),
  ...types('DO', 'PharmaceuticalDiversion TraffickingRoute Person CriminalOrganization FinancialReport'),
  ...types('DO', 'LegalInstrument ContactPoint'),
];

function types(state: SouthernState, names: string): readonly (readonly [SouthernState, string])[] {
  return names.split(' ').map((name) => [state, name] as const);
}

/** The Dominican Republic's keys say of which table they are. */
const dominicanKeys: Readonly<Record<string, string>> = {
  ...{
    Firearm: 'A',
    FirearmSeizure: 'AC',
    DrugSeizure: 'ID',
    IllicitCropSite: 'CU',
    PrecursorShipment: 'EM',
  },
  ...{ PrecursorIncident: 'IN', PharmaceuticalDiversion: 'DM', TraffickingRoute: 'RU', Person: 'P' },
  ...{ CriminalOrganization: 'O', FinancialReport: 'RE', LegalInstrument: 'LE', ContactPoint: 'CO' },
};

function idOf(state: SouthernState, type: string, number: number): string {
  const key =
    state === 'DO' ? `${dominicanKeys[type] ?? ''}${String(number).padStart(7, '0')}` : String(number);
  return `${state}:${type}:${key}`;
}

/** What a State makes of a fact, where its tables hold it in another way. */
function asKept(state: SouthernState, type: string, told: Told, noted: ReadonlySet<string>): Told {
  const leaders = (since: (leader: Told) => unknown): Told => ({
    ...told,
    leaders: (told['leaders'] as readonly Told[]).map((leader) => ({ ...leader, since: since(leader) })),
  });
  switch (`${state} ${type}`) {
    case 'PA CriminalOrganization':
      return leaders(({ since }) => String(since).slice(0, 4));
    case 'DO CriminalOrganization':
      return leaders(() => null);
    case 'DO Firearm':
      return { ...told, barrelLengthMillimetres: inInches(Number(told['barrelLengthMillimetres'])) };
    case 'CR Firearm':
      // of a model that is not known, nothing is known
      return noted.has('model')
        ? { ...told, calibre: null, barrelLengthMillimetres: null, countryOfManufacture: null }
        : told;
    default:
      return told;
  }
}

function inInches(millimetres: number): number {
  return Math.round(Math.round((millimetres / 25.4) * 100) * 0.254 * 1e6) / 1e6;
}

/** A fact without what a note says is not there. */
function withoutNoted(told: Told, noted: ReadonlySet<string>): Told {
  return Object.fromEntries(
    Object.entries(told).map(([name, value]) => {
      if (noted.has(name)) return [name, null];
      if (name !== 'place' && name !== 'site') return [name, value];
      const nowhere = noted.has(`${name}.municipality`) && {
        municipality: null,
        latitude: null,
        longitude: null,
      };
      const nameless = noted.has(`${name}.subdivision`) && { subdivision: null };
      return [name, { ...(value as Told), ...nowhere, ...nameless }];
    }),
  );
}

/** Lists in one order and capital letters in the Dominican Republic; a list of nothing is nothing. */
function comparable(state: SouthernState, value: unknown): unknown {
  if (typeof value === 'string') return state === 'DO' ? value.toUpperCase() : value;
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(state, item));
    return items.length === 0
      ? null
      : items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Told)
      .map(
        ([name, part]) => [name, comparable(state, name === 'serialNumber' ? asCode(part) : part)] as const,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** A serial number as it compares: letters and digits, however they were typed. */
function asCode(serial: unknown): unknown {
  return typeof serial === 'string' ? serial.toUpperCase().replaceAll(/[^A-Z0-9]/gu, '') : serial;
}

describe.each(states)('%s', (state) => {
  it('has a mapping that fits its database, and agreements that are right', () => {
    const { agreements, source } = nodes.get(state)!;
    expect(checkAgainstDatabase(source.mapping, source.shape)).toEqual([]);
    expect(agreements.length).toBeGreaterThanOrEqual(8);
  });

  it('serves what the plan of the region says, and nothing else', () => {
    const { records } = nodes.get(state)!.source.mapping;
    expect(Object.keys(records).sort()).toEqual(
      served
        .filter(([of]) => of === state)
        .map(([, type]) => type)
        .sort(),
    );
  });
});

describe('the list of', () => {
  it.each(served)('%s, %s, answers with records that are what the world knows', async (state, type) => {
    const node = nodes.get(state)!;
    const { kind, tell } = tellers[type]!;
    const facts = world.factsOf(state);
    const mapped = Object.keys(node.source.mapping.records[type]!.fields);
    const { totalCount, edges } = await firstPage(node, state, type);
    expect(totalCount).toBe(facts[kind].filter(isValid).length);
    const told = new Map(
      tell(facts, (of, number) => idOf(state, of, number)).map(([{ number }, one]) => [
        idOf(state, type, number),
        one,
      ]),
    );
    for (const { node: record } of edges) {
      const noted = new Set(record.quality.map(({ field }) => field));
      const fact = withoutNoted(asKept(state, type, told.get(record.id)!, noted), noted);
      const known = Object.keys(fact).filter((name) => mapped.includes(name));
      const of = (from: Told): Told => Object.fromEntries(known.map((name) => [name, from[name]]));
      expect(comparable(state, of(record))).toEqual(comparable(state, of(fact)));
      expect(record.reportingOrganization).toMatch(/\w/u);
    }
  });
});

describe('what clerks typed wrong', () => {
  /** Faults that a State's records have at this scale whatever the chance, and the others that its clerks may make. */
  const faults: Readonly<Record<SouthernState, readonly [sure: readonly string[], rare: readonly string[]]>> =
    {
      PA: [
        ['Firearm.make UNKNOWN_CODE', 'Firearm.serialNumber BLANK', 'Person.birthDate INVALID_DATE'],
        [
          'Firearm.status UNKNOWN_CODE',
          'ArmsTransferLicence.kind UNKNOWN_CODE',
          'DrugSeizure.category UNKNOWN_CODE',
          'DrugSeizure.quantityKilograms INVALID_NUMBER',
          'PrecursorShipment.quantityKilograms INVALID_NUMBER',
          'PrecursorShipment.quantityReceivedKilograms INVALID_NUMBER',
          'PrecursorShipment.casNumber BLANK',
          'PrecursorIncident.kind UNKNOWN_CODE',
          'PrecursorIncident.quantityKilograms INVALID_NUMBER',
          'Person.nationalIdentification BLANK',
          'CriminalOrganization.category UNKNOWN_CODE',
          'Conveyance.status UNKNOWN_CODE',
          'FinancialReport.reportCode UNKNOWN_CODE',
          'CorruptionCase.status UNKNOWN_CODE',
        ],
      ],
      CR: [
        [
          'Firearm.make BLANK',
          'Firearm.model BLANK',
          'Firearm.category UNKNOWN_CODE',
          'Firearm.serialNumber BLANK',
          'Person.birthDate INVALID_DATE',
        ],
        [
          'Firearm.status UNKNOWN_CODE',
          'DrugSeizure.category UNKNOWN_CODE',
          'DrugSeizure.substance BLANK',
          'PrecursorShipment.reply UNKNOWN_CODE',
          'PrecursorIncident.kind UNKNOWN_CODE',
          'Person.sex UNKNOWN_CODE',
          'CriminalOrganization.category UNKNOWN_CODE',
          'FinancialReport.reportCode UNKNOWN_CODE',
          'CorruptionCase.status UNKNOWN_CODE',
          'Programme.targetGroup UNKNOWN_CODE',
        ],
      ],
      DO: [
        ['Firearm.make UNKNOWN_CODE', 'Firearm.serialNumber BLANK', 'Person.birthDate INVALID_DATE'],
        [
          'Firearm.status UNKNOWN_CODE',
          'DrugSeizure.quantityKilograms INVALID_NUMBER',
          'DrugSeizure.substance UNKNOWN_CODE',
          'PrecursorShipment.casNumber BLANK',
          'PrecursorIncident.kind UNKNOWN_CODE',
          'Person.nationalIdentification BLANK',
          'Person.sex UNKNOWN_CODE',
          'CriminalOrganization.category UNKNOWN_CODE',
          'FinancialReport.reportCode UNKNOWN_CODE',
        ],
      ],
    };
  /** Days that no calendar has and places that are none may be anywhere. */
  const anywhere =
    /^\w+\.(?:\w+(?:On|At) INVALID_DATE|(?:place|site)\.(?:subdivision UNKNOWN_CODE|municipality BLANK))$/u;

  it.each(states)('becomes a note in %s, and nothing else does', async (state) => {
    const found = await checkQuality(nodes.get(state)!.source);
    const notes = found.flatMap(({ misfits }) =>
      misfits.map(({ coordinate, problem }) => `${coordinate} ${problem}`),
    );
    const [sure, rare] = faults[state];
    expect(notes).toEqual(expect.arrayContaining([...sure]));
    expect(notes.filter((note) => anywhere.test(note)).length).toBeGreaterThan(1);
    const unexpected = notes.filter((note) => ![...sure, ...rare].includes(note) && !anywhere.test(note));
    expect(unexpected).toEqual([]);
  });
});
