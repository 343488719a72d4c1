import { openNode } from './node-under-test.js';

/** Names as clerks wrote them, one a key. */
const written = [
  ...[
    'José Núñez Ábrego',
    'JOSÉ NÚÑEZ ÁBREGO',
    ' josé núñez ábrego',
    'Jose Nunez Abrego',
    'Antônio Gonçalves',
  ],
  ...['Łukasz Šimić'],
];

/** Which keys are found by which name. */
export const foundBy: readonly (readonly [name: string, keys: readonly string[]])[] = [
  ['José Núñez Ábrego', ['1', '2', '3']],
  ['JOSÉ NÚÑEZ ÁBREGO', ['1', '2', '3']],
  ['josé núñez ábrego ', ['1', '2', '3']],
  ['jose nunez abrego', ['4']],
  ['ANTÔNIO GONÇALVES', ['5']],
  ['Łukasz Šimić', ['6']],
];

/** The keys that are found by each of these names. @param url - of an empty database */
export async function keysByName(url?: string): Promise<typeof foundBy> {
  const rows = written.map((name, index) => `(${String(index + 1)}, '${name}', '1980-01-01', '2020-01-01')`);
  const node = await openNode(
    `state: HN
records:
  Person:
    table: persona
    key: id
    fields:
      personName: { column: nombre, match: TEXT }
      birthDate: { column: nacio }
      recordedAt: { column: registrado }
`,
    `CREATE TABLE persona (id INTEGER PRIMARY KEY, nombre VARCHAR(40), nacio VARCHAR(10), registrado VARCHAR(10));
INSERT INTO persona VALUES ${rows.join(', ')};`,
    url,
  );
  const found: (readonly [string, readonly string[]])[] = [];
  for (const [personName] of foundBy) {
    const { entity } = await node.ask(
      [
        { record: 'Person', fields: ['personName'] },
        { record: 'PersonLookup', fields: ['records'] },
      ],
      '... on PersonLookup { records { id } }',
      { __typename: 'PersonLookup', state: 'HN', personName },
    );
    const { records } = entity as { records: readonly { id: string }[] };
    found.push([personName, records.map(({ id }) => id.replace('HN:Person:', ''))]);
  }
  await node.close();
  return found;
}
