import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decideRows } from '../../../policy/decide-rows.js';
import { parseWorkedCases } from '../../../policy/worked-case.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';

const lines = readFileSync(join(import.meta.dirname, 'decisions.ndjson'), 'utf8')
  .trimEnd()
  .split('\n');
const vocabulary = vocabularyOf(memberDocument(false));
const cases = parseWorkedCases('decisions.ndjson', `[${lines.join(',')}]`, vocabulary);

describe('the worked decisions', () => {
  it('are 300', () => {
    expect(cases).toHaveLength(300);
  });

  it.each(cases.map((worked) => [worked.name, worked] as const))(
    'decides case %s as worked out',
    (_, { agreements, records, request, expected }) => {
      expect(decideRows(agreements, records, request)).toEqual(expected);
    },
  );
});
