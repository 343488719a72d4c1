import { beforeAll, describe, it } from '@jest/globals';
import { holdAgainstWhole } from './hold.js';
import { givenSeed, scatteredHolding, shopHolding } from './holdings.js';

const seed = givenSeed();

// many errors are made on purpose, and nobody reads where
beforeAll(() => {
  Error.stackTraceLimit = 0;
});

describe('a gateway', () => {
  it('answers over four subgraphs that have of everything as one schema that has it all', async () => {
    await holdAgainstWhole(shopHolding(), { federations: 40, operations: 10, seed });
  }, 120_000);

  it('answers as one schema, however its fields are dealt out to subgraphs', async () => {
    await holdAgainstWhole(scatteredHolding(), { federations: 5, operations: 6, seed });
  }, 120_000);
});
