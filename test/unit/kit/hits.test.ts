import { afterAll, describe, expect, it } from '@jest/globals';
import type { Grant } from '../../../policy/agreement.js';
import { openNode } from './node-under-test.js';

const node = openNode(
  `state: HN
records:
  Person:
    table: persona
    key: id
    fields:
      personName: { column: nombre }
      aliases: { column: apodos, split: ',' }
      birthDate: { column: nacio }
      recordedAt: { column: registrado }
      nationalIdentification: { column: cedula }
      handlingCode: { column: manejo }
  ContactPoint:
    table: contacto
    key: id
    fields:
      organization: { column: organo }
      domain: { column: asunto }
      phone: { column: telefono }
`,
  `CREATE TABLE persona (id INTEGER PRIMARY KEY, nombre TEXT, apodos TEXT, nacio TEXT, registrado TEXT, cedula TEXT, manejo TEXT);
   INSERT INTO persona VALUES
     (1, 'Ana Lucía Paz', 'Chata,La Negra', '1980-05-01', '2020-01-01', '0801', 'H0'),
     (2, 'Luis Chacón', NULL, '2004-05-01', '2020-01-01', '0802', 'H0'),
     (3, 'Hugo Ayala', NULL, NULL, '2020-01-01', '0803', 'H0'),
     (4, 'Eva Mejía', NULL, '1970-01-01', '2020-01-01', '0804', 'H3');
   CREATE TABLE contacto (id INTEGER PRIMARY KEY, organo TEXT, asunto TEXT, telefono TEXT);
   INSERT INTO contacto VALUES (1, 'Aduanas', 'CUSTOMS', '1'), (2, 'ATIC', 'PERSONS', '2');`,
);
afterAll(async () => (await node).close());

const hit: Grant = {
  record: 'Person',
  hit: { matchOn: ['nationalIdentification', 'passport'] },
  where: { handlingCode: { notIn: ['H3'] } },
};
const state = { __typename: 'MemberState', code: 'HN' };
const lookUp = (cedula: string) => ({
  __typename: 'PersonLookup',
  state: 'HN',
  nationalIdentification: cedula,
});

async function list(grants: readonly Grant[], filter: string) {
  return (await node).ask(
    grants,
    `... on MemberState { persons(filter: ${filter}) {
       hit contact { organization phone } totalCount edges { node { personName } } } }`,
    state,
  );
}

const contact = { organization: 'ATIC', phone: '2' };
const nothing = { totalCount: null, edges: null };

describe('a hit grant', () => {
  it('tells that there is such a record, and whom to call, and nothing else', async () => {
    const { entity, withheld, noted } = await list([hit], '{ nationalIdentification: { eq: "0801" } }');
    expect({ entity, withheld, noted }).toEqual({
      entity: { persons: { hit: 'HIT', contact, ...nothing } },
      withheld: ['Person.personName HIT_ONLY'],
      noted: {
        agreements: ['A1'],
        shown: ['ContactPoint.organization', 'ContactPoint.phone', 'PersonConnection.hit'],
      },
    });
  });

  it.each([
    ['where there is none', '0899'],
    ['of a record that its condition does not open', '0804'],
    ['of a person who was under 18', '0802'],
    ['of a person whose age is not known', '0803'],
  ])('tells of no hit %s, by the same statements as of a hit', async (_, cedula) => {
    const filter = (eq: string) => `{ nationalIdentification: { eq: "${eq}" } }`;
    const none = await list([hit], filter(cedula));
    expect(none.entity).toEqual({ persons: { hit: 'NO_HIT', contact: null, ...nothing } });
    expect(none.statements).toEqual((await list([hit], filter('0801'))).statements);
    expect(none.statements).toHaveLength(3);
  });

  it.each([
    ['a field that is not of its matchOn', '{ personName: { eq: "Ana Lucía Paz" } }'],
    ['one of several values', '{ nationalIdentification: { in: ["0801"] } }'],
    [
      'more than its matchOn',
      '{ nationalIdentification: { eq: "0801" }, personName: { eq: "Ana Lucía Paz" } }',
    ],
  ])('tells of no hit to who looks for %s', async (_, filter) => {
    expect((await list([hit], filter)).entity).toEqual({
      persons: { hit: 'NO_HIT', contact: null, ...nothing },
    });
  });

  it('tells nothing where nothing is looked for', async () => {
    expect((await list([hit], '{}')).entity).toBeNull();
  });

  it('tells of a minor where it has a legal basis of its own for it', async () => {
    const grant = { ...hit, minors: true, legalBasis: ['Ley de niñez, 12'] };
    expect((await list([grant], '{ nationalIdentification: { eq: "0802" } }')).entity).toMatchObject({
      persons: { hit: 'HIT' },
    });
  });

  it('answers a look-up without any grant on it, by as many statements for a hit as for none', async () => {
    const ask = async (cedula: string) =>
      (await node).ask(
        [hit],
        '... on PersonLookup { hit contact { phone } records { personName } }',
        lookUp(cedula),
      );
    const [found, none] = [await ask('0801'), await ask('0899')];
    expect([found.entity, none.entity, found.withheld]).toEqual([
      { hit: 'HIT', contact: { phone: '2' }, records: null },
      { hit: 'NO_HIT', contact: null, records: null },
      ['PersonLookup.records HIT_ONLY'],
    ]);
    expect(none.statements).toEqual(found.statements);
  });

  it('adds nothing to what others give: records are shown beside it', async () => {
    const fields: Grant = { record: 'Person', fields: ['personName', 'nationalIdentification'] };
    const { entity } = await list([hit, fields], '{ nationalIdentification: { eq: "0804" } }');
    expect(entity).toEqual({
      persons: {
        hit: 'NO_HIT',
        contact: null,
        totalCount: 1,
        edges: [{ node: { personName: 'Eva Mejía' } }],
      },
    });
  });
});

describe('a person who was under 18, or may have been', () => {
  const grant: Grant = {
    record: 'Person',
    fields: ['personName', 'nationalIdentification', 'isMinor', 'handlingCode'],
  };
  const ask = async (grants: readonly Grant[], query: string) =>
    (await node).ask(grants, `... on MemberState { persons${query} }`, state);

  it('is not found or counted by what identifies, nor by its order', async () => {
    const answers = await Promise.all([
      ask(
        [grant],
        '(filter: { personName: { in: ["Luis Chacón", "Hugo Ayala", "Ana Lucía Paz"] } }) { totalCount }',
      ),
      ask([grant], '(sort: { field: personName }) { totalCount edges { node { personName } } }'),
      ask([grant], '(filter: { handlingCode: { eq: H0 } }) { totalCount }'),
    ]);
    expect(answers.map(({ entity }) => entity)).toEqual([
      { persons: { totalCount: 1 } },
      {
        persons: {
          totalCount: 2,
          edges: [{ node: { personName: 'Ana Lucía Paz' } }, { node: { personName: 'Eva Mejía' } }],
        },
      },
      { persons: { totalCount: 3 } },
    ]);
  });

  it('is found where the grant lets unknown ages pass', async () => {
    const { entity } = await ask(
      [{ ...grant, unknownAge: 'ALLOW' }],
      '(sort: { field: personName }) { edges { node { personName } } }',
    );
    expect(entity).toEqual({
      persons: {
        edges: ['Ana Lucía Paz', 'Eva Mejía', 'Hugo Ayala'].map((personName) => ({ node: { personName } })),
      },
    });
  });

  it('is told to be one, or not, by the node, which reads no such column', async () => {
    const { entity } = await ask([grant], ' { edges { node { id isMinor } } }');
    expect(entity).toEqual({
      persons: {
        edges: [false, true, null, false].map((isMinor, index) => ({
          node: { id: `HN:Person:${String(index + 1)}`, isMinor },
        })),
      },
    });
  });

  it('has aliases masked one by one', async () => {
    const masked: Grant = { record: 'Person', fields: ['aliases'], mask: { aliases: 'INITIALS' } };
    const { entity } = await (
      await node
    ).ask([masked], '... on Person { aliases }', {
      __typename: 'Person',
      id: 'HN:Person:1',
    });
    expect(entity).toEqual({ aliases: ['C.', 'L. N.'] });
  });
});
