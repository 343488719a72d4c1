import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Requested, Step } from '../../policy/release/life.js';
import { candidatesOf } from '../../subgraphs/kit/release/candidates.js';
import { openReleaseStore, type ReleaseStore } from '../../subgraphs/kit/release/store.js';
import { throwawayDatabase } from '../services/throwaway-database.js';
import { openStateNode } from '../unit/world/state-node.js';
import { readRecords, type Values } from '../unit/world/read-records.js';
import { type MadeDatabase, mariadbDatabase } from './national-databases.js';

const made: MadeDatabase[] = [];
const urls = new Map<string, { readonly store: string; readonly state: string }>();

beforeAll(async () => {
  const name = `istmo_release_${String(process.pid)}_${String(Date.now())}`;
  const file = (one: string): string =>
    pathToFileURL(join(mkdtempSync(join(tmpdir(), 'istmo-release-')), one)).href;
  const several = [
    ['PostgreSQL', () => throwawayDatabase(name)],
    ['MariaDB', (one: string) => mariadbDatabase(`${name}_${one}`)],
  ] as const;
  urls.set('SQLite', { store: file('store.db'), state: file('state.db') });
  for (const [kind, make] of several) {
    const [store, state] = [await make('store'), await make('state')];
    made.push(store, state);
    urls.set(kind, { store: store.url, state: state.url });
  }
});
afterAll(async () => {
  for (const { drop } of made) await drop();
});

const by = { agency: 'GT-PNC', country: 'GT', officer: 'a', roles: ['investigator'] };
const evidence = { assertion: 'ñ'.repeat(2_000), text: '{}' };
const requested = (record: string, particulars: Partial<Requested['particulars']>): Requested => ({
  kind: 'REQUESTED',
  at: 1,
  by,
  purpose: 'GANG_INVESTIGATION',
  case: 'C-1',
  record,
  fields: ['personName'],
  deadline: 'DAYS_3',
  particulars: { salt: 's', match: [], justification: 'J', ...particulars },
  evidence,
});
const asked = requested('Person', { recordId: 'HN:Person:1' });
const approved: Step = { kind: 'APPROVED', at: 2, by, proposal: 'p', evidence };
const inForce: Step = { kind: 'IN_FORCE', at: 3 };

const ids = (stored: readonly { readonly id: string }[]) => stored.map(({ id }) => id);

describe.each(['SQLite', 'PostgreSQL', 'MariaDB'])('requests for release kept in %s', (kind) => {
  let store: ReleaseStore;
  beforeAll(async () => {
    store = await openReleaseStore(urls.get(kind)!.store);
  });
  afterAll(() => store.close());

  it('are as their steps were added, each after those that were known', async () => {
    expect(await store.get('A')).toBeUndefined();
    await store.add('A', 'GT-PNC', 0, asked);
    await store.add('B', 'SV-PNC', 0, asked);
    await store.add('C', 'GT-PNC', 0, asked);
    await store.add('A', 'GT-PNC', 1, approved);
    await expect(store.add('A', 'GT-PNC', 1, { kind: 'EXPIRED', at: 2 })).rejects.toThrow();
    expect((await store.get('A'))?.steps).toEqual([asked, approved]);
  });

  it('are told apart by whether they are decided, and whether what was approved is in force', async () => {
    expect(ids(await store.undecided())).toEqual(['B', 'C']);
    expect(ids(await store.unpublished())).toEqual(['A']);
    await store.add('A', 'GT-PNC', 2, inForce);
    await store.add('C', 'GT-PNC', 1, { kind: 'EXPIRED', at: 2 });
    expect(await store.unpublished()).toEqual([]);
    expect(ids(await store.undecided())).toEqual(['B']);
  });

  it('are paged from the newest on, of one agency or of all', async () => {
    const [newest, ...others] = await store.before(Number.MAX_SAFE_INTEGER, 2);
    expect([newest?.id, ids(others)]).toEqual(['C', ['B']]);
    expect(ids(await store.before(others[0]!.position, 2))).toEqual(['A']);
    expect(ids(await store.before(Number.MAX_SAFE_INTEGER, 10, 'GT-PNC'))).toEqual(['C', 'A']);
  });

  it('have the records that each of them means, in one statement for all', async () => {
    const node = await openStateNode('HN', { scale: 0.2 }, urls.get(kind)!.state);
    const people = [...(await readRecords(node, 'HN', 'Person'))].map(
      ([id, { nationalIdentification: document }]) => [id, (document ?? '') as string] as const,
    );
    const [[id, nationalIdentification] = ['', '']] = people;
    const documents = new Map(people);
    const personOf = (one: Values) => one['person'] as { readonly id: string };
    const [associationId, association] = [...(await readRecords(node, 'HN', 'GangAssociation'))].find(
      ([, one]) => (documents.get(personOf(one).id) ?? '') !== '',
    )!;
    const person = personOf(association);
    const value = documents.get(person.id)!;
    const found = await candidatesOf(node.source, [
      requested('Person', { match: [{ field: 'nationalIdentification', value: nationalIdentification }] }),
      requested('Person', { recordId: person.id }),
      requested('Person', { match: [{ field: 'passport', value: 'nobody' }] }),
      requested('GangAssociation', { recordId: associationId }),
      requested('GangAssociation', { match: [{ field: 'person.nationalIdentification', value }] }),
    ]);
    await node.close();
    expect(found).toEqual([
      expect.arrayContaining([id]),
      [person.id],
      [],
      [associationId],
      expect.arrayContaining([associationId]),
    ]);
  }, 60_000);
});
