import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { isObjectType } from 'graphql';
import { isHitGrant } from '../../../policy/agreement.js';
import { checkAgainstDatabase } from '../../../subgraphs/kit/mapping/check-database.js';
import type { Fact } from '../../../subgraphs/world/facts/fact.js';
import { matchFields } from '../../../policy/match-on.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import { makeWorld, type StateCode, today } from '../../../subgraphs/world/world.js';
import { isExplained, type KeepingState, keepingStates, asKept, faults, idOf } from './keeping.js';
import { readRecords, type Values } from './read-records.js';
import { openStateNode, type StateNode } from './state-node.js';
import { differences, kinds, told } from './told.js';

interface Note {
  readonly field: string;
  readonly problem: string;
}

const scale = 0.3;
const world = makeWorld({ scale });
const vocabulary = vocabularyOf(memberDocument());

const nodes = new Map<StateCode, StateNode>();

// six databases are filled first, on a machine that may be busy
jest.setTimeout(240_000);

beforeAll(async () => {
  for (const state of keepingStates) nodes.set(state, await openStateNode(state, { scale }));
});

afterAll(async () => {
  for (const node of nodes.values()) await node.close();
});

function nodeOf(state: StateCode): StateNode {
  const node = nodes.get(state);
  if (node === undefined) throw new Error(`no node of ${state}`);
  return node;
}

const served = new Map<string, Promise<ReadonlyMap<string, Values>>>();

/** All records of a type, by their ids. */
function servedRecords(state: StateCode, type: string): Promise<ReadonlyMap<string, Values>> {
  const key = `${state} ${type}`;
  const records = served.get(key) ?? readRecords(nodeOf(state), state, type);
  served.set(key, records);
  return records;
}

function factsOf(state: StateCode, type: string): readonly Fact[] {
  const facts: readonly Fact[] = world.factsOf(state)[kinds[type]!.facts];
  return facts.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today);
}

/** Ids of the records of a type that have not expired. */
const liveIds = new Map<string, ReadonlySet<string>>();

function liveIdOf(state: KeepingState, type: string, number: number): string | null {
  const key = `${state} ${type}`;
  const ids = liveIds.get(key) ?? new Set(factsOf(state, type).map((fact) => idOf(state, type, fact.number)));
  liveIds.set(key, ids);
  const id = idOf(state, type, number);
  return ids.has(id) ? id : null;
}

/** Paths at which a record is not what the world told its State, though no note of the record says so. */
function unexplained(state: KeepingState, type: string, record: Values, fact: Fact): readonly string[] {
  const node = nodeOf(state);
  const definition = node.source.schema.getType(type);
  if (!isObjectType(definition)) return [];
  const notes = new Set((record['quality'] as readonly Note[]).map(({ field }) => field));
  const wanted = asKept(state, type, told(type, fact));
  return Object.keys(node.source.mapping.records[type]?.fields ?? {})
    .flatMap((field) =>
      differences(
        { idOf: (of, number) => liveIdOf(state, of, number) },
        definition.getFields()[field]!.type,
        record[field] ?? null,
        wanted[field],
        field,
      ),
    )
    .filter((path) => !isExplained(state, type, path, notes));
}

/** The part of a record at a path; null where a part on the way is missing. */
function valueAt(record: Values, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Values | null)?.[name] ?? null, record);
}

describe.each(keepingStates)('%s', (state) => {
  const types = Object.keys(kinds).filter((type) => world.factsOf(state)[kinds[type]!.facts].length > 0);

  it('has a mapping that fits its database, and agreements that are right', () => {
    const { agreements, source } = nodeOf(state);
    expect(checkAgainstDatabase(source.mapping, source.shape)).toEqual([]);
    expect(agreements.length).toBeGreaterThanOrEqual(8);
  });

  it('serves every type that the plan of the world gives it, and no other', () => {
    expect(Object.keys(nodeOf(state).source.mapping.records).sort()).toEqual([...types].sort());
  });

  it.each(types)('tells each %s as the world told it, but for what a note explains', async (type) => {
    const records = await servedRecords(state, type);
    const facts = factsOf(state, type);
    expect([...records.keys()].sort()).toEqual(facts.map(({ number }) => idOf(state, type, number)).sort());
    const wrong = facts.flatMap((fact) => {
      const id = idOf(state, type, fact.number);
      return unexplained(state, type, records.get(id)!, fact).map((path) => `${id} ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(types)('names on each %s its State and who reported it', async (type) => {
    const nameless = [...(await servedRecords(state, type)).values()].filter(
      ({ originState, reportingOrganization }) =>
        originState !== state || typeof reportingOrganization !== 'string',
    );
    expect(nameless).toEqual([]);
  });

  it('serves what does not fit as null, with a note that says what is wrong', async () => {
    const found = new Set<string>();
    const given: string[] = [];
    for (const type of types)
      for (const record of (await servedRecords(state, type)).values())
        for (const { field, problem } of record['quality'] as readonly Note[]) {
          found.add(`${type}.${field} ${problem}`);
          if (valueAt(record, field) !== null) given.push(`${String(record['id'])} ${field}`);
        }
    expect(given).toEqual([]);
    const { sure, rare } = faults[state];
    expect([...found]).toEqual(expect.arrayContaining([...sure]));
    expect([...found].filter((one) => ![...sure, ...rare].includes(one) && !anywhere.test(one))).toEqual([]);
  });

  it('grants only what it offers', () => {
    const { agreements, offered } = nodeOf(state);
    const dead = agreements.flatMap(({ id, grants }) =>
      grants.flatMap((grant) =>
        (isHitGrant(grant) ? grant.hit.matchOn : grant.fields)
          .flatMap((name) => matchFields(vocabulary, grant.record, name))
          .map(({ record, field }) => `${record}.${field}`)
          .filter((coordinate) => !offered.has(coordinate))
          .map((coordinate) => `${id} ${coordinate}`),
      ),
    );
    expect(dead).toEqual([]);
  });
});

/** Days that no calendar has and places that are none may be anywhere. */
const anywhere =
  /^\w+\.(?:\w+(?:On|At) INVALID_DATE|(?:place|site)\.(?:subdivision UNKNOWN_CODE|municipality BLANK))$/u;
