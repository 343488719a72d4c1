import { expect, it } from '@jest/globals';
import { rowsOf, table } from '../../../../cli/demo/table.js';

it('shows each record of an answer on a line, with what stands around it under its own name', () => {
  const answer = {
    seizures: [
      {
        id: 'S1',
        place: { subdivision: 'SV-LI', municipality: null },
        firearms: [
          { id: 'F1', records: [{ id: 'R1', status: 'STOLEN' }] },
          { id: 'F2', records: [] },
        ],
      },
    ],
  };
  expect(rowsOf(answer)).toEqual([
    { id: 'S1', subdivision: 'SV-LI', 'firearms.id': 'F1', 'records.id': 'R1', status: 'STOLEN' },
    { id: 'S1', subdivision: 'SV-LI', 'firearms.id': 'F2' },
  ]);
});

it('lines columns up, marks what is missing and says how many rows it leaves out', () => {
  const rows = [{ state: 'GT', hit: null }, { state: 'SV' }, { state: 'US', hit: 'HIT' }];
  expect(table(rows, 2)).toBe(
    ['    state  hit', '    GT     ·', '    SV     ·', '    … 1 more / más'].join('\n'),
  );
});
