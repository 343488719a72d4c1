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
`;

const sql = `
  CREATE TABLE mara (id INTEGER PRIMARY KEY, nombre TEXT, clase TEXT, visto TEXT);
  INSERT INTO mara VALUES (1, 'Los Primos', 'M', '2011-02-30'), (2, 'Otra', 'Z', '2012-01-01');
  CREATE TABLE clica (mara INTEGER, nombre TEXT);
  INSERT INTO clica VALUES (1, 'Sur'), (1, 'Norte');
  CREATE TABLE movimiento (id INTEGER PRIMARY KEY, mara INTEGER, pais TEXT, hacia TEXT, fecha TEXT);
  INSERT INTO movimiento VALUES (1, 1, 'HN', 'GT', '2025-01-02'), (2, 2, 'HN', 'SV', '2025-03-02');
  CREATE TABLE incidente (id INTEGER PRIMARY KEY, fecha TEXT, depto TEXT);
  INSERT INTO incidente VALUES (1, '2025-01-02', 'HN-FM');`;

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
    '... on GangLookup { state name hit records { name cliques { name } movements { toCountry } } }';
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
            movements: [{ toCountry: 'GT' }],
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

describe('a list', () => {
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
    ['an id of another type', 'filter: { gang: { eq: "HN:Person:2" } }', 'filter.gang'],
    ['an id that is none', 'filter: { gang: { in: ["2"] } }', 'filter.gang'],
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
