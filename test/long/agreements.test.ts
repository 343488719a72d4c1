import { afterAll, describe, it } from '@jest/globals';
import { forged } from '../unit/policy/oracle/forged.js';
import { holdAgainstOracle, saidSeed } from '../unit/policy/oracle/hold.js';
import { holdPairs } from '../unit/policy/oracle/pairs.js';
import { openState } from '../unit/policy/oracle/state.js';

const state = openState();
const seed = saidSeed();
const hour = 60 * 60 * 1_000;
afterAll(async () => (await state).close());

describe('a gateway and a node, asked ten thousand times', () => {
  it(
    'answer together exactly what the eight rules allow, read as plainly as they are written',
    async () => {
      await holdAgainstOracle(await state, { cases: 10_000, seed });
    },
    hour,
  );

  it(
    'disclose nothing more where the gateway asks by agreements that it has made up',
    async () => {
      await holdAgainstOracle(await state, { cases: 5_000, seed }, { prune: forged });
    },
    hour,
  );

  it(
    'answer to the byte alike over databases that differ in what the requester may not see',
    async () => {
      await holdPairs(await state, { cases: 2_000, seed });
    },
    hour,
  );
});
