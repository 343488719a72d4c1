import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Region } from '../../../../common/region.js';
import { compilePolicy } from '../../../../policy/compile.js';
import { decide } from '../../../../policy/decide.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';
import { type AgreementSet, loadSigned } from '../../../../subgraphs/kit/agreements.js';
import { releasedHistory } from '../../policy/history/released.js';
import { day } from '../../policy/history/signed-history.js';
import { type LimitedNode, openLimitedNode } from '../quota/limited-node.js';

const hour = 3_600_000;
/** The release is until 31 March where Guatemala is: six hours behind UTC. */
const over = Date.parse('2026-04-01T06:00:00Z');

let set: AgreementSet;
let node: LimitedNode;
beforeAll(async () => {
  const { text, register } = await releasedHistory({});
  const file = join(mkdtempSync(join(tmpdir(), 'istmo-until-')), 'GT.jsonl');
  writeFileSync(file, text);
  const region = { audience: 'http://a', witnesses: [], logs: [], ...register } as unknown as Region;
  const vocabulary = vocabularyOf(memberDocument(false));
  const loaded = await loadSigned(
    file,
    { state: 'GT', vocabulary, region, clock: () => day },
    { entries: [], key: 'state-GT' },
  );
  set = loaded.set;
  node = await openLimitedNode(set.agreements);
});
afterAll(() => node.close());

async function askAt(now: number, caseNumber = 'C-1', key = '1') {
  node.now = now;
  const of = { __typename: 'Firearm', id: `GT:Firearm:${key}` };
  const { data, withheld } = await node.ask('... on Firearm { make }', of, { caseNumber });
  return { given: data?._entities[0] ?? null, withheld };
}

const given = { given: { make: 'Glock' }, withheld: [] };

describe('what was released until a day', () => {
  it('is given to the agency for its case, to the last hour of that day where the State is', async () => {
    expect(await askAt(day + hour)).toEqual(given);
    expect(await askAt(over - 1)).toEqual(given);
  });

  it('is over then by itself, without a word of anybody, and the answer says that it has expired', async () => {
    expect(await askAt(over)).toEqual({
      given: null,
      withheld: [expect.objectContaining({ coordinate: 'Firearm.make', reason: 'AGREEMENT_EXPIRED' })],
    });
  });

  it('was never given for another case, nor any other record', async () => {
    expect(await askAt(day + hour, 'C-2')).toEqual({
      given: null,
      withheld: [{ coordinate: 'Firearm.make', reason: 'NOT_IN_AGREEMENT' }],
    });
    expect((await askAt(day + hour, 'C-1', '2')).given).toBeNull();
  });

  it('is not asked for any more by a gateway, which has the same days', () => {
    const policy = compilePolicy(set.agreements);
    const asker = { agency: 'US-ATF', roles: ['tracer'], purpose: 'FIREARM_TRACING', case: 'C-1' };
    const reading = { record: 'Firearm', fields: ['make'], filters: [], onlyEquals: true, sorts: [] };
    const opened = ['2026-03-31', '2026-04-01'].map(
      (date) => decide(policy, { ...asker, date }, reading).grants.length,
    );
    expect(opened).toEqual([1, 0]);
  });
});
