import { afterAll, describe, expect, it } from '@jest/globals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describeProblem } from '../../../common/problem.js';
import type { FieldCondition } from '../../../policy/agreement.js';
import { holds } from '../../../policy/condition.js';
import { ageAt } from '../../../policy/minors.js';
import { memberDocument } from '../../../schema/sources.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import { adults, all, births, birthsOf, events, openPersons, persons } from './partial-dates.js';

const [someDay = ''] = events;
const opened = openPersons([someDay]);
const withEvents = openPersons(events);
afterAll(async () => {
  await (await opened).close();
  await (await withEvents).close();
});

/** First and last day that a birth can mean, by the calendar. */
function daysOf(says: string): readonly [first: string, last: string] {
  const [year = 0, month, day] = says.split('-').map(Number);
  const iso = (...parts: readonly [number, number, number]): string =>
    new Date(Date.UTC(...parts)).toISOString().slice(0, 10);
  if (day !== undefined) return [says, says];
  return month === undefined
    ? [iso(year, 0, 1), iso(year, 11, 31)]
    : [iso(year, month - 1, 1), iso(year, month, 0)];
}

/** Numbers of births of which every day satisfies a condition. */
function satisfying(holds: (first: string, last: string) => boolean): readonly number[] {
  return births.flatMap(([, says], number) => (says !== null && holds(...daysOf(says)) ? [number] : []));
}

const days = ['1986-12-31', '1987-01-01', '1987-02-01', '1987-02-28', '1987-05-01', '1987-05-17'];
const moreDays = ['1987-05-31', '1987-12-30', '1987-12-31', '1988-01-01', '1988-02-28', '1988-02-29'];

describe('a date of birth of which the day or the month is not known', () => {
  it('is served as far as it is known; what fits no form of the mapping is null, with a note', async () => {
    const found = await persons(await opened, all, '');
    const first = births.map((_, number) =>
      found.find(({ id }) => id === `HN:Person:${String(number * 100)}`),
    );
    expect(first.map((person) => [person?.birthDate, person?.quality])).toEqual(
      births.map(([, says, problem]) => [
        says,
        problem === undefined ? [] : [{ field: 'birthDate', problem }],
      ]),
    );
  });

  it.each([...days, ...moreDays])('satisfies what all the days that it can mean do: %s', async (day) => {
    const filtered = async (filter: string) =>
      birthsOf(await persons(await opened, all, `filter: { birthDate: { ${filter} } }`));
    const opening = async (wanted: FieldCondition) =>
      birthsOf(await persons(await opened, { ...all, where: { birthDate: wanted } }, ''));
    const expected = {
      gte: satisfying((first) => first >= day),
      lte: satisfying((_, last) => last <= day),
      eq: satisfying((first, last) => first === day && last === day),
      notIn: satisfying((first, last) => day < first || day > last),
    };
    expect([await filtered(`gte: "${day}"`), await filtered(`lte: "${day}"`)]).toEqual([
      expected.gte,
      expected.lte,
    ]);
    for (const [operator, numbers] of Object.entries(expected)) {
      const wanted: FieldCondition = { [operator]: operator === 'notIn' ? [day] : day };
      expect([operator, await opening(wanted)]).toEqual([operator, numbers]);
      const held = births.flatMap(([, says], number) =>
        holds({ birthDate: wanted }, { birthDate: says }) ? [number] : [],
      );
      expect([operator, held]).toEqual([operator, numbers]);
    }
  });

  it('is asked for by as much as is known: whoever was born within it is found', async () => {
    const found = async (birthDate: string) => {
      const { entity } = await (
        await opened
      ).ask(
        [all, { record: 'PersonLookup', fields: ['hit', 'records'] }],
        '... on PersonLookup { hit records { id } }',
        { __typename: 'PersonLookup', state: 'HN', personName: 'Persona', birthDate },
      );
      return birthsOf((entity as { records: readonly { id: string }[] }).records);
    };
    for (const asked of ['1987', '1987-05', '1987-05-17', '1988', '1988-02', '1999'])
      expect([asked, await found(asked)]).toEqual([
        asked,
        satisfying((first, last) => {
          const [from, until] = daysOf(asked);
          return first >= from && last <= until;
        }),
      ]);
  });

  it('stands in a sorted list before the days that it can mean, on one page as on many', async () => {
    const inOrder = async (descending: boolean, first = 100) =>
      (
        await persons(
          await opened,
          all,
          `sort: { field: birthDate, descending: ${String(descending)} }`,
          first,
        )
      ).map(({ birthDate }) => birthDate);
    const known = births.flatMap(([, says]) => (says === null ? [] : [says])).sort();
    const unknown = births.flatMap(([, says]) => (says === null ? [null] : []));
    expect(await inOrder(false)).toEqual([...known, ...unknown]);
    expect(await inOrder(true)).toEqual([...known.toReversed(), ...unknown]);
    expect(await inOrder(false, 3)).toEqual([...known, ...unknown]);
    expect(await inOrder(true, 1)).toEqual([...known.toReversed(), ...unknown]);
  });

  it('protects whoever may have been under 18 on the day of the event, in what is shown and in what finds', async () => {
    const ages = births.flatMap(([, says], birth) =>
      events.map((event, index) => [`HN:Person:${String(birth * 100 + index)}`, ageAt(says, event)] as const),
    );
    const shown = await persons(await withEvents, all, '');
    expect(new Map(shown.map(({ id, isMinor }) => [id, isMinor]))).toEqual(
      new Map(ages.map(([id, age]) => [id, age === 'UNKNOWN' ? null : age === 'MINOR'])),
    );
    const found = await persons(await withEvents, adults, 'filter: { personName: { eq: "Persona" } }');
    expect(found.map(({ id }) => id).toSorted()).toEqual(
      ages.flatMap(([id, age]) => (age === 'ADULT' ? [id] : [])).toSorted(),
    );
    // of whom only the year is known, nobody is an adult before its last day
    expect([ageAt('1987', '2005-12-30'), ageAt('1987', '2005-12-31')]).toEqual(['MINOR', 'ADULT']);
    expect([ageAt('1987-05', '2005-05-30'), ageAt('1987-05', '2005-05-31')]).toEqual(['MINOR', 'ADULT']);
  });
});

describe('a mapping', () => {
  const schema = buildSubgraphSchema({ typeDefs: memberDocument() });
  const problems = (field: string): readonly string[] => {
    const text = `state: HN\nrecords:\n  Person:\n    table: persona\n    key: id\n    fields:\n      ${field}\n`;
    const parsed = parseMapping('mapping.yaml', text, schema);
    return parsed.ok ? [] : parsed.problems.map(describeProblem);
  };

  it.each([
    [
      'of a day lacks it',
      'eventDate: { column: h, date: [YYYY-MM-DD, YYYY-MM] }',
      'a Date has a day, which YYYY-MM lacks',
    ],
    [
      'of a time lacks the day',
      'recordedAt: { column: h, date: YYYY }',
      'a DateTime has a day, which YYYY lacks',
    ],
    [
      'can be read in two ways',
      'birthDate: { column: h, date: [DD/MM/YYYY, MM/DD/YYYY] }',
      'nobody can tell DD/MM/YYYY from MM/DD/YYYY',
    ],
    ['is none', 'birthDate: { column: h, date: [YYYY, DDMMYY] }', 'mapping.yaml:7:'],
    ['is left out', 'birthDate: { column: h, date: [] }', 'mapping.yaml:7:'],
  ])('with a format that %s is refused', (_, field, problem) => {
    expect(problems(field)).toEqual([expect.stringContaining(problem)]);
  });
});
