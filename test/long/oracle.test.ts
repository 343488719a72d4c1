import { beforeAll, describe, it } from '@jest/globals';
import { holdAgainstWhole } from '../unit/gateway/oracle/hold.js';
import { givenSeed, scatteredHolding, shopHolding } from '../unit/gateway/oracle/holdings.js';

const seed = givenSeed();
/** Thousands of operations. */
const thousands = Number(process.env['ISTMO_ORACLE_THOUSANDS'] ?? 10);
const hours = 60 * 60 * 1_000;

beforeAll(() => {
  Error.stackTraceLimit = 0;
});

describe('a gateway, asked thousands of operations', () => {
  it(
    'answers over four subgraphs that have of everything as one schema that has it all',
    async () => {
      await holdAgainstWhole(shopHolding(), { federations: 100 * thousands, operations: 10, seed });
    },
    thousands * hours,
  );

  it(
    'answers as one schema, however its fields are dealt out to subgraphs',
    async () => {
      await holdAgainstWhole(scatteredHolding(), { federations: 20 * thousands, operations: 20, seed });
    },
    thousands * hours,
  );
});
