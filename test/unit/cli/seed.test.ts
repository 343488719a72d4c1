import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { planSeed } from '../../../cli/seed/options.js';
import { recordsIn } from '../../../cli/seed/records.js';
import { demoStateCodes } from '../../../subgraphs/world/load.js';

const usual = { scale: '1', seed: '2007', url: '', data: 'folder' };

function fileOf(state: string): string {
  return pathToFileURL(resolve('folder', 'databases', `${state}.db`)).href;
}

describe('what istmo seed is to do', () => {
  it('fills the database of every State of the demo, in the data folder', () => {
    expect(planSeed(usual)).toEqual({
      seed: 2007,
      scale: 1,
      databases: demoStateCodes.map((state) => ({ state, url: fileOf(state) })),
    });
  });

  it('fills those that are named, at the scale that is given', () => {
    expect(planSeed({ ...usual, state: 'SV, GT', scale: '0.5', seed: '7' })).toEqual({
      seed: 7,
      scale: 0.5,
      databases: [
        { state: 'SV', url: fileOf('SV') },
        { state: 'GT', url: fileOf('GT') },
      ],
    });
  });

  it('fills one that is elsewhere', () => {
    const url = 'postgres://db/gt';
    expect(planSeed({ ...usual, state: 'GT', url })).toEqual({
      seed: 2007,
      scale: 1,
      databases: [{ state: 'GT', url }],
    });
  });

  it.each(['0', '-1', '1001', 'many', '', 'Infinity'])(
    'refuses the scale "%s", in two languages',
    (scale) => {
      expect(planSeed({ ...usual, scale })).toEqual({
        problems: [
          `--scale: "${scale}": a number over 0 and up to 1000 / un número mayor que 0 y hasta 1000`,
        ],
      });
    },
  );

  it('tells all that is wrong at once: States that are none, seed, and one place for several States', () => {
    const known = demoStateCodes.join(', ');
    expect(planSeed({ ...usual, state: 'XX,GT', seed: '1.5', url: 'postgres://db/gt' })).toEqual({
      problems: [
        `--state: no State "XX"; there are / no hay Estado "XX"; hay: ${known}`,
        '--seed: "1.5": a whole number from 0 / un número entero desde 0',
        '--state: one State for --database-url / un solo Estado para --database-url',
      ],
    });
  });
});

describe('what istmo seed counts', () => {
  it('as records are the rows of tables that the mapping names as records; others are rows alone', () => {
    const counts = new Map([
      ['arma', 10],
      ['persona', 5],
      ['cat_marca', 17],
      ['municion', 40],
    ]);
    expect(recordsIn('GT', counts)).toBe(15);
  });
});
