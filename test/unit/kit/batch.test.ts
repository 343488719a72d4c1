import { afterAll, describe, expect, it } from '@jest/globals';
import type { Grant } from '../../../policy/agreement.js';
import { openNode } from './node-under-test.js';

const node = openNode(
  `state: HN
records:
  Firearm:
    table: arma
    key: id
    fields:
      serialNumber: { column: serie, blank: [''], match: CODE }
      make: { column: marca, match: TEXT }
      model: { column: modelo, match: CODE }
      calibre: { column: calibre }
      handlingCode: { column: manejo }
`,
  `CREATE TABLE arma (id INTEGER PRIMARY KEY, serie TEXT, marca TEXT, modelo TEXT, calibre TEXT, manejo TEXT);
   INSERT INTO arma VALUES
     (1, 'BKR4471', 'Glock', '17', '9x19mm', 'H0'),
     (2, 'bkr-4473', 'GLOCK', '17', '9x19mm', 'H0'),
     (3, 'BKR4468', 'Glock', '1-7', '9x19mm', 'H2'),
     (4, 'BKR4472', 'Colt', '17', '9x19mm', 'H0'),
     (5, 'BKR4470', 'Glock', '19', '9x19mm', 'H0'),
     (6, 'BKR4474', 'Glock', '17', '.40 S&W', 'H0'),
     (7, 'BKR44A1', 'Glock', '17', '9x19mm', 'H0'),
     (8, 'BKR04473', 'Glock', '17', '9x19mm', 'H0'),
     (9, 'CKR4473', 'Glock', '17', '9x19mm', 'H0'),
     (10, 'BKR4490', 'Glock', '17', '9x19mm', 'H0'),
     (11, '', 'Glock', '17', '9x19mm', 'H0');`,
);
afterAll(async () => (await node).close());

const pistol = { serialNumber: 'BKR4471', make: 'Glock', model: '17', calibre: '9x19mm' };
const firearm: Grant = { record: 'Firearm', fields: ['serialNumber', 'make', 'model', 'calibre'] };
const batch: Grant = { record: 'FirearmBatch', fields: ['hit', 'records'] };
const selection = '... on FirearmBatch { serialNumber within hit records { id } }';

async function ask(grants: readonly Grant[], key: Record<string, unknown> = {}) {
  return (await node).ask(grants, selection, {
    ...{ __typename: 'FirearmBatch', state: 'HN', within: 10 },
    ...pistol,
    ...key,
  });
}

function recordsOf({ entity }: { readonly entity: unknown }): readonly string[] | undefined {
  const { records } = (entity ?? {}) as { records?: readonly { id: string }[] | null };
  return records?.map(({ id }) => id.replace('HN:Firearm:', ''));
}

describe('the batch of a firearm', () => {
  it('are others of its make, model and calibre with serial numbers beside its own, as they compare', async () => {
    const answer = await ask([firearm, batch]);
    expect(answer).toMatchObject({
      entity: { serialNumber: 'BKR4471', within: 10, hit: 'HIT' },
      errors: [],
      withheld: [],
      noted: { agreements: ['A1'], shown: expect.arrayContaining(['FirearmBatch.hit']) as unknown },
    });
    expect(recordsOf(answer)).toEqual(['2', '3']);
    expect(answer.statements).toHaveLength(1);
  });

  it.each([
    ['nearer', { within: 2 }, ['2']],
    ['farther', { within: 19 }, ['10', '2', '3']],
    ['of a model that nobody wrote down', { model: null }, ['2', '3', '5']],
    ['of a calibre that nobody wrote down', { calibre: null }, ['2', '3', '6']],
    ['beside another', { serialNumber: 'bkr 4472' }, ['1', '2', '3']],
    ['beside none', { serialNumber: 'UNKNOWN' }, []],
  ])('%s', async (_, key, records) => {
    const answer = await ask([firearm, batch], key);
    expect([recordsOf(answer), (answer.entity as { hit: string }).hit]).toEqual([
      records,
      records.length > 0 ? 'HIT' : 'NO_HIT',
    ]);
  });

  it.each([-1, 0, 26, 1.5, null, '10', undefined])('at a distance of %s is refused', async (within) => {
    expect((await ask([firearm, batch], { within })).errors).toEqual([
      { code: 'ARGUMENT_INVALID', argument: 'within' },
    ]);
  });

  it('is withheld without a grant of its own, and where a field that it is found by is not given or is masked', async () => {
    const isWithheld = async (grants: readonly Grant[]) => {
      const { entity, withheld, statements } = await ask(grants);
      expect([entity, statements]).toEqual([null, []]);
      return withheld;
    };
    const without = (field: string): Grant => ({
      record: 'Firearm',
      fields: ['serialNumber', 'make', 'model', 'calibre'].filter((name) => name !== field),
    });
    expect(await isWithheld([firearm])).toContain('FirearmBatch.records NOT_IN_AGREEMENT');
    for (const field of ['serialNumber', 'make', 'model', 'calibre'])
      expect([field, await isWithheld([without(field), batch])]).toEqual([
        field,
        ['FirearmBatch.hit NOT_IN_AGREEMENT', 'FirearmBatch.records NOT_IN_AGREEMENT'],
      ]);
    expect(await isWithheld([{ ...firearm, mask: { serialNumber: 'LAST4' } }, batch])).toContain(
      'FirearmBatch.records FILTER_WITHHELD',
    );
  });

  it('holds only what a grant opens', async () => {
    const open = { ...firearm, where: { handlingCode: { eq: 'H0' } } };
    expect(recordsOf(await ask([open, batch]))).toEqual(['2']);
  });

  it('is not told by hit or no hit: what is near is not equal', async () => {
    const hit: Grant = { record: 'Firearm', hit: { matchOn: ['serialNumber', 'make', 'model', 'calibre'] } };
    expect((await ask([hit])).entity).toMatchObject({ hit: 'NO_HIT', records: null });
  });

  it('is a fault where a gateway asks for the batch of no serial number, and not the whole make', async () => {
    await expect(ask([firearm, batch], { serialNumber: null })).rejects.toThrow('non-nullable');
  });
});
