import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'libsql';
import { describeProblem } from '../../../common/problem.js';
import { memberDocument } from '../../../schema/sources.js';
import { openDatabase } from '../../../subgraphs/kit/database/open.js';
import { readShape } from '../../../subgraphs/kit/database/shape.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import { readByKey, readByMatch } from '../../../subgraphs/kit/records/by-key.js';
import { countRows, readPage } from '../../../subgraphs/kit/records/page.js';
import { readRelated } from '../../../subgraphs/kit/records/related.js';
import type { ReadPlan, Source } from '../../../subgraphs/kit/records/source.js';

const schema = buildSubgraphSchema({ typeDefs: memberDocument() });

const text = `state: GT
records:
  Firearm:
    table: arma
    key: id
    joins:
      marca: { table: marca, on: { cod_marca: cod } }
    fields:
      make: { column: marca.nombre, match: TEXT }
      serialNumber: { column: serie, blank: ['', S/N], match: CODE }
      category: { column: tipo, codes: { 1: PISTOL, 2: RIFLE } }
      barrelLengthMillimetres: { column: pulgadas, multiply: 25.4 }
      recordedAt: { column: registro, date: DD/MM/YYYY }
      expiresOn: { column: vence, date: DD/MM/YYYY }
      handlingCode: { column: manejo, codes: { 0: H0, 1: H1 } }
      serialObliterated: { column: limada, codes: { S: true, N: false } }
  FirearmSeizure:
    table: decomiso
    key: id
    fields:
      place: { fields: { subdivision: { column: depto, codes: { 1: GT-01 } }, municipality: { column: muni } } }
      transit: { column: paises, split: ',' }
      firearms: { references: Firearm, foreign: decomiso }
      ammunition: { list: [{ table: municion, foreign: decomiso, fields: { calibre: { column: cal }, quantity: { column: n } } }], order: calibre }
`;

const sqlText = `
  CREATE TABLE marca (cod INTEGER PRIMARY KEY, nombre TEXT);
  INSERT INTO marca VALUES (1, 'Glock'), (2, 'Colt');
  CREATE TABLE arma (id INTEGER PRIMARY KEY, cod_marca INTEGER, serie TEXT, tipo INTEGER, pulgadas REAL, registro TEXT, vence TEXT, manejo INTEGER, limada TEXT, decomiso INTEGER);
  INSERT INTO arma VALUES
    (1, 1, 'AB-12', 1, 4.5, '31/12/2014', NULL, 0, 'S', 7),
    (2, 1, 'ab 12', 2, 20, '01/01/2015', NULL, 1, 'N', 7),
    (3, 2, 'S/N', 9, NULL, '31/02/2015', NULL, 0, '', NULL),
    (10, 2, 'ZZ9', 1, 5, '', '01/01/2020', 0, 'N', NULL),
    (11, NULL, '', 1, 5, NULL, '31/12/2099', NULL, NULL, NULL);
  CREATE TABLE decomiso (id INTEGER PRIMARY KEY, depto INTEGER, muni TEXT, paises TEXT);
  INSERT INTO decomiso VALUES (7, 1, ' Mixco ', 'HN, GT'), (8, 99, NULL, NULL);
  CREATE TABLE municion (decomiso INTEGER, cal TEXT, n INTEGER);
  INSERT INTO municion VALUES (7, '9mm', 50), (7, '.38', 6);`;

let source: Source;
const statements: string[] = [];

beforeAll(async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'istmo-kit-')), 'gt.db');
  const sqlite = new Sqlite(file);
  sqlite.exec(sqlText);
  sqlite.close();
  const parsed = parseMapping('mapping.yaml', text, schema);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  const database = openDatabase(pathToFileURL(file).href, { onStatement: (sql) => statements.push(sql) });
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

function plan(
  fields: readonly string[],
  opens: ReadPlan['opens'] = [{ where: undefined, returns: true }],
): ReadPlan {
  return { record: 'Firearm', fields, opens };
}

async function keysOf(
  filter: Parameters<typeof countRows>[2],
  sort?: { field: string; descending: boolean },
): Promise<string[]> {
  const page = await readPage(source, plan([]), { filter, sort, first: 100, after: undefined });
  return page.rows.map(({ row }) => row.key);
}

describe('rows in the shared language', () => {
  it('translate codes, dates, units, blanks and joins; what is no value is null', async () => {
    const rows = await readByKey(
      source,
      plan([
        'make',
        'serialNumber',
        'category',
        'barrelLengthMillimetres',
        'recordedAt',
        'serialObliterated',
      ]),
      ['1', '3', '11', 'x', '99'],
    );
    expect([...rows.values()]).toEqual([
      {
        key: '1',
        id: 'GT:Firearm:1',
        opened: [true],
        notes: [],
        values: {
          make: 'Glock',
          serialNumber: 'AB-12',
          category: 'PISTOL',
          barrelLengthMillimetres: 114.3,
          recordedAt: '2014-12-31',
          serialObliterated: true,
        },
      },
      {
        key: '3',
        id: 'GT:Firearm:3',
        opened: [true],
        notes: [],
        values: {
          make: 'Colt',
          serialNumber: null,
          category: null,
          barrelLengthMillimetres: null,
          recordedAt: null,
          serialObliterated: null,
        },
      },
      {
        key: '11',
        id: 'GT:Firearm:11',
        opened: [true],
        notes: [],
        values: {
          make: null,
          serialNumber: null,
          category: 'PISTOL',
          barrelLengthMillimetres: 127,
          recordedAt: null,
          serialObliterated: null,
        },
      },
    ]);
  });

  it('are not served once they have expired', async () => {
    expect(await keysOf({})).toEqual(['1', '11', '2', '3']);
  });

  it.each<[string, Parameters<typeof countRows>[2], readonly string[]]>([
    ['a code', { category: { eq: 'PISTOL' } }, ['1', '11']],
    ['text in any case', { make: { eq: ' glock' } }, ['1', '2']],
    ['a serial number in any writing', { serialNumber: { eq: 'a-b.12' } }, ['1', '2']],
    ['a first day', { recordedAt: { gte: '2015-01-01' } }, ['2']],
    ['a last day', { recordedAt: { lte: '2014-12-31' } }, ['1']],
    ['one of several', { category: { in: ['RIFLE', 'PISTOL'] } }, ['1', '11', '2']],
    ['anything but, which no missing value is', { category: { notIn: ['RIFLE'] } }, ['1', '11']],
    ['true', { serialObliterated: { eq: true } }, ['1']],
    ['a field that is not mapped', { finish: { eq: 'blued' } }, []],
    ['nothing of an empty list', { category: { in: [] } }, []],
    ['what would be SQL', { make: { eq: "' OR 1=1 --" } }, []],
  ])('are found by %s', async (_, filter, keys) => {
    expect(await keysOf(filter)).toEqual(keys);
    expect(await countRows(source, plan([]), filter)).toBe(keys.length);
  });

  it('are sorted with missing values last and ties by id, in both directions', async () => {
    expect(await keysOf({}, { field: 'recordedAt', descending: false })).toEqual(['1', '2', '11', '3']);
    expect(await keysOf({}, { field: 'recordedAt', descending: true })).toEqual(['2', '1', '11', '3']);
  });

  it.each([false, true])(
    'come page by page without a gap or a repetition (descending: %s)',
    async (descending) => {
      const sort = { field: 'recordedAt', descending };
      const seen: string[] = [];
      let after: string | undefined;
      for (let more = true; more;) {
        const page = await readPage(source, plan([]), { filter: {}, sort, first: 1, after });
        seen.push(...page.rows.map(({ row }) => row.key));
        after = page.rows[0]!.cursor;
        more = page.hasNextPage;
      }
      expect(seen).toEqual(await keysOf({}, sort));
    },
  );

  it('are returned only where a grant that returns rows opens them; others only show more', async () => {
    const opens: ReadPlan['opens'] = [
      { where: { handlingCode: { in: ['H0'] } }, returns: true },
      { where: { category: { eq: 'PISTOL' } }, returns: false },
    ];
    const page = await readPage(source, plan(['make'], opens), {
      filter: {},
      sort: undefined,
      first: 10,
      after: undefined,
    });
    expect(page.rows.map(({ row }) => [row.key, row.opened])).toEqual([
      ['1', [true, true]],
      ['3', [true, false]],
    ]);
  });

  it('are not read at all where nothing opens them', async () => {
    expect((await readByKey(source, plan(['make'], []), ['1'])).size).toBe(0);
  });

  it('answer many look-ups with one statement, which takes only the columns that are asked for', async () => {
    statements.length = 0;
    const found = await readByMatch(source, plan(['make']), [
      { serialNumber: 'AB12', make: 'Glock' },
      { serialNumber: 'none', make: 'Glock' },
    ]);
    expect(found.map((rows) => rows.map(({ key }) => key))).toEqual([['1', '2'], []]);
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toContain('pulgadas');
  });

  it('refuse a cursor that is none, or that sorts by what cannot stand there', async () => {
    const query = { filter: {}, sort: { field: 'barrelLengthMillimetres', descending: false }, first: 1 };
    const { rows } = await readPage(source, plan([]), { ...query, after: undefined });
    const [list, , key] = JSON.parse(Buffer.from(rows[0]!.cursor, 'base64url').toString()) as string[];
    for (const value of ['long', '', 'NaN', '1; DROP TABLE arma'])
      await expect(
        readPage(source, plan([]), {
          ...query,
          after: Buffer.from(JSON.stringify([list, value, key])).toString('base64url'),
        }),
      ).rejects.toMatchObject({ code: 'ARGUMENT_INVALID', details: { problem: 'NO_CURSOR' } });
    await expect(
      readPage(source, plan([]), { filter: {}, sort: undefined, first: 1, after: 'nonsense' }),
    ).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

describe('what hangs on a record', () => {
  it('is put together: values of several fields, lists in a column, lists in other tables, references', async () => {
    const rows = await readByKey(
      source,
      {
        record: 'FirearmSeizure',
        fields: ['place', 'transit'],
        opens: [{ where: undefined, returns: true }],
      },
      ['7', '8'],
    );
    expect([...rows.values()].map(({ values }) => values)).toEqual([
      { place: { subdivision: 'GT-01', municipality: 'Mixco' }, transit: ['HN', 'GT'] },
      { place: null, transit: null },
    ]);
    const seizure = source.mapping.records['FirearmSeizure']!;
    const type = (name: string) => schema.getType(name) as never;
    expect(
      await readRelated(source, seizure.fields['firearms'] as never, type('Firearm'), ['7', '8']),
    ).toEqual(new Map([['7', ['1', '2']]]));
    expect(
      await readRelated(source, seizure.fields['ammunition'] as never, type('AmmunitionLot'), ['7']),
    ).toEqual(
      new Map([
        [
          '7',
          [
            { calibre: '.38', quantity: 6 },
            { calibre: '9mm', quantity: 50 },
          ],
        ],
      ]),
    );
  });
});

describe('a mapping', () => {
  it.each([
    [
      'a field that does not exist',
      'make:',
      'maker:',
      'mapping.yaml:9:14: no field Firearm.maker in the shared language',
    ],
    [
      'a code that is no value of the enum',
      '2: RIFLE',
      '2: CANNON',
      'is no FirearmCategory; there are PISTOL',
    ],
    ['a form that no field has', 'blank:', 'blanks:', 'Unrecognized key: "blanks"'],
    ['a list without split', ", split: ','", '', 'a list needs split'],
    [
      'a record of the wrong type',
      'references: Firearm',
      'references: Person',
      'FirearmSeizure.firearms is a Firearm, not a Person',
    ],
  ])('with %s is refused, with file and line', (_, right, wrong, problem) => {
    const parsed = parseMapping('mapping.yaml', text.replace(right, wrong), schema);
    expect(parsed.ok ? [] : parsed.problems.map(describeProblem)).toEqual([expect.stringContaining(problem)]);
  });
});
