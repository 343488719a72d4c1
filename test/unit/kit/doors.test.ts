import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FieldGrant } from '../../../policy/agreement.js';
import { type NodeUnderTest, openNode } from './node-under-test.js';

const mapping = `state: HN
records:
  Gang:
    table: mara
    key: id
    fields:
      name: { column: nombre, match: TEXT }
      category: { column: clase, codes: { M: GANG } }
      firstSeenOn: { column: visto }
      cliques: { list: [{ table: clica, foreign: mara, fields: { name: { column: nombre } } }], order: name }
      movements: { references: GangMovement, foreign: mara }
      incidents: { references: GangIncident, link: { table: participa, ours: mara, theirs: incidente } }
  GangMovement:
    table: movimiento
    key: id
    fields:
      gang: { reference: Gang, column: mara }
      from: { fields: { country: { column: pais } } }
      toCountry: { column: hacia }
      observedOn: { column: fecha }
  GangIncident:
    table: incidente
    key: id
    fields:
      occurredAt: { column: fecha }
      place: { fields: { subdivision: { column: depto } } }
      kind: { column: tipo, codes: { H: HOMICIDE, E: EXTORTION } }
  GangAssociation:
    table: vinculo
    key: id
    fields:
      role: { column: papel, codes: { L: LEADER } }
      gang: { reference: Gang, through: { table: pertenece, foreign: vinculo, column: mara, latest: desde } }
`;

const sql = `
  CREATE TABLE mara (id INTEGER PRIMARY KEY, nombre TEXT, clase TEXT, visto TEXT);
  INSERT INTO mara VALUES (1, 'Los Primos', 'M', '2011-02-30'), (2, 'Otra', 'Z', '2012-01-01');
  CREATE TABLE clica (mara INTEGER, nombre TEXT);
  INSERT INTO clica VALUES (1, 'Sur'), (1, 'Norte');
  CREATE TABLE movimiento (id INTEGER PRIMARY KEY, mara INTEGER, pais TEXT, hacia TEXT, fecha TEXT);
  INSERT INTO movimiento VALUES (1, 1, 'HN', 'GT', '2025-01-02'), (2, 2, 'HN', 'SV', '2025-03-02');
  CREATE TABLE incidente (id INTEGER PRIMARY KEY, fecha TEXT, depto TEXT, tipo TEXT);
  INSERT INTO incidente VALUES (1, '2025-01-02', 'HN-FM', 'H'), (2, '2025-05-01', 'HN-CR', 'E'), (3, '2025-03-01', 'HN-FM', 'E'),
    (4, '2025-03-09', 'HN-FM', 'E');
  CREATE TABLE participa (mara INTEGER, incidente INTEGER);
  INSERT INTO participa VALUES (1, 1), (1, 2), (1, 3), (2, 4);
  CREATE TABLE vinculo (id INTEGER PRIMARY KEY, papel TEXT);
  INSERT INTO vinculo VALUES (1, 'L');
  CREATE TABLE pertenece (vinculo INTEGER, mara INTEGER, desde TEXT);
  INSERT INTO pertenece VALUES (1, 1, '2020-01-01');`;

let node: NodeUnderTest;
beforeAll(async () => {
  node = await openNode(mapping, sql);
});
afterAll(async () => {
  await node.close();
});

const state = { __typename: 'MemberState', code: 'HN' };
const gang: FieldGrant = {
  record: 'Gang',
  fields: ['name', 'cliques', 'movements', 'firstSeenOn', 'quality'],
};
const movement: FieldGrant = { record: 'GangMovement', fields: ['toCountry', 'gang', 'from', 'observedOn'] };
const lookup: FieldGrant = { record: 'GangLookup', fields: ['hit', 'records'] };

describe('a look-up', () => {
  const selection =
    '... on GangLookup { state name hit records { name cliques { name } movements { edges { node { toCountry } } } } }';
  const asked = (name: string) => ({ __typename: 'GangLookup', state: 'HN', name });

  it('of any kind answers with the records that its keys find', async () => {
    expect(await node.ask([gang, movement, lookup], selection, asked('los primos'))).toMatchObject({
      entity: {
        state: 'HN',
        name: 'los primos',
        hit: 'HIT',
        records: [
          {
            name: 'Los Primos',
            cliques: [{ name: 'Norte' }, { name: 'Sur' }],
            movements: { edges: [{ node: { toCountry: 'GT' } }] },
          },
        ],
      },
      errors: [],
      withheld: [],
    });
  });

  it('that finds nothing says so', async () => {
    const { entity } = await node.ask(
      [gang, lookup],
      '... on GangLookup { hit records { name } }',
      asked('x'),
    );
    expect(entity).toEqual({ hit: 'NO_HIT', records: [] });
  });

  it('by a key that may not be seen tells nothing', async () => {
    const blind: FieldGrant = { record: 'Gang', fields: ['cliques'] };
    const { entity, withheld } = await node.ask([blind, lookup], '... on GangLookup { hit }', asked('Otra'));
    expect([entity, withheld]).toEqual([null, ['GangLookup.hit NOT_IN_AGREEMENT']]);
  });

  it('of what the State does not record is not offered', async () => {
    const key = { __typename: 'PersonLookup', state: 'HN', passport: 'P1' };
    const grants: FieldGrant[] = [
      { record: 'PersonLookup', fields: ['hit'] },
      { record: 'Person', fields: ['passport'] },
    ];
    const { entity, withheld } = await node.ask(grants, '... on PersonLookup { hit }', key);
    expect([entity, withheld]).toEqual([null, ['PersonLookup.hit NOT_OFFERED']]);
  });
});

describe('a list that hangs on a record', () => {
  const incident: FieldGrant = { record: 'GangIncident', fields: ['occurredAt', 'kind'] };
  const open: FieldGrant = { record: 'Gang', fields: ['name', 'incidents'] };
  const primos = { __typename: 'Gang', id: 'HN:Gang:1' };

  it('is filtered, sorted, counted and paged like any other, under each alias by its own arguments', async () => {
    const first = await node.ask(
      [open, incident],
      `... on Gang {
        newest: incidents(sort: { field: occurredAt, descending: true }, first: 2) {
          totalCount edges { node { id } } pageInfo { hasNextPage endCursor }
        }
        extortion: incidents(filter: { kind: { eq: EXTORTION } }) { totalCount edges { node { id kind } } }
      }`,
      primos,
    );
    const { newest } = first.entity as { newest: { pageInfo: { endCursor: string } } };
    expect([first.entity, first.errors, first.withheld]).toEqual([
      {
        newest: {
          totalCount: 3,
          edges: [{ node: { id: 'HN:GangIncident:2' } }, { node: { id: 'HN:GangIncident:3' } }],
          pageInfo: { hasNextPage: true, endCursor: newest.pageInfo.endCursor },
        },
        extortion: {
          totalCount: 2,
          edges: [
            { node: { id: 'HN:GangIncident:2', kind: 'EXTORTION' } },
            { node: { id: 'HN:GangIncident:3', kind: 'EXTORTION' } },
          ],
        },
      },
      [],
      [],
    ]);
    const next = `incidents(sort: { field: occurredAt, descending: true }, after: "${newest.pageInfo.endCursor}")`;
    const second = await node.ask(
      [open, incident],
      `... on Gang { ${next} { edges { node { id } } pageInfo { hasNextPage } } }`,
      primos,
    );
    expect(second.entity).toEqual({
      incidents: { edges: [{ node: { id: 'HN:GangIncident:1' } }], pageInfo: { hasNextPage: false } },
    });
    const other = await node.ask([open, incident], `... on Gang { ${next} { edges { node { id } } } }`, {
      __typename: 'Gang',
      id: 'HN:Gang:2',
    });
    expect(other.errors).toEqual([{ code: 'ARGUMENT_INVALID', argument: 'after' }]);
  });

  it('has of its records those that an agreement opens, and is counted by them', async () => {
    const some: FieldGrant = { ...incident, where: { kind: { eq: 'HOMICIDE' } } };
    const { entity } = await node.ask(
      [open, some],
      '... on Gang { incidents { totalCount edges { node { id } } } }',
      primos,
    );
    expect(entity).toEqual({ incidents: { totalCount: 1, edges: [{ node: { id: 'HN:GangIncident:1' } }] } });
  });

  it.each([
    ['the field of the record', [{ record: 'Gang', fields: ['name'] }, incident], ['Gang.incidents']],
    ['the records', [open], ['GangIncident.occurredAt']],
  ] satisfies [string, FieldGrant[], string[]][])(
    'is withheld without a grant of %s',
    async (_, grants, names) => {
      const { entity, withheld } = await node.ask(
        grants,
        '... on Gang { name incidents { edges { node { occurredAt } } } }',
        primos,
      );
      expect([entity, withheld]).toEqual([
        { name: 'Los Primos', incidents: null },
        names.map((name) => `${name} NOT_IN_AGREEMENT`),
      ]);
    },
  );
});

describe('a list', () => {
  it('that is filtered by what the State keeps in another table is not empty but not offered', async () => {
    const { entity, withheld } = await node.ask(
      [{ record: 'GangAssociation', fields: ['role', 'gang'] }],
      '... on MemberState { gangAssociations(filter: { gang: { eq: "HN:Gang:1" } }) { edges { node { role } } } }',
      state,
    );
    expect([entity, withheld]).toEqual([
      null,
      ['GangAssociation.gang NOT_OFFERED', 'GangAssociation.role NOT_OFFERED'],
    ]);
  });

  it('that is filtered by a field that the State lacks is not empty but not offered', async () => {
    const { entity, withheld } = await node.ask(
      [{ record: 'GangMovement', fields: ['toCountry', 'kind'] }],
      '... on MemberState { gangMovements(filter: { kind: { eq: MIGRATION } }) { edges { node { toCountry } } } }',
      state,
    );
    expect([entity, withheld]).toEqual([
      null,
      ['GangMovement.kind NOT_OFFERED', 'GangMovement.toCountry NOT_OFFERED'],
    ]);
  });

  it('is filtered by a record only where the field that names it may be seen', async () => {
    const selection =
      '... on MemberState { gangMovements(filter: { gang: { eq: "HN:Gang:2" } }) { edges { node { id } } } }';
    const may = await node.ask([movement], selection, state);
    expect(may.entity).toEqual({ gangMovements: { edges: [{ node: { id: 'HN:GangMovement:2' } }] } });
    const mayNot = await node.ask([{ record: 'GangMovement', fields: ['toCountry'] }], selection, state);
    expect([mayNot.entity, mayNot.withheld]).toEqual([null, ['GangMovement.gang FILTER_WITHHELD']]);
  });

  it.each([
    [
      'a date that the calendar lacks',
      'filter: { observedOn: { gte: "2025-02-29" } }',
      'filter.observedOn.gte',
    ],
    [
      'an end before its beginning',
      'filter: { observedOn: { gte: "2025-02-02", lte: "2025-02-01" } }',
      'filter.observedOn',
    ],
    ['a code of another list', 'filter: { toCountry: { in: ["GT", "GUA"] } }', 'filter.toCountry.in'],
    ['an id of another type', 'filter: { gang: { eq: "HN:Person:2" } }', 'filter.gang.eq'],
    ['an id that is none', 'filter: { gang: { in: ["2"] } }', 'filter.gang.in'],
    ['an id of a State that does not take part', 'filter: { gang: { in: ["FR:Gang:2"] } }', 'filter.gang.in'],
    ['no records', 'first: 0', 'first'],
    ['too many records', 'first: 101', 'first'],
    ['a cursor of another list', 'after: "eyJ4Ijox"', 'after'],
  ])('with %s is refused at its argument', async (_, given, argument) => {
    const { entity, errors } = await node.ask(
      [movement],
      `... on MemberState { code gangMovements(${given}) { edges { node { id } } } }`,
      state,
    );
    expect([entity, errors]).toEqual([
      { code: 'HN', gangMovements: null },
      [{ code: 'ARGUMENT_INVALID', argument }],
    ]);
  });

  it('with a subdivision that does not exist is refused at its argument', async () => {
    const { errors } = await node.ask(
      [{ record: 'GangIncident', fields: ['place', 'occurredAt'] }],
      '... on MemberState { gangIncidents(filter: { place: { subdivision: { eq: "HN-99" } } }) { totalCount } }',
      state,
    );
    expect(errors).toEqual([{ code: 'ARGUMENT_INVALID', argument: 'filter.place.subdivision.eq' }]);
  });
});

describe('what does not fit', () => {
  it('is noted for the fields that are asked for and may be seen, and for no other', async () => {
    const ask = async (fields: string) => {
      const list = `... on MemberState { gangs { edges { node { ${fields} } } } }`;
      return (await node.ask([gang], list, state)).entity;
    };
    const invalid = { field: 'firstSeenOn', problem: 'INVALID_DATE' };
    expect(await ask('name firstSeenOn category quality { field problem }')).toEqual({
      gangs: {
        edges: [
          { node: { name: 'Los Primos', firstSeenOn: null, category: null, quality: [invalid] } },
          { node: { name: 'Otra', firstSeenOn: '2012-01-01', category: null, quality: [] } },
        ],
      },
    });
    expect(await ask('name quality { field }')).toEqual({
      gangs: {
        edges: [{ node: { name: 'Los Primos', quality: [] } }, { node: { name: 'Otra', quality: [] } }],
      },
    });
  });
});

describe('statistics', () => {
  const selection =
    '... on MemberState { statistics(year: 2025) { incidentCounts { month count } quantityKilograms { month } } }';

  it('are given to whom an agreement gives them; what the State lacks is not offered', async () => {
    const grant: FieldGrant = { record: 'Statistics', fields: ['incidentCounts', 'quantityKilograms'] };
    const { entity, withheld } = await node.ask([grant], selection, state);
    const months = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
    expect([entity, withheld]).toEqual([
      {
        statistics: {
          incidentCounts: months.map((month) => ({ month, count: '<5' })),
          quantityKilograms: null,
        },
      },
      ['Statistics.quantityKilograms NOT_OFFERED'],
    ]);
  });

  it('are withheld from all others', async () => {
    const { entity, withheld } = await node.ask([gang], selection, state);
    expect([entity, withheld]).toEqual([
      null,
      ['Statistics.incidentCounts NOT_IN_AGREEMENT', 'Statistics.quantityKilograms NOT_OFFERED'],
    ]);
  });
});
