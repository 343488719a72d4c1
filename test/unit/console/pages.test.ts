import { afterEach, describe, expect, it } from '@jest/globals';
import { type EnumTypeDefinitionNode, Kind, parse, validate } from 'graphql';
import { leaveDraft, lastDraft, isComplete, variablesOf } from '../../../console/agreements/draft.js';
import { whyQuestion } from '../../../console/agreements/explanation.js';
import { sharingQuestion } from '../../../console/agreements/sharing.js';
import { coordinatesOf, typesQuestion, whoAsksQuestion } from '../../../console/agreements/words.js';
import { codeInWords, signKinds } from '../../../console/audit/codes.js';
import { accessesQuestion, entryQuestion, logQuestion } from '../../../console/audit/entries.js';
import { dayOf, figuresQuestion, signsQuestion } from '../../../console/audit/figures.js';
import { emptyFilter, filterOf } from '../../../console/audit/filter.js';
import {
  approveStep,
  proposeStep,
  refuseStep,
  releasesQuestion,
  requestStep,
} from '../../../console/releases/release.js';
import { deadlineTexts, statusTexts } from '../../../console/releases/release-texts.js';
import { emptyRequest, wantedOf } from '../../../console/releases/request.js';
import { routeOf } from '../../../console/shell/routes.js';
import { errorKinds } from '../../../common/error-kinds.js';
import { withholdingReasons } from '../../../common/withheld.js';
import { regionDocument } from '../../../schema/sources.js';
import { apiSchema } from '../../api-schema.js';

const schema = apiSchema();

describe('what the pages ask', () => {
  it.each([
    ['sharing', sharingQuestion],
    ['why', whyQuestion({})],
    ['who asks', whoAsksQuestion],
    ['types', typesQuestion],
    ['log', logQuestion({}, undefined)],
    ['record', accessesQuestion('', undefined)],
    ['entry', entryQuestion(0)],
    ['figures', figuresQuestion({})],
    ['signs', signsQuestion({})],
    ['releases', releasesQuestion('GT', '', undefined)],
    ['request', requestStep(wantedOf(emptyRequest))],
    ['proposal', proposeStep('', { records: [], fields: [], until: '', legalBasis: [], minors: false })],
    ['approval', approveStep('', '')],
    ['refusal', refuseStep('', '')],
  ])('fits the schema that clients see: %s', (_, { query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['', '', ''],
    ['#', '', ''],
    ['#/audit', '/audit', ''],
    ['#/audit/entry/12', '/audit/entry', '12'],
    ['#/audit/entry', '/audit/entry', ''],
    ['#/agreements/why', '/agreements/why', ''],
    ['#/nonsense', '', 'nonsense'],
  ])('%j opens a page', (hash, path, rest) => {
    const opened = routeOf(hash);
    expect([opened.route.path, path === '' ? '' : opened.rest]).toEqual([path, path === '' ? '' : rest]);
  });
});

describe('what is filled in to be explained', () => {
  afterEach(() => {
    leaveDraft({});
  });

  it('is sent without what is empty, lists apart', () => {
    leaveDraft({ state: 'GT', coordinate: ' Firearm.make ', purpose: 'FIREARM_TRACING' });
    expect(isComplete(lastDraft())).toBe(true);
    expect(variablesOf(lastDraft(), undefined)).toEqual({
      state: 'GT',
      coordinate: 'Firearm.make',
      purpose: 'FIREARM_TRACING',
    });
    leaveDraft({ roles: 'tracer, analyst', by: 'make,', record: 'handlingCode=H1, note=a=b' });
    expect(isComplete(lastDraft())).toBe(false);
    expect(variablesOf(lastDraft(), '2026-03-03T00:00:00Z')).toMatchObject({
      roles: ['tracer', 'analyst'],
      by: ['make'],
      at: '2026-03-03T00:00:00Z',
      record: [
        { field: 'handlingCode', value: 'H1' },
        { field: 'note', value: 'a=b' },
      ],
    });
  });

  it('is chosen among fields of records and look-ups', () => {
    const type = (name: string, ...fields: string[]) => ({
      name,
      fields: fields.map((field) => ({ name: field })),
    });
    const types = [
      type('Firearm', 'id', 'handlingCode', 'make'),
      type('FirearmTrace', 'state', 'hit'),
      type('PageInfo', 'hasNextPage'),
      { name: 'ID', fields: null },
    ];
    expect(coordinatesOf({ __schema: { types } })).toEqual([
      'Firearm.handlingCode',
      'Firearm.make',
      'FirearmTrace.hit',
    ]);
  });
});

describe('a search of the log', () => {
  it('goes without what is empty, its times in UTC', () => {
    const from = '2026-11-24T10:00';
    expect(filterOf({ ...emptyFilter, from, until: 'nonsense', agency: ' US-ATF ' })).toEqual({
      from: new Date(from).toISOString(),
      agency: 'US-ATF',
    });
  });

  it('shows all hours of the day', () => {
    const day = dayOf([{ value: '07', count: 3 }]);
    expect([day.length, day[7], day[23]]).toEqual([24, { value: '07', count: 3 }, { value: '23', count: 0 }]);
  });
});

describe('the words for codes', () => {
  it('are there for every reason and refusal, in both languages', () => {
    const codes = [...withholdingReasons, ...Object.keys(errorKinds)];
    expect(codes.filter((code) => [codeInWords(code, 'es'), codeInWords(code, 'en')].includes(code))).toEqual(
      [],
    );
  });

  it.each([
    ['AuditSignKind', signKinds],
    ['ReleaseStatus', statusTexts],
    ['ReleaseDeadline', deadlineTexts],
  ])('are there for every %s', (name, words) => {
    const type = regionDocument().definitions.find(
      (one): one is EnumTypeDefinitionNode =>
        one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === name,
    );
    expect(Object.keys(words).sort()).toEqual(type?.values?.map(({ name: { value } }) => value).sort());
  });
});

describe('what an agency asks to be released', () => {
  it('is named by its id, or else by what the hit was found by', () => {
    const draft = {
      ...emptyRequest,
      state: 'HN',
      record: 'Person',
      fields: 'personName, sex,',
      justification: ' j ',
    };
    const asked = {
      state: 'HN',
      record: 'Person',
      fields: ['personName', 'sex'],
      deadline: 'DAYS_3',
      justification: 'j',
    };
    expect(wantedOf({ ...draft, matchField: 'passport', matchValue: ' X1 ' })).toEqual({
      ...asked,
      match: [{ field: 'passport', value: 'X1' }],
    });
    expect(wantedOf({ ...draft, recordId: 'HN:Person:1' })).toEqual({ ...asked, id: 'HN:Person:1' });
  });
});
