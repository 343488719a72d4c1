import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonFact } from '../../../subgraphs/world/facts/organizations.js';
import { makeWorld, type StateCode, today } from '../../../subgraphs/world/world.js';
import { type Asker, openStateNode, type StateNode } from './state-node.js';

const investigator = (agency: string): Asker => ({
  ...{ agency, role: 'investigator', purpose: 'GANG_INVESTIGATION' },
});

/** States whose records have the day of the event in which a person was met, and who may ask them for persons by name. */
const askers = [
  ['CR', investigator('CR-OIJ')],
  ['GT', investigator('SV-PNC')],
  ['HN', investigator('SV-PNC')],
  ['SV', investigator('GT-PNC')],
] as const;

const world = makeWorld();
const nodes = new Map<StateCode, StateNode>();

beforeAll(async () => {
  for (const [state] of askers) nodes.set(state, await openStateNode(state, {}));
}, 240_000);
afterAll(async () => {
  for (const node of nodes.values()) await node.close();
});

/** Persons whose day of birth is known, who were minors when they were met and adults when they were recorded. */
function grownUp(state: StateCode): readonly PersonFact[] {
  return world
    .factsOf(state)
    .persons.filter(
      ({ birthDate, isMinor, recordedOn, expiresOn, handlingCode }) =>
        birthDate?.length === 10 &&
        isMinor === true &&
        recordedOn >= `${String(Number(birthDate.slice(0, 4)) + 18)}${birthDate.slice(4)}` &&
        (expiresOn === null || expiresOn >= today) &&
        ['H0', 'H1'].includes(handlingCode),
    );
}

describe('a person who was a minor at the event and an adult when it was recorded', () => {
  it.each(askers)('is known as one in %s, and is not found by name', async (state, asker) => {
    const node = nodes.get(state)!;
    const key = { __typename: 'MemberState', code: state };
    const listed = (name: string): string =>
      `persons(filter: { personName: { eq: ${JSON.stringify(name)} } }, first: 100) { totalCount edges { node { eventDate isMinor } } }`;
    const persons = grownUp(state);
    expect(persons.length).toBeGreaterThan(0);
    for (const { name, metOn } of persons) {
      const freely = await node.askFreely(key, listed(name));
      expect(freely.entity).toMatchObject({
        persons: {
          edges: expect.arrayContaining([{ node: { eventDate: metOn, isMinor: true } }]) as unknown,
        },
      });
      const { entity } = await node.ask(asker, key, listed(name));
      const { edges } = (entity as { persons: { edges: readonly { node: { isMinor?: boolean } }[] } })
        .persons;
      expect(edges.filter(({ node: person }) => person.isMinor === true)).toEqual([]);
      const others = (freely.entity as { persons: { totalCount: number } }).persons.totalCount - edges.length;
      expect(others).toBeGreaterThan(0);
    }
  });

  it.each(askers)('while adults of %s are found by the same agreement', async (state, asker) => {
    const adult = world
      .factsOf(state)
      .persons.find(
        ({ isMinor, birthDate, handlingCode, expiresOn }) =>
          isMinor === false && birthDate?.length === 10 && handlingCode === 'H0' && expiresOn === null,
      )!;
    const { entity } = await nodes
      .get(state)!
      .ask(
        asker,
        { __typename: 'MemberState', code: state },
        `persons(filter: { personName: { eq: ${JSON.stringify(adult.name)} } }) { totalCount }`,
      );
    expect((entity as { persons: { totalCount: number } }).persons.totalCount).toBeGreaterThan(0);
  });
});
