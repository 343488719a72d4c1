import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../../subgraphs/world/facts/fact.js';
import type { StateFacts } from '../../../subgraphs/world/facts/state-facts.js';
import { type FactKind, keepers, worldStates } from '../../../subgraphs/world/keeps.js';
import { table } from '../../../subgraphs/world/reference.js';
import { makeWorld, today } from '../../../subgraphs/world/world.js';

const world = makeWorld();
const kinds = Object.keys(keepers) as readonly FactKind[];
const told = worldStates.map((state) => world.factsOf(state));

function every(kind: FactKind): readonly (Fact & { readonly of: StateFacts })[] {
  return told.flatMap((of) => of[kind].map((fact) => ({ ...fact, of })));
}

function numbersOf(facts: readonly Fact[]): ReadonlySet<number> {
  return new Set(facts.map(({ number }) => number));
}

describe('the facts of nine States', () => {
  it('are about 20,000 at scale 1', () => {
    const count = kinds.reduce((sum, kind) => sum + every(kind).length, 0);
    expect([count > 18_000, count < 24_000]).toEqual([true, true]);
  });

  it.each(kinds)('%s are kept by three States at least, and by none that does not keep them', (kind) => {
    const keeping = told.filter((of) => of[kind].length > 0).map(({ state }) => state);
    expect(keeping).toEqual(keepers[kind]);
    expect(keeping.length).toBeGreaterThanOrEqual(3);
  });

  it.each(kinds)('%s are in the order of their numbers, none twice', (kind) => {
    for (const of of told) {
      const numbers = of[kind].map(({ number }) => number);
      expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    }
  });

  it.each(kinds)('%s were recorded by the day of the demo, and changed only afterwards', (kind) => {
    const wrong = every(kind).filter(
      ({ recordedOn, updatedOn }) =>
        recordedOn > today || (updatedOn !== null && (updatedOn < recordedOn || updatedOn > today)),
    );
    expect(wrong).toEqual([]);
  });

  it('expire in part: a few are no longer served', () => {
    const all = kinds.flatMap(every);
    const expired = all.filter(({ expiresOn }) => expiresOn !== null && expiresOn < today).length;
    expect([expired > 50, expired < all.length * 0.03]).toEqual([true, true]);
  });

  it('refer only to what the same State keeps', () => {
    const broken = told.flatMap((of) => {
      const persons = numbersOf(of.persons);
      const gangs = numbersOf(of.gangs);
      const networks = numbersOf(of.organizations);
      const routes = numbersOf(of.routes);
      const among = (known: ReadonlySet<number>, ...numbers: readonly (number | null)[]): boolean =>
        numbers.every((number) => number === null || known.has(number));
      return [
        of.firearms.every(({ seizure }) => among(numbersOf(of.firearmSeizures), seizure)),
        of.firearms.every(({ sale }) => among(persons, sale?.purchaser ?? null)),
        of.firearmSeizures.every((one) => among(persons, ...one.persons)),
        of.firearmSeizures.every((one) => among(networks, ...one.organizations) && among(routes, one.route)),
        of.traceRequests.every(({ firearm }) => among(numbersOf(of.firearms), firearm)),
        of.drugSeizures.every((one) => among(persons, ...one.persons) && among(routes, one.route)),
        of.drugSeizures.every((one) => among(networks, ...one.organizations)),
        of.drugSeizures.every(({ conveyance }) => among(numbersOf(of.conveyances), conveyance)),
        of.precursorIncidents.every(({ shipment }) => among(numbersOf(of.shipments), shipment)),
        of.precursorIncidents.every(({ route }) => among(routes, route)),
        of.routes.every(({ organizations }) => among(networks, ...organizations)),
        of.organizations.every(({ members }) => among(persons, ...members)),
        of.gangs.every(({ members }) => among(persons, ...members)),
        of.associations.every(({ person, gang }) => among(persons, person) && among(gangs, gang)),
        of.gangIncidents.every((one) => among(gangs, ...one.gangs)),
        of.gangMovements.every(({ gang }) => among(gangs, gang)),
        of.financialReports.every((one) => among(persons, ...one.persons)),
        of.assetFreezes.every((one) => among(persons, ...one.persons)),
      ].flatMap((holds, check) => (holds ? [] : [`${of.state} ${String(check)}`]));
    });
    expect(broken).toEqual([]);
  });

  it('have persons of whom the age is not known, and a few who were under 18', () => {
    const persons = told.flatMap((of) => of.persons);
    const minors = persons.filter(({ isMinor }) => isMinor === true).length;
    const unknown = persons.filter(({ birthDate }) => birthDate === null).length;
    expect([minors > 20, minors < 150, unknown > 20, unknown < 150]).toEqual([true, true, true, true]);
  });

  it('were met on the day of an event, some long before they were recorded, and a few of those as minors', () => {
    const persons = told.flatMap((of) => of.persons);
    const eighteenth = (birthDate: string): string =>
      `${String(Number(birthDate.slice(0, 4)) + 18)}${birthDate.slice(4)}`;
    const grownUp = persons.filter(
      ({ birthDate, metOn, recordedOn }) =>
        birthDate?.length === 10 && metOn < eighteenth(birthDate) && recordedOn >= eighteenth(birthDate),
    );
    expect(persons.filter(({ metOn, recordedOn }) => metOn > recordedOn)).toEqual([]);
    expect(grownUp.length).toBeGreaterThan(5);
    expect(grownUp.every(({ isMinor }) => isMinor === true)).toBe(true);
  });

  it('tell of firearms that were imported before they were stolen, in more States than the United States', () => {
    const imported = told.flatMap(({ state, firearms }) =>
      firearms.flatMap(({ importedOn, importMark, theft, year }) =>
        importedOn === null ? [] : [{ state, importedOn, importMark, theft, year }],
      ),
    );
    expect([...new Set(imported.map(({ state }) => state))].sort()).toEqual(['CR', 'GT', 'HN', 'NI', 'US']);
    const wrong = imported.filter(
      ({ state, importedOn, importMark, theft, year }) =>
        Number(importedOn.slice(0, 4)) < year ||
        importMark?.country !== state ||
        (theft !== null && importedOn >= theft.on),
    );
    expect(wrong).toEqual([]);
  });

  it('purge each association with a gang within five years, by two criteria at least', () => {
    const wrong = told
      .flatMap((of) => of.associations)
      .filter(({ criteria, purgeOn, recordedOn }) => {
        const limit = `${String(Number(recordedOn.slice(0, 4)) + 5)}${recordedOn.slice(4)}`;
        return criteria.length < 2 || purgeOn > limit || purgeOn < today;
      });
    expect(wrong).toEqual([]);
  });

  it('add up to the drug seizures that UNODC published, year by year', () => {
    const panama = told.find(({ state }) => state === 'PA')!;
    const published = table('unodc_annual_drug_seizures_2015_2019.csv').filter(
      ({ country, drug }) => country === 'PA' && drug === 'Cocaine salts',
    );
    const sums = published.map(({ year = '' }) =>
      Math.round(
        panama.drugSeizures
          .filter(({ substance, seizedAt }) => substance === 'Cocaine' && seizedAt.startsWith(year))
          .reduce((sum, { quantityKilograms }) => sum + (quantityKilograms ?? 0), 0),
      ),
    );
    expect(sums).toEqual(published.map(({ kilograms }) => Math.round(Number(kilograms))));
  });
});
