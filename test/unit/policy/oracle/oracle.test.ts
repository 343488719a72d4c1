import { afterAll, describe, expect, it } from '@jest/globals';
import { forged } from './forged.js';
import { holdAgainstOracle, overHttp, saidSeed } from './hold.js';
import { holdPairs } from './pairs.js';
import { openState } from './state.js';

const state = openState();
const seed = saidSeed();
afterAll(async () => (await state).close());

describe('a gateway and a node', () => {
  it('answer together exactly what the eight rules allow, read as plainly as they are written', async () => {
    const held = await holdAgainstOracle(await state, { cases: 1_000, seed });
    expect(held.withRecords).toBeGreaterThan(120);
    expect(held.withWithheld).toBeGreaterThan(150);
    expect(held.hits).toBeGreaterThan(3);
  }, 600_000);

  it('answer the same over HTTP', async () => {
    await holdAgainstOracle(await state, { cases: 50, seed }, { reach: overHttp });
  }, 600_000);
});

describe('a gateway that lies', () => {
  it('gets no more from a node by agreements that it has made up', async () => {
    const held = await holdAgainstOracle(await state, { cases: 500, seed }, { prune: forged });
    expect(held.withRecords).toBeGreaterThan(50);
  }, 600_000);
});

describe('what a requester may not see', () => {
  it('changes nothing that it gets to see: answers, counts, cursors, reasons, errors, log', async () => {
    const pairs = await holdPairs(await state, { cases: 100, seed });
    expect(pairs.different).toBeGreaterThan(50);
  }, 600_000);
});
