import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IstmoError } from '../../../../common/errors.js';
import { explainResolver } from '../../../../gateway/region/explain.js';
import type { KnownState } from '../../../../gateway/states/directory.js';
import type { Agreement } from '../../../../policy/agreement.js';
import { compilePolicy } from '../../../../policy/compile.js';
import { caseDigest } from '../../../../policy/case.js';
import { memberDocument } from '../../../../schema/sources.js';
import type { QueryExplainArgs } from '../../../../schema/types.js';
import { vocabularyOf } from '../../../../schema/vocabulary.js';

const now = Date.parse('2026-06-01T12:00:00Z');

function agreement(id: string, agency: string, more: Partial<Agreement> = {}): Agreement {
  return {
    id,
    grantor: 'GT',
    grantee: { agency, roles: ['tracer'] },
    purposes: ['FIREARM_TRACING'],
    legalBasis: ['Declaration 2007, 24'],
    valid: { from: '2026-01-01', until: '2026-12-31' },
    grants: [{ record: 'Firearm', fields: ['make'], where: { handlingCode: { in: ['H0', 'H1'] } } }],
    onwardTransfer: 'PROHIBITED',
    ...more,
  };
}

const withAtf = agreement('GT-US-ATF', 'US-ATF');
const withDea = agreement('GT-US-DEA', 'US-DEA');
/** What the State had in force at a moment; undefined where it keeps no history. */
let inForceAt: ((at: number) => readonly Agreement[]) | undefined;

beforeEach(() => {
  inForceAt = undefined;
});

const states = new Map(
  ['GT', 'SV'].map((code) => [
    code,
    {
      state: { code, timeZone: 'America/Guatemala' },
      up: true,
      offering: {
        policy: compilePolicy(code === 'GT' ? [withAtf, withDea] : []),
        offered: new Set(['Firearm.make', 'Firearm.handlingCode']),
        agreementsDigest: `digest-${code}`,
      },
    } as unknown as KnownState,
  ]),
);

const explain = explainResolver({
  directory: { get: (code) => states.get(code) },
  past: {
    at: ({ code: state }, at) =>
      Promise.resolve(inForceAt && { state, digest: 'then', at, agreements: [...inForceAt(at)] }),
  },
  region: {
    agencies: ['US-ATF', 'US-DEA', 'GT-PNC', 'SV-PNC'].map((id) => ({
      id,
      country: id.slice(0, 2),
    })) as never,
  },
  vocabulary: vocabularyOf(memberDocument(false)),
  clock: () => now,
});

const tracer = { agency: 'US-ATF', country: 'US', officer: 'o', client: 'c', roles: ['tracer'] };
const ofGuatemala = { ...tracer, agency: 'GT-PNC', country: 'GT', roles: ['national-auditor'] };
const ofSalvador = { ...tracer, agency: 'SV-PNC', country: 'SV', roles: ['national-auditor'] };
const regional = { ...tracer, agency: 'SV-PNC', country: 'SV', roles: ['regional-auditor'] };

const make = { state: 'GT', coordinate: 'Firearm.make', purpose: 'FIREARM_TRACING' } as QueryExplainArgs;

function ask(requester: typeof tracer, args: Partial<QueryExplainArgs> = {}) {
  const exchange = { requestId: 'r', receivedAt: now, sourceAddress: 's', answers: [], requester };
  return explain(undefined, { ...make, ...args }, { exchange });
}

const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'ANSWERED',
    (error: unknown) =>
      [(error as IstmoError).code, (error as IstmoError).details['argument']].join(' ').trim(),
  );

describe('explaining in the supergraph', () => {
  it('tells an officer the decision on the own agency, in both languages, and nothing of agreements with others', async () => {
    expect(await ask(tracer)).toEqual({
      state: 'GT',
      coordinate: 'Firearm.make',
      agency: 'US-ATF',
      roles: ['tracer'],
      purpose: 'FIREARM_TRACING',
      date: '2026-06-01',
      isFromHistory: false,
      agreementsDigest: 'digest-GT',
      verdict: 'SHOWN',
      verdictEnglish: 'shown, only of records that fit the conditions below',
      verdictSpanish: 'se muestra, solo de registros que cumplen las condiciones de abajo',
      of: 'SOME_RECORDS',
      areMinorsProtected: false,
      applied: [
        {
          agreement: 'GT-US-ATF',
          grant: 1,
          legalBasis: ['Declaration 2007, 24'],
          hitOn: [],
          whereEnglish: 'handlingCode is H0 or H1',
          whereSpanish: 'handlingCode es H0 o H1',
          lacking: [],
        },
      ],
      near: [],
    });
  });

  it('tells what the agreements that nearly gave it lacked', async () => {
    const { verdict, reason, nearest, near } = await ask(tracer, {
      purpose: 'CUSTOMS_CONTROL',
      roles: ['analyst'],
    });
    expect({ verdict, reason, nearest, lacking: near.map((one) => one.lacking) }).toEqual({
      verdict: 'WITHHELD',
      reason: 'PURPOSE_NOT_COVERED',
      nearest: 'GT-US-ATF',
      lacking: [
        [
          { kind: 'PURPOSE', english: 'is for FIREARM_TRACING', spanish: 'es para FIREARM_TRACING' },
          { kind: 'ROLE', english: 'is for the role tracer', spanish: 'es para el rol tracer' },
        ],
      ],
    });
  });

  it('tells it of a record that is supposed', async () => {
    const { verdict, of, reason, near } = await ask(tracer, {
      record: [{ field: 'handlingCode', value: 'H2' }],
    });
    expect({
      verdict,
      of,
      reason,
      lacks: near.flatMap(({ lacking }) => lacking.map(({ kind }) => kind)),
    }).toEqual({
      verdict: 'WITHHELD',
      of: 'THIS_RECORD',
      reason: 'NOT_IN_AGREEMENT',
      lacks: ['WHERE'],
    });
  });

  it('tells what was in force at a past moment, as the State says', async () => {
    inForceAt = (at) => (at < Date.parse('2026-03-01T00:00:00Z') ? [] : [withAtf]);
    const at = async (moment: string) => {
      const { verdict, isFromHistory, date } = await ask(tracer, { at: moment });
      return { verdict, isFromHistory, date };
    };
    expect(await at('2026-02-28T12:00:00Z')).toEqual({
      verdict: 'WITHHELD',
      isFromHistory: true,
      date: '2026-02-28',
    });
    expect(await at('2026-03-03T12:00:00Z')).toEqual({
      verdict: 'SHOWN',
      isFromHistory: true,
      date: '2026-03-03',
    });
    expect(await at('2027-03-03T12:00:00Z')).toEqual({
      verdict: 'WITHHELD',
      isFromHistory: false,
      date: '2027-03-03',
    });
  });

  it('counts what was released for a case for that case alone, and names it to nobody who asks about another', async () => {
    const released = agreement('GT-US-ATF-R1', 'US-ATF', {
      grants: [{ record: 'Firearm', fields: ['make'] }],
    });
    inForceAt = () => [{ ...released, case: caseDigest(released, 'CASE-1') }];
    const asked = async (requester: typeof tracer, ofCase?: string) => {
      const { verdict, applied, near } = await ask(requester, {
        agency: 'US-ATF',
        roles: ['tracer'],
        at: '2026-05-01T00:00:00Z',
        ...(ofCase !== undefined && { case: ofCase }),
      });
      return [verdict, ...applied.map((one) => one.agreement), ...near.map((one) => one.agreement)];
    };
    expect(await asked(tracer, 'CASE-1')).toEqual(['SHOWN', 'GT-US-ATF-R1']);
    expect(await asked(tracer, 'CASE-2')).toEqual(['WITHHELD']);
    expect(await asked(regional)).toEqual(['WITHHELD']);
  });

  it('is for an officer about the own agency alone, for a national auditor about what touches the own State, for a regional one about all', async () => {
    const about = { agency: 'US-DEA', roles: ['tracer'] };
    expect(await codeOf(ask(tracer, about))).toBe('WITHHELD');
    expect(await codeOf(ask(ofSalvador, about))).toBe('WITHHELD');
    const near = async (requester: typeof tracer, args: Partial<QueryExplainArgs>) => {
      const { verdict, near: nearly } = await ask(requester, args);
      return [verdict, ...nearly.map(({ agreement: id }) => id)];
    };
    expect(await near(ofGuatemala, about)).toEqual(['SHOWN', 'GT-US-ATF']);
    expect(await near(regional, about)).toEqual(['SHOWN', 'GT-US-ATF']);
    expect(await near(ofSalvador, { agency: 'SV-PNC' })).toEqual(['WITHHELD']);
  });

  it.each([
    [{ state: 'XX' }, 'UNKNOWN_STATE state'],
    [{ coordinate: 'Firearm.nonsense' }, 'ARGUMENT_INVALID coordinate'],
    [{ coordinate: 'Firearm' }, 'ARGUMENT_INVALID coordinate'],
    [{ agency: 'US-FBI' }, 'ARGUMENT_INVALID agency'],
    [{ by: ['nonsense'] }, 'ARGUMENT_INVALID by'],
    [{ at: 'yesterday' }, 'ARGUMENT_INVALID at'],
    [{ record: [{ field: 'nonsense', value: '1' }] }, 'ARGUMENT_INVALID record'],
  ])('says which argument is wrong: %j', async (args, code) => {
    expect(await codeOf(ask(tracer, args as Partial<QueryExplainArgs>))).toBe(code);
  });
});
