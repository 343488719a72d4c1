import type { Grant } from '../../../policy/agreement.js';
import { type NodeUnderTest, openNode } from './node-under-test.js';

/** What a clerk wrote as a date of birth, what it says, and what is wrong with it. */
export const births: readonly (readonly [written: string | null, says: string | null, problem?: string])[] = [
  ['1987', '1987'],
  ['05/1987', '1987-05'],
  ['00/00/1987', '1987'],
  ['00/05/1987', '1987-05'],
  ['17/05/1987', '1987-05-17'],
  ['1987-05-17', '1987-05-17'],
  ['1987-02', '1987-02'],
  ['1986-12-31', '1986-12-31'],
  ['1988-01-01', '1988-01-01'],
  ['29/02/1988', '1988-02-29'],
  ['02/1988', '1988-02'],
  ['13/1987', null, 'INVALID_DATE'],
  ['1987-00', null, 'INVALID_DATE'],
  ['00/00/0000', null, 'INVALID_DATE'],
  ['29/02/1987', null, 'INVALID_DATE'],
  ['00/17/1987', null, 'INVALID_DATE'],
  ['17/00/1987', null, 'INVALID_DATE'],
  ['87', null, 'INVALID_DATE'],
  ['mayo 1987', null, 'INVALID_DATE'],
  ['c. 1987', null, 'INVALID_DATE'],
  ['', null, 'BLANK'],
  [null, null],
];

/** Days of events, beside every day on which somebody of the above may turn 18. */
export const events = [
  ...['2004-12-31', '2005-01-01', '2005-02-27', '2005-02-28', '2005-03-01', '2005-05-16', '2005-05-17'],
  ...['2005-05-30', '2005-05-31', '2005-06-01', '2005-12-30', '2005-12-31', '2006-01-01', '2006-02-28'],
  ...['2006-03-01', '2006-03-02'],
];

const mapping = `state: HN
records:
  Person:
    table: persona
    key: id
    fields:
      personName: { column: nombre }
      birthDate: { column: nacio, blank: [''], date: [YYYY-MM-DD, YYYY-MM, YYYY, DD/MM/YYYY, MM/YYYY, 00/MM/YYYY, 00/00/YYYY] }
      eventDate: { column: hecho }
      recordedAt: { column: registrado }
`;

/**
 * A node of persons, each once for each birth and event; keys count on.
 *
 * @param days - of events
 * @param url - of an empty database
 */
export async function openPersons(days: readonly string[], url?: string): Promise<NodeUnderTest> {
  const quoted = (text: string | null): string => (text === null ? 'NULL' : `'${text}'`);
  const rows = births.flatMap(([written], birth) =>
    days.map(
      (event, index) =>
        `(${String(birth * 100 + index)}, 'Persona', ${quoted(written)}, '${event}', '2020-01-01')`,
    ),
  );
  return openNode(
    mapping,
    `CREATE TABLE persona (id INTEGER PRIMARY KEY, nombre VARCHAR(40), nacio VARCHAR(20), hecho VARCHAR(10), registrado VARCHAR(10));
INSERT INTO persona VALUES ${rows.join(', ')};`,
    url,
  );
}

const fields = ['personName', 'birthDate', 'eventDate', 'isMinor', 'quality'];

/** Everything of everybody. */
export const all: Grant = {
  ...{ record: 'Person', fields, minors: true, unknownAge: 'ALLOW', legalBasis: ['L'] },
};
/** Who was an adult for sure. */
export const adults: Grant = { record: 'Person', fields };

export interface ListedPerson {
  readonly id: string;
  readonly birthDate: string | null;
  readonly isMinor: boolean | null;
  readonly quality: readonly { readonly field: string; readonly problem: string }[];
}

/** All persons of a list, page by page, in its order. */
export async function persons(
  node: NodeUnderTest,
  grant: Grant,
  terms: string,
  first = 100,
): Promise<readonly ListedPerson[]> {
  const found: ListedPerson[] = [];
  for (let after = ''; ;) {
    const { entity, errors } = await node.ask(
      [grant],
      `... on MemberState { persons(${terms} first: ${String(first)}${after}) {
         edges { node { id birthDate isMinor quality { field problem } } } pageInfo { hasNextPage endCursor } } }`,
      { __typename: 'MemberState', code: 'HN' },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { persons: page } = entity as {
      persons: {
        edges: readonly { node: ListedPerson }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    found.push(...page.edges.map(({ node: person }) => person));
    if (!page.pageInfo.hasNextPage) return found;
    after = ` after: "${page.pageInfo.endCursor}"`;
  }
}

/** Numbers of the births among persons that were found, each once. */
export function birthsOf(found: readonly Pick<ListedPerson, 'id'>[]): readonly number[] {
  const numbers = found.map(({ id }) => Math.floor(Number(id.split(':')[2]) / 100));
  return [...new Set(numbers)].sort((one, other) => one - other);
}
