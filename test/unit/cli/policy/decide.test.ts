import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openCaseNodes } from '../../../../cli/policy/case-nodes.js';
import { decideCases } from '../../../../cli/policy/decide.js';
import { parseWorkedCases, type WorkedCase } from '../../../../policy/worked-case.js';
import { memberDocument } from '../../../../schema/sources.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';

const file = join(import.meta.dirname, '..', '..', 'policy', 'decisions.ndjson');
const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
// each opens databases and sockets of its own
jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'istmo-decide-'));

let printed: string[];
let said: string[];
beforeEach(() => {
  printed = [];
  said = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  jest.spyOn(console, 'error').mockImplementation((text) => {
    said.push(String(text));
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

function caseFile(text: string): string {
  const path = join(folder, `${String(Math.random()).slice(2)}.json`);
  writeFileSync(path, text);
  return path;
}

describe('istmo policy decide', () => {
  it('prints what comes of each case beside what is expected of it', async () => {
    const cases = lines.slice(0, 3);
    expect(await decideCases([caseFile(`[${cases.join(',')}]`)])).toBe(0);
    expect(JSON.parse(printed.join(''))).toEqual(
      cases.map((line) => {
        const worked = JSON.parse(line) as WorkedCase;
        return { ...worked, actual: worked.expected };
      }),
    );
    expect(said).toEqual(['3 of 3 as expected / 3 de 3 como se esperaba']);
  });

  it.each([[[]], [['--node']]])('names the cases that come out otherwise, %s', async (options) => {
    const [first = '', second = ''] = lines;
    const other = JSON.stringify({ ...(JSON.parse(second) as WorkedCase), expected: { records: [] } });
    expect(await decideCases([caseFile(`[${first},${other}]`), ...options])).toBe(1);
    expect(said).toEqual([
      `${(JSON.parse(second) as WorkedCase).name}: not as expected / no como se esperaba`,
      '1 of 2 as expected / 1 de 2 como se esperaba',
    ]);
  });

  it.each([[[]], [['--node']]])(
    'tells hits by the document of a person that a record refers to, %s',
    async (options) => {
      const person = (key: string, birthDate: string) => ({
        ...{
          id: `HN:Person:${key}`,
          type: 'Person',
          recordedAt: '2020-01-01',
          nationalIdentification: `080${key}`,
        },
        birthDate,
      });
      const records = [
        person('1', '1980-05-01'),
        person('2', '2004-05-01'),
        { id: 'HN:GangAssociation:1', type: 'GangAssociation', person: 'HN:Person:1' },
        { id: 'HN:GangAssociation:2', type: 'GangAssociation', person: 'HN:Person:2' },
      ];
      const agreement = {
        ...{ id: 'A', grantor: 'HN', grantee: { agency: 'GT-PNC' }, purposes: ['GANG_INVESTIGATION'] },
        ...{
          legalBasis: ['L'],
          valid: { from: '2026-01-01', until: '2026-12-31' },
          onwardTransfer: 'PROHIBITED',
        },
        grants: [{ record: 'GangAssociation', hit: { matchOn: ['nationalIdentification'] } }],
      };
      const cases = [
        ['0801', 'HIT'],
        ['0802', 'NO_HIT'],
        ['0803', 'NO_HIT'],
      ].map(([eq, hit]) => ({
        name: `document ${String(eq)}`,
        agreements: [agreement],
        records,
        request: {
          ...{ agency: 'GT-PNC', roles: [], purpose: 'GANG_INVESTIGATION', date: '2026-02-01' },
          ...{
            record: 'GangAssociation',
            select: ['role'],
            filter: { 'person.nationalIdentification': { eq } },
          },
        },
        expected: {
          records: [],
          withheld: [{ coordinate: 'GangAssociation.role', reason: 'HIT_ONLY' }],
          hit,
        },
      }));
      await decideCases([caseFile(JSON.stringify(cases)), ...options]);
      expect(said).toEqual(['3 of 3 as expected / 3 de 3 como se esperaba']);
    },
  );

  it('says where a file is no JSON', async () => {
    expect(await decideCases([caseFile('[\n  {"name": "a",}\n]')])).toBe(2);
    expect(said[0]).toMatch(/\.json:2:16: no JSON: /u);
  });

  it('says where a case lacks something, all faults at once', async () => {
    const text = '[\n{"name": "a", "agreements": [], "records": [{"id": "GT:Person:1"}], "request": {}}\n]';
    expect(await decideCases([caseFile(text)])).toBe(2);
    expect(said[0]?.split('\n').map((line) => line.replace(/^.*\.json:/u, ''))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2:45: 0\.records\.0\.type: /u),
        expect.stringMatching(/^2:80: 0\.request\.agency: /u),
      ]),
    );
  });

  it('says which word of a case the shared language lacks', async () => {
    const worked = JSON.parse(lines[0] ?? '') as WorkedCase;
    const request = { ...worked.request, select: ['colour'] };
    expect(await decideCases([caseFile(JSON.stringify([{ ...worked, request }])), '--node'])).toBe(1);
    expect(JSON.parse(printed.join(''))).toMatchObject([
      { actual: { error: expect.stringContaining('colour') } },
    ]);
  });
});

describe('a node over HTTP', () => {
  const nodes = openCaseNodes();
  const vocabulary = vocabularyOf(memberDocument(false));
  const cases = parseWorkedCases('decisions.ndjson', `[${lines.join(',')}]`, vocabulary);
  afterAll(async () => (await nodes).close());

  it.each(cases.map((worked) => [worked.name, worked] as const))(
    'answers case %s as worked out',
    async (_, worked) => {
      const answer = await (await nodes).answer(worked);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(worked.expected);
    },
  );
});
