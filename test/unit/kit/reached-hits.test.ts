import { afterAll, describe, expect, it } from '@jest/globals';
import type { Grant } from '../../../policy/agreement.js';
import { associationsMapping, associationsSql } from './associations.js';
import { openNode } from './node-under-test.js';

const node = openNode(associationsMapping, associationsSql);
afterAll(async () => (await node).close());

const path = 'person.nationalIdentification';
const hit: Grant = {
  record: 'GangAssociation',
  hit: { matchOn: [path, 'role'] },
  where: { handlingCode: { notIn: ['H3'] } },
};

async function list(grants: readonly Grant[], filter: string) {
  return (await node).ask(
    grants,
    `... on MemberState { gangAssociations(filter: ${filter}) {
       hit contact { organization languages } totalCount edges { node { role } } } }`,
    { __typename: 'MemberState', code: 'HN' },
  );
}

const by = (eq: string): string => `{ person: { nationalIdentification: { eq: "${eq}" } } }`;
const contact = { organization: 'FNAMP', languages: ['en', 'es'] };
const nothing = { totalCount: null, edges: null };

describe('a hit on what a person is in, by a document of the person', () => {
  it('is told, with whom to call, and nothing else', async () => {
    const { entity, withheld } = await list([hit], by('08011'));
    expect({ entity, withheld }).toEqual({
      entity: { gangAssociations: { hit: 'HIT', contact, ...nothing } },
      withheld: ['GangAssociation.role HIT_ONLY'],
    });
  });

  it.each([
    ['where there is no such person', '0899'],
    ['of a person who is in nothing', '0805'],
    ['of a record that the condition does not open', '0804'],
    ['of a person who was under 18', '0802'],
    ['of a person whose age is not known', '0803'],
    ['of a person whose record has expired', '0806'],
  ])('is none %s, by the same statements, as many and of the same form', async (_, cedula) => {
    const none = await list([hit], by(cedula));
    expect(none.entity).toEqual({ gangAssociations: { hit: 'NO_HIT', contact: null, ...nothing } });
    expect(none.statements).toEqual((await list([hit], by('08011'))).statements);
    expect(none.statements).toHaveLength(4);
  });

  it('is told of a minor, or of one of unknown age, where the grant opens that', async () => {
    const minors = { ...hit, minors: true, legalBasis: ['Ley de niñez, 12'] };
    const unknown = { ...hit, unknownAge: 'ALLOW' as const };
    const answers = await Promise.all([
      list([minors], by('0802')),
      list([unknown], by('0803')),
      list([unknown], by('0802')),
    ]);
    expect(answers.map(({ entity }) => entity)).toMatchObject([
      { gangAssociations: { hit: 'HIT' } },
      { gangAssociations: { hit: 'HIT' } },
      { gangAssociations: { hit: 'NO_HIT' } },
    ]);
  });

  it.each([
    ['one of several values', '{ person: { nationalIdentification: { in: ["08011"] } } }'],
    ['no value', '{ person: { nationalIdentification: { eq: null } } }'],
    ['a field of the person that is not of its matchOn', '{ person: { passport: { eq: "P" } } }'],
    ['the person by its id', '{ person: { eq: "HN:Person:1" } }'],
    [
      'more than its matchOn',
      `{ person: { nationalIdentification: { eq: "08011" } }, handlingCode: { eq: H0 } }`,
    ],
    ['the document and the id', '{ person: { eq: "HN:Person:1", nationalIdentification: { eq: "08011" } } }'],
  ])('is not told to who looks for %s', async (_, filter) => {
    expect(JSON.stringify((await list([hit], filter)).entity)).not.toContain('"HIT"');
  });

  it('is told of what fits all that is looked for', async () => {
    const both = (role: string) =>
      list([hit], `{ role: { eq: ${role} }, person: { nationalIdentification: { eq: "08011" } } }`);
    expect([(await both('MEMBER')).entity, (await both('LEADER')).entity]).toMatchObject([
      { gangAssociations: { hit: 'HIT' } },
      { gangAssociations: { hit: 'NO_HIT' } },
    ]);
  });

  it('gives no record to who may see the records and the persons, but not find one by the other', async () => {
    const grants: readonly Grant[] = [
      { record: 'GangAssociation', fields: ['role', 'person'], legalBasis: ['L'] },
      { record: 'Person', fields: ['nationalIdentification'] },
    ];
    const { entity, withheld } = await list(grants, by('08011'));
    expect({ entity, withheld }).toEqual({
      entity: null,
      withheld: expect.arrayContaining([`GangAssociation.${path} FILTER_WITHHELD`]),
    });
  });
});
