import { describe, expect, it } from '@jest/globals';
import type { AuditEntry, EntryState } from '../../../../audit/entry.js';
import type { Answer } from '../../../../cli/demo/answer.js';
import { entryFaults } from '../../../../cli/demo/entry.js';
import { faultsIn } from '../../../../cli/demo/expectations.js';
import { makeEntry } from '../../audit/entry-factory.js';
import { rightAnswers } from './right-answers.js';

/** The faults in the demo's answers where one of them is changed as text. */
function faultsWith(name: string, was: RegExp, is: string): readonly string[] {
  return faultsIn(
    rightAnswers().map((answer) =>
      answer.name === name ? (JSON.parse(JSON.stringify(answer).replace(was, is)) as Answer) : answer,
    ),
  );
}

describe('the demo', () => {
  it('finds no fault with answers that are as they should be', () => {
    expect(faultsIn(rightAnswers())).toEqual([]);
  });

  it('misses an answer that is not there', () => {
    expect(faultsIn(rightAnswers().slice(1))).toContain('trace: was not asked');
  });

  it.each([
    ['a State that does not answer', 'trace', /ANSWERED/u, 'TIMEOUT', 'GT: "TIMEOUT", not "ANSWERED"'],
    ['a hit that is none', 'trace', /"HIT"/u, '"NO_HIT"', 'SV hit: "NO_HIT", not "HIT"'],
    [
      'another record',
      'trace-narrower',
      /US:Firearm:0/u,
      'US:Firearm:9',
      'records: ["SV:Firearm:A-000000","US:Firearm:9"], not ["SV:Firearm:A-000000","US:Firearm:0"]',
    ],
    [
      'a missing field that nothing names',
      'trace-narrower',
      /Firearm\.status/u,
      'Firearm.model',
      'SV Firearm.status is not named as withheld, with its reason',
    ],
    [
      'a missing part of a trace that nothing names',
      'trace-narrower',
      /FirearmTrace\.outcome/gu,
      'FirearmTrace.hit',
      'US FirearmTrace.outcome is not named as withheld, with its reason',
    ],
    ['nothing missing', 'trace-narrower', /"status":null|"outcome":null/gu, '"x":1', 'nothing is missing'],
    [
      'another reason',
      'trace-other-purpose',
      /PURPOSE_NOT_COVERED/u,
      'ROLE_NOT_COVERED',
      'GT FirearmTrace.hit is not named as withheld, PURPOSE_NOT_COVERED',
    ],
    [
      'a record for a purpose that is not covered',
      'trace-other-purpose',
      /"records":null/u,
      '"records":[{"id":"GT:Firearm:1"}]',
      'records: ["GT:Firearm:1"], not []',
    ],
    [
      'a firearm that nobody knows any more',
      'follow-seizure',
      /\{"id":"US:Firearm:1"\}/u,
      '',
      'firearms that other States know: 3, not 4',
    ],
    ['a seizure lost', 'cocaine-2014', /"edges":\[\{.*?\}\},/u, '"edges":[', 'seizures of GT: 49, not 50'],
    ['another order', 'cocaine-2014', /2014-12-31/u, '2014-01-31', 'GT is not newest first'],
    [
      'a quantity lost',
      'cocaine-2014',
      /"quantityKilograms":1/u,
      '"quantityKilograms":null',
      'GT has a seizure without a quantity',
    ],
    [
      'a State that waits too long',
      'cocaine-2014-node-down',
      /"ms":5/u,
      '"ms":9000',
      'GT took 9000 ms, longer than its deadline',
    ],
    [
      'an answer of the others that is not the same',
      'cocaine-2014-node-down',
      /SV:DrugSeizure:0/u,
      'SV:DrugSeizure:99',
      expect.stringContaining("El Salvador's answer: "),
    ],
  ])('finds fault with %s', (_, name, was, is, fault) => {
    const named = typeof fault === 'string' ? `${name}: ${fault}` : fault;
    expect(faultsWith(name, was, is)).toContainEqual(named);
  });
});

describe('the log entry of an answer of the demo', () => {
  const [trace] = rightAnswers();
  const state = (code: string, records: EntryState['records'] = {}): EntryState => ({
    code,
    status: 'ANSWERED',
    records,
    agreements: [],
    legalBasis: [],
    shown: [],
    withheld: [],
  });
  const data = {
    ...makeEntry('1').data,
    requester: { agency: 'US-ATF', country: 'US', officer: 'o', client: 'us-atf-tracer', roles: [] },
    purpose: 'FIREARM_TRACING',
    states: [
      state('GT'),
      state('SV', { Firearm: ['SV:Firearm:A-000000'] }),
      state('US', { Firearm: ['US:Firearm:0'] }),
    ],
  };
  const faults = (changed: Partial<AuditEntry['data']>): readonly string[] =>
    entryFaults(trace!, { ...makeEntry('1'), data: { ...data, ...changed } });

  it('says who asked, why, how each State answered and every record disclosed', () => {
    expect(faults({})).toEqual([]);
  });

  it.each<[string, Partial<AuditEntry['data']>, string]>([
    [
      'someone else',
      { requester: { ...data.requester, client: 'x' } },
      'who asked: "x", not "us-atf-tracer"',
    ],
    ['another purpose', { purpose: 'AUDIT' }, 'purpose: "AUDIT", not "FIREARM_TRACING"'],
    [
      'a State less',
      { states: data.states.slice(1) },
      'States: {"SV":"ANSWERED","US":"ANSWERED"}, not {"GT":"ANSWERED","SV":"ANSWERED","US":"ANSWERED"}',
    ],
    [
      'a record less',
      { states: [...data.states.slice(0, 2), state('US')] },
      'records disclosed: ["SV:Firearm:A-000000"], not ["SV:Firearm:A-000000","US:Firearm:0"]',
    ],
  ])('is at fault where it says %s', (_, changed, fault) => {
    expect(faults(changed)).toEqual([`trace: log entry 0: ${fault}`]);
  });
});
