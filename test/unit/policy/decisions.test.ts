import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { answer, type WorkedCase } from './answer.js';

const cases = readFileSync(join(import.meta.dirname, 'decisions.ndjson'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as WorkedCase);

describe('the worked decisions', () => {
  it('are 300', () => {
    expect(cases).toHaveLength(300);
  });

  it.each(cases.map((worked) => [worked.name, worked] as const))(
    'decides case %s as worked out',
    (_, worked) => {
      expect(answer(worked)).toEqual(worked.expected);
    },
  );
});
