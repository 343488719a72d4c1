import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType } from 'graphql';
import { sql } from 'kysely';
import Sqlite from 'libsql';
import { describeProblem } from '../../../common/problem.js';
import { memberDocument } from '../../../schema/sources.js';
import { openDatabase } from '../../../subgraphs/kit/database/open.js';
import { readShape } from '../../../subgraphs/kit/database/shape.js';
import { checkQuality } from '../../../subgraphs/kit/check-quality.js';
import { isRelatedField } from '../../../subgraphs/kit/mapping/mapping.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import { readByKey } from '../../../subgraphs/kit/records/by-key.js';
import type { Filter } from '../../../subgraphs/kit/records/condition-sql.js';
import { readPage } from '../../../subgraphs/kit/records/page.js';
import { readRelated } from '../../../subgraphs/kit/records/related.js';
import type { ReadPlan, Source } from '../../../subgraphs/kit/records/source.js';
import { answerStatistics } from '../../../subgraphs/kit/statistics/statistics.js';
import type { Dimension } from '../../../subgraphs/kit/statistics/subjects.js';

const schema = buildSubgraphSchema({ typeDefs: memberDocument() });

const text = `state: HN
records:
  Gang:
    table: mara
    key: id
    fields:
      name: { column: nombre, blank: ['N/D'], match: TEXT }
      category: { column: clase, codes: { M: GANG } }
      firstSeenOn: { column: visto, date: DD/MM/YYYY }
      estimatedMembers: { column: miembros }
      activities: { column: delitos, split: ';', codes: { EXT: EXTORTION, NARCO: DRUG_TRAFFICKING } }
      territory: { list: [{ table: presencia, foreign: mara, value: { column: depto, codes: { 1: HN-AT, 8: HN-FM } } }] }
      cliques: { list: [{ table: clica, foreign: mara, fields: { name: { column: nombre }, estimatedMembers: { column: n } } }], order: name }
  GangMovement:
    table: movimiento
    key: id
    fields:
      gang: { reference: Gang, column: mara }
      from: { fields: { country: { column: pais }, subdivision: { column: depto, codes: { 8: HN-FM } } } }
      observedOn: { column: fecha }
  GangIncident:
    table: incidente
    key: id
    fields:
      place: { fields: { subdivision: { column: depto, codes: { 1: HN-AT, 8: HN-FM } }, municipality: { column: muni, match: TEXT } } }
      gangs: { references: Gang, link: { table: incidente_mara, ours: incidente, theirs: mara } }
      kind: { column: tipo, codes: { H: HOMICIDE } }
      occurredAt: { column: fecha }
  DrugSeizure:
    table: decomiso
    key: id
    fields:
      quantityKilograms: { column: cantidad, units: { column: unidad, multiply: { KG: 1, LB: 0.453592 }, elsewhere: [PLANTA] } }
      quantityUnits: { column: cantidad, units: { column: unidad, multiply: { PLANTA: 1 }, elsewhere: [KG, LB] } }
lookups:
  FirearmTrace:
    fields:
      chainOfCustody:
        list:
          - { table: incidente, foreign: id, fields: { kind: { constant: SEIZURE }, place: { fields: { municipality: { column: muni } } } } }
`;

const sqlText = `
  CREATE TABLE mara (id INTEGER PRIMARY KEY, nombre TEXT, clase TEXT, visto TEXT, miembros TEXT, delitos TEXT);
  INSERT INTO mara VALUES (1, 'Los Primos', 'M', '03/04/2011', '120', 'EXT; NARCO;XX'), (2, 'N/D', 'Z', '31/02/2012', 'muchos', NULL), (3, NULL, NULL, NULL, NULL, NULL);
  CREATE TABLE presencia (mara INTEGER, depto INTEGER);
  INSERT INTO presencia VALUES (1, 8), (1, 1), (1, 99), (2, 8);
  CREATE TABLE clica (mara INTEGER, nombre TEXT, n INTEGER);
  INSERT INTO clica VALUES (1, 'Sur', 30), (1, 'Norte', NULL);
  CREATE TABLE movimiento (id INTEGER PRIMARY KEY, mara INTEGER, pais TEXT, depto INTEGER, fecha TEXT);
  INSERT INTO movimiento VALUES (1, 1, 'HN', 8, '2025-01-02'), (2, 2, 'Honduras', 77, '2025-13-02'), (3, NULL, NULL, NULL, NULL);
  CREATE TABLE incidente (id INTEGER PRIMARY KEY, depto INTEGER, muni TEXT, tipo TEXT, fecha TEXT);
  INSERT INTO incidente VALUES (1, 8, 'Tegucigalpa', 'H', '2025-03-01'), (2, 1, 'La Ceiba', 'H', '2025'), (3, 8, NULL, NULL, '2025-03-09');
  CREATE TABLE incidente_mara (incidente INTEGER, mara INTEGER);
  INSERT INTO incidente_mara VALUES (1, 1), (1, 2), (2, 1);
  CREATE TABLE decomiso (id INTEGER PRIMARY KEY, cantidad REAL, unidad TEXT);
  INSERT INTO decomiso VALUES (1, 12, 'KG'), (2, 40, 'PLANTA'), (3, 7, 'TAMBOR');`;

let source: Source;

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'istmo-forms-')), 'hn.db');
  const sqlite = new Sqlite(file);
  sqlite.exec(sqlText);
  sqlite.close();
  const parsed = parseMapping('mapping.yaml', text, schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  // some tests add rows
  const database = openDatabase(pathToFileURL(file).href, { writable: true });
  source = {
    database,
    shape: await readShape(database),
    mapping: parsed.mapping,
    schema,
    clock: () => Date.parse('2026-06-01'),
  };
});
afterAll(async () => {
  await source.database.db.destroy();
});

function plan(record: string, fields: readonly string[]): ReadPlan {
  return { record, fields, opens: [{ where: undefined, returns: true }] };
}

async function keysOf(record: string, filter: Filter): Promise<readonly string[]> {
  const page = await readPage(source, plan(record, []), {
    filter,
    sort: undefined,
    first: 100,
    after: undefined,
  });
  return page.rows.map(({ row }) => row.key);
}

async function related(type: string, field: string, keys: readonly string[]): Promise<unknown> {
  const object = schema.getType(type);
  const form = (source.mapping.records[type] ?? source.mapping.lookups[type])?.fields[field];
  if (!isObjectType(object) || form === undefined || !isRelatedField(form)) throw new Error(field);
  return Object.fromEntries(await readRelated(source, form, object.getFields()[field]!.type, keys));
}

describe('lists of a record', () => {
  it('of values in a table of their own keep their parts', async () => {
    expect(await related('Gang', 'cliques', ['1', '2'])).toEqual({
      1: [
        { name: 'Norte', estimatedMembers: null },
        { name: 'Sur', estimatedMembers: 30 },
      ],
    });
  });

  it('of codes in a table of their own are translated, in the order of their texts; what is no code is none', async () => {
    expect(await related('Gang', 'territory', ['1', '2', '3'])).toEqual({
      1: ['HN-AT', 'HN-FM'],
      2: ['HN-FM'],
    });
  });

  it('in one column are translated item by item', async () => {
    const rows = await readByKey(source, plan('Gang', ['activities']), ['1', '2']);
    expect([...rows.values()].map(({ values }) => values)).toEqual([
      { activities: ['EXTORTION', 'DRUG_TRAFFICKING'] },
      { activities: null },
    ]);
  });

  it('of other records name their keys', async () => {
    expect(await related('GangIncident', 'gangs', ['1', '2', '3'])).toEqual({ 1: ['1', '2'], 2: ['1'] });
  });

  it('hold values within values', async () => {
    expect(await related('FirearmTrace', 'chainOfCustody', ['1', '3'])).toEqual({
      1: [{ kind: 'SEIZURE', place: { municipality: 'Tegucigalpa' } }],
      3: [{ kind: 'SEIZURE', place: null }],
    });
  });
});

describe('filters', () => {
  it.each<[string, string, Filter, readonly string[]]>([
    ['by a part of a place', 'GangIncident', { place: { subdivision: { eq: 'HN-FM' } } }, ['1', '3']],
    [
      'by two parts of a place',
      'GangIncident',
      { place: { subdivision: { in: ['HN-FM', 'HN-AT'] }, municipality: { eq: 'la ceiba' } } },
      ['2'],
    ],
    ['by a part that the State does not map', 'GangIncident', { place: { country: { eq: 'HN' } } }, []],
    [
      'by nothing, where a filter is null',
      'GangIncident',
      { place: null, kind: { eq: 'HOMICIDE' } },
      ['1', '2'],
    ],
    ['by a record of this State', 'GangMovement', { gang: { eq: 'HN:Gang:1' } }, ['1']],
    ['by one of several records', 'GangMovement', { gang: { in: ['HN:Gang:2', 'HN:Gang:9'] } }, ['2']],
    ['by a record of another State', 'GangMovement', { gang: { eq: 'GT:Gang:1' } }, []],
    ['by a list of other records, which cannot be', 'GangIncident', { gangs: { eq: 'HN:Gang:1' } }, []],
  ])('%s', async (_, record, filter, keys) => {
    expect(await keysOf(record, filter)).toEqual(keys);
  });
});

describe('what does not fit', () => {
  it('is null with a note for each field that is read, and nothing is noted where nothing is written', async () => {
    const fields = ['name', 'category', 'firstSeenOn', 'estimatedMembers', 'quality'];
    const rows = await readByKey(source, plan('Gang', fields), ['1', '2', '3']);
    const { quality, ...missing } = {
      quality: null,
      name: null,
      category: null,
      firstSeenOn: null,
      estimatedMembers: null,
    };
    expect([...rows.values()].map(({ values, notes }) => ({ values, notes }))).toEqual([
      {
        values: {
          name: 'Los Primos',
          category: 'GANG',
          firstSeenOn: '2011-04-03',
          estimatedMembers: 120,
          quality,
        },
        notes: [],
      },
      {
        values: { ...missing, quality },
        notes: [
          { field: 'name', problem: 'BLANK' },
          { field: 'category', problem: 'UNKNOWN_CODE' },
          { field: 'firstSeenOn', problem: 'INVALID_DATE' },
          { field: 'estimatedMembers', problem: 'INVALID_NUMBER' },
        ],
      },
      { values: { ...missing, quality }, notes: [] },
    ]);
  });

  it('is noted with the name of its part', async () => {
    const rows = await readByKey(source, plan('GangMovement', ['from', 'observedOn', 'quality']), ['1', '2']);
    expect([...rows.values()].map(({ values: { from }, notes }) => ({ from, notes }))).toEqual([
      { from: { country: 'HN', subdivision: 'HN-FM' }, notes: [] },
      {
        from: null,
        notes: [
          { field: 'from.country', problem: 'UNKNOWN_CODE' },
          { field: 'from.subdivision', problem: 'UNKNOWN_CODE' },
          { field: 'observedOn', problem: 'INVALID_DATE' },
        ],
      },
    ]);
  });
});

describe('a quantity with its unit beside it', () => {
  it('is in the field of its unit, is no fault of the other field, and is noted where its unit is unknown', async () => {
    const fields = ['quantityKilograms', 'quantityUnits', 'quality'];
    const rows = await readByKey(source, plan('DrugSeizure', fields), ['1', '2', '3']);
    const found = [...rows.values()].map(({ values, notes }) => [
      values['quantityKilograms'],
      values['quantityUnits'],
      notes,
    ]);
    expect(found).toEqual([
      [12, null, []],
      [null, 40, []],
      [
        null,
        null,
        [
          { field: 'quantityKilograms', problem: 'INVALID_NUMBER' },
          { field: 'quantityUnits', problem: 'INVALID_NUMBER' },
        ],
      ],
    ]);
  });
});

describe('the check of a whole database', () => {
  it('counts its records, and what of them does not fit, by field and problem', async () => {
    const found = await checkQuality(source);
    expect(found.find(({ type }) => type === 'GangMovement')).toEqual({
      type: 'GangMovement',
      records: 3,
      misfits: [
        { coordinate: 'GangMovement.from.country', problem: 'UNKNOWN_CODE', records: 1 },
        { coordinate: 'GangMovement.from.subdivision', problem: 'UNKNOWN_CODE', records: 1 },
        { coordinate: 'GangMovement.observedOn', problem: 'INVALID_DATE', records: 1 },
      ],
    });
    expect(found.map(({ type, misfits }) => [type, misfits.length])).toEqual([
      ['Gang', 5],
      ['GangMovement', 3],
      ['GangIncident', 1],
      ['DrugSeizure', 2],
    ]);
  });
});

describe('statistics', () => {
  beforeAll(async () => {
    const days = Array.from(
      { length: 9 },
      (_, n) => `(${String(n + 10)}, 8, NULL, 'H', '2024-05-0${String(n + 1)}')`,
    );
    await sql.raw(`INSERT INTO incidente VALUES ${days.join(',')}`).execute(source.database.db);
  });

  const ask = (year: number, by: readonly Dimension[]) =>
    answerStatistics(source, { year, by }, ['incidentCounts', 'firearmsByOrigin']);

  it('count the records of a year by month, of what the State records', async () => {
    const { incidentCounts, firearmsByOrigin } = await ask(2024, ['MONTH']);
    const cell = {
      subject: 'GANG_INCIDENTS',
      subdivision: null,
      substance: null,
      calibre: null,
      origin: null,
    };
    expect(firearmsByOrigin).toEqual([]);
    expect(incidentCounts).toEqual(
      Array.from({ length: 12 }, (_, n) => ({
        ...cell,
        month: `2024-${String(n + 1).padStart(2, '0')}`,
        count: n === 4 ? '5' : '<5',
      })),
    );
  });

  it('have a cell for each subdivision, and none for what the subject does not tell', async () => {
    const { incidentCounts } = await ask(2024, ['SUBDIVISION']);
    const cells = incidentCounts as readonly { subdivision: string; count: string }[];
    expect([cells.length, cells.filter(({ count }) => count !== '<5')]).toEqual([
      18,
      [expect.objectContaining({ subdivision: 'HN-FM', count: '5' })],
    ]);
    expect((await ask(2024, ['ORIGIN']))['incidentCounts']).toEqual([]);
  });

  it.each<[string, number, readonly Dimension[]]>([
    ['year', 1066, ['MONTH']],
    ['year', 2027, ['MONTH']],
    ['by', 2024, []],
    ['by', 2024, ['SUBDIVISION', 'ORIGIN']],
    ['by', 2024, ['MONTH', 'MONTH']],
  ])('refuse a %s that is not given out', async (argument, year, by) => {
    await expect(ask(year, by)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID', details: { argument } });
  });
});

describe('a mapping', () => {
  it('is refused where a list of plain values is given fields, or one of records a value', () => {
    const wrong = `state: HN
records:
  Gang:
    table: mara
    key: id
    fields:
      territory: { list: [{ table: p, foreign: m, fields: { a: { column: b } } }] }
      cliques: { list: [{ table: p, foreign: m, value: { column: b } }] }
`;
    const parsed = parseMapping('mapping.yaml', wrong, schema);
    expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toEqual([
      'Gang.territory is a list of SubdivisionCode: it needs value',
      'Gang.cliques is a list of Clique: it needs fields',
    ]);
  });
});
