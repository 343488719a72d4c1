import { describe, expect, it } from '@jest/globals';
import type { StateCode } from '../../../subgraphs/world/facts/fact.js';
import type { StateFacts } from '../../../subgraphs/world/facts/state-facts.js';
import { keepers, worldStates } from '../../../subgraphs/world/keeps.js';
import {
  demoConveyance,
  demoFirearm,
  demoGang,
  demoLicence,
  demoOrganization,
  demoPerson,
  demoRoute,
  demoShipment,
  demoStolenFirearm,
  makeWorld,
  today,
} from '../../../subgraphs/world/world.js';

const world = makeWorld();
const facts = new Map(worldStates.map((state) => [state, world.factsOf(state)]));

function of(state: StateCode): StateFacts {
  return facts.get(state)!;
}

/** Which States hold a thing, in the order of their codes. */
function holders(holds: (one: StateFacts) => boolean): readonly StateCode[] {
  return worldStates.filter((state) => holds(of(state)));
}

const aYearAgo = `2025${today.slice(4)}`;

describe('stories across borders', () => {
  it('a pistol was sold in the United States and seized in El Salvador; the serial number is in no other State', () => {
    const { serialNumber } = demoFirearm;
    expect(holders(({ firearms }) => firearms.some(({ serial }) => serial === serialNumber))).toEqual([
      'SV',
      'US',
    ]);
  });

  it('a pistol was sold in the United States, then stolen in Guatemala, then seized in Honduras', () => {
    const [gt, hn, us] = (['GT', 'HN', 'US'] as const).map((state) =>
      of(state).firearms.find(({ serial }) => serial === demoStolenFirearm.serialNumber),
    );
    const seizure = of('HN').firearmSeizures.find(({ number }) => number === hn!.seizure);
    const days = [us!.sale!.on, gt!.theft!.on, seizure!.seizedAt];
    expect(days).toEqual([...days].sort());
    expect([gt!.number, hn!.number, us!.number]).toEqual([5, 5, 5]);
  });

  it('a gang has cliques in four States, incidents of the last year in each, and movements over borders', () => {
    const states = demoGang.states.filter((state) => state !== 'US');
    const found = states.map((state) => ({
      cliques: of(state).gangs.find(({ name }) => name === demoGang.name)!.cliques.length >= 2,
      incidents: of(state).gangIncidents.some(
        ({ gangs, occurredAt }) => gangs.includes(0) && occurredAt > aYearAgo,
      ),
    }));
    expect(found).toEqual(states.map(() => ({ cliques: true, incidents: true })));
    const movers = holders(({ gangMovements }) => gangMovements.some(({ gang }) => gang === 0));
    expect(movers).toEqual(keepers.gangMovements);
  });

  it('a cocaine route has legs in five States and seizures of the last twelve months along each', () => {
    const told = demoRoute.states.map((state) => {
      const route = of(state).routes.find(({ name }) => name === demoRoute.name)!;
      const seizures = of(state).drugSeizures.filter(
        (seizure) => seizure.route === route.number && seizure.seizedAt > aYearAgo,
      );
      return [
        route.legs.every(({ fromCountry, toCountry }) => fromCountry === state || toCountry === state),
        route.legs.length > 0 && route.lastSeenOn > aYearAgo,
        seizures.length >= 3 && seizures.every(({ category }) => category === 'COCAINE_TYPE'),
      ];
    });
    expect(told).toEqual(demoRoute.states.map(() => [true, true, true]));
    const owners = holders(({ organizations }) =>
      organizations.some(({ name }) => name === demoOrganization.name),
    );
    expect(owners).toEqual(demoOrganization.states);
  });

  it('a shipment arrived short, and others had incidents with the same substance afterwards', () => {
    const [sent, received] = (['US', 'GT'] as const).map((state) =>
      of(state).shipments.find(
        ({ notificationNumber }) => notificationNumber === demoShipment.notificationNumber,
      ),
    );
    expect([sent!.quantityKilograms, sent!.quantityReceivedKilograms]).toEqual([4_000, null]);
    expect([received!.quantityKilograms, received!.quantityReceivedKilograms]).toEqual([4_000, 2_600]);
    const incidents = holders(({ precursorIncidents }) =>
      precursorIncidents.some(
        ({ casNumber, occurredOn }) =>
          casNumber === demoShipment.casNumber && occurredOn > received!.arrivedOn!,
      ),
    );
    expect(incidents).toEqual(expect.arrayContaining(['CR', 'DO', 'PA']));
  });

  it('what the United States exported, Honduras recorded in part', () => {
    const exported = of('US').licences.find(
      ({ licenceNumber }) => licenceNumber === demoLicence.exportLicenceNumber,
    )!;
    const imported = of('HN').licences.find(
      ({ licenceNumber }) => licenceNumber === exported.counterpartLicenceNumber,
    )!;
    expect([exported.quantityTransferred, imported.quantityTransferred]).toEqual([600, 480]);
    expect(imported.counterpartLicenceNumber).toBe(exported.licenceNumber);
  });

  it('a person is known by the same document in three States, and as associated with the gang in each', () => {
    const knows = ({ persons }: StateFacts) =>
      persons.find(
        ({ nationalIdentification }) => nationalIdentification === demoPerson.nationalIdentification,
      );
    expect(holders((one) => knows(one) !== undefined)).toEqual(demoPerson.states);
    const associated = holders((one) =>
      one.associations.some(({ person, gang }) => person === knows(one)?.number && gang === 0),
    );
    expect(associated).toEqual(demoPerson.states);
  });

  it('a lorry is known by the same vehicle number in three States', () => {
    expect(holders(({ conveyances }) => conveyances.some(({ vin }) => vin === demoConveyance.vin))).toEqual(
      demoConveyance.states,
    );
  });
});
