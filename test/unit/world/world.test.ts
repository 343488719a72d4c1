import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, it } from '@jest/globals';
import { demoAgencies } from '../../../cli/region/demo-region.js';
import { describeProblem } from '../../../common/problem.js';
import { fromRoot } from '../../../common/root.js';
import { parseAgreements } from '../../../policy/parse.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import { departmentOf } from '../../../subgraphs/gt/seed/departments.js';
import { openDatabase } from '../../../subgraphs/kit/database/open.js';
import { readShape } from '../../../subgraphs/kit/database/shape.js';
import { checkAgainstDatabase } from '../../../subgraphs/kit/mapping/check-database.js';
import { parseMapping } from '../../../subgraphs/kit/mapping/parse-mapping.js';
import { publishedSeizures } from '../../../subgraphs/world/drug-seizures.js';
import { demoStateCodes, seedDatabase, stateTables } from '../../../subgraphs/world/load.js';
import { demoFirearm, demoSeizure, makeWorld, type StateCode } from '../../../subgraphs/world/world.js';

const states = demoStateCodes;
const world = makeWorld();
const lives = Array.from({ length: world.firearmCount }, (_, number) => world.firearmAt(number));

function digestOf(state: StateCode, seed: number): string {
  return createHash('sha256')
    .update(
      JSON.stringify(
        [...stateTables(state, { seed, scale: 0.1 })].map(([table, rows]) => [table, [...rows]]),
      ),
    )
    .digest('hex');
}

describe('the world', () => {
  it.each(states)('gives %s the same rows for the same seed, and others for another', (state) => {
    expect(digestOf(state, 1)).toBe(digestOf(state, 1));
    expect(digestOf(state, 1)).not.toBe(digestOf(state, 2));
  });

  it('has over 2,000 firearms in each of the three States of the first story', () => {
    const counts = (['GT', 'SV', 'US'] as const).map(
      (state) => lives.filter(({ knownTo }) => knownTo.includes(state)).length,
    );
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2_000);
  });

  it('has hundreds of serial numbers that two States know, and hundreds that three know, each its own', () => {
    const knownTo = (count: number): number => lives.filter((life) => life.knownTo.length === count).length;
    expect([knownTo(2) > 300, knownTo(3) > 200]).toEqual([true, true]);
    expect(new Set(lives.map(({ serial }) => serial)).size).toBe(lives.length);
  });

  it('grows with its scale', () => {
    expect(makeWorld({ scale: 2 }).firearmCount).toBe(11_600);
  });

  it('lets every firearm live in order: made, sold, stolen, seized', () => {
    const disordered = lives.filter(({ year, sale, theft, seizure }) => {
      const days = [String(year), sale?.on, theft?.on, seizure?.on].filter((day) => day !== undefined);
      return days.join() !== [...days].sort().join();
    });
    expect(disordered).toEqual([]);
  });

  it('has the pistol of the demo in two States and the seizure of the demo in El Salvador', () => {
    const pistol = lives.find(({ serial }) => serial === demoFirearm.serialNumber);
    expect([...pistol!.knownTo].sort()).toEqual(['SV', 'US']);
    const seized = lives.filter(({ seizure }) => seizure?.caseNumber === demoSeizure.caseNumber);
    const elsewhere = seized.filter(({ knownTo }) => knownTo.length > 1);
    expect({
      state: seized[0]!.seizure!.state,
      firearms: seized.length,
      knownElsewhere: elsewhere.length,
    }).toEqual({
      state: demoSeizure.state,
      firearms: demoSeizure.firearms,
      knownElsewhere: demoSeizure.knownElsewhere,
    });
  });
});

describe('the real seizures', () => {
  it('are all that were published: 398 of El Salvador, 133 of Guatemala', () => {
    expect([publishedSeizures('El Salvador').length, publishedSeizures('Guatemala').length]).toEqual([
      398, 133,
    ]);
  });

  it('of Guatemala have the department that their text names, where it names one', () => {
    const unknown = publishedSeizures('Guatemala').filter(
      ({ ADMINISTRATIVE_DIVISION: text }) => departmentOf(text) === null,
    );
    expect(new Set(unknown.map(({ ADMINISTRATIVE_DIVISION }) => ADMINISTRATIVE_DIVISION))).toEqual(
      new Set(['No indica']),
    );
    expect(
      ['Ocos, San Marcos', 'Zona 10, 91', 'Coban, Alta Verapaz', 'PUEBLO NUEVO VIÑAS, Santa Rosa'].map(
        departmentOf,
      ),
    ).toEqual([12, 1, 16, 6]);
  });
});

describe.each(states)('%s', (state) => {
  const folder = fromRoot('subgraphs', state.toLowerCase());

  it('has a mapping that fits the shared language and its database', async () => {
    const schema = buildSubgraphSchema({ typeDefs: memberDocument() });
    const file = join(folder, 'mapping.yaml');
    const parsed = parseMapping(file, readFileSync(file, 'utf8'), schema);
    expect(parsed.ok ? [] : parsed.problems.map(describeProblem)).toEqual([]);
    const url = pathToFileURL(join(await mkdtemp(join(tmpdir(), 'istmo-world-')), 'state.db')).href;
    await seedDatabase(url, state, { scale: 0.01 });
    const database = openDatabase(url);
    if (parsed.ok) expect(checkAgainstDatabase(parsed.mapping, await readShape(database))).toEqual([]);
    await database.db.destroy();
  });

  it('has a database that is made once, and anew when its tables have changed', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'istmo-world-')), 'state.db');
    const seed = () => seedDatabase(pathToFileURL(file).href, state, { scale: 0.01 });
    await seed();
    const { ino } = statSync(file);
    await seed();
    expect(statSync(file).ino).toBe(ino);
    writeFileSync(`${file}.made-of`, 'tables of an earlier version');
    await seed();
    expect(statSync(file).ino).not.toBe(ino);
  });

  it('has agreements that are right', () => {
    const names = readdirSync(join(folder, 'agreements'));
    const sources = names.map((name) => ({
      file: name,
      text: readFileSync(join(folder, 'agreements', name), 'utf8'),
    }));
    const parsed = parseAgreements(sources, state, vocabularyOf(memberDocument()), {
      agencies: demoAgencies,
    });
    expect(parsed.ok ? [] : parsed.problems.map(describeProblem)).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(4);
  });
});
