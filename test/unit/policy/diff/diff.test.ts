import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { masks } from '../../../../common/withheld.js';
import type { Agreement } from '../../../../policy/agreement.js';
import { compilePolicy } from '../../../../policy/compile.js';
import { holds } from '../../../../policy/condition.js';
import { decide } from '../../../../policy/decide.js';
import { type Change, diffAgreements } from '../../../../policy/diff/diff.js';
import type { Term } from '../../../../policy/diff/terms.js';
import { isReturned, project } from '../../../../policy/project.js';
import { changeWords } from '../../../../policy/words/diff-words.js';
import { drawnAgreements, drawnPoint, fieldsOf } from './draw-agreements.js';

type Point = typeof drawnPoint extends fc.Arbitrary<infer T> ? T : never;

const identifying = new Set(['personName', 'birthDate']);
const levels: readonly (string | undefined)[] = [...masks, undefined];

/** What `decide` shows of a field at a point: undefined for nothing, else how much. */
function shown(agreements: readonly Agreement[], field: string, point: Point): string | undefined {
  const { agency, role, purpose, date, record, row } = point;
  const asker = { agency, roles: role === undefined ? [] : [role], purpose, date };
  const fields = fieldsOf[record] ?? [];
  const decision = decide(compilePolicy(agreements), asker, {
    record,
    fields,
    filters: [],
    onlyEquals: true,
    sorts: [],
  });
  const opened = decision.grants.map(({ grant }) => holds(grant.where, row));
  const age = record === 'Person' ? point.age : 'ADULT';
  if (!isReturned(decision, opened, age)) return undefined;
  const projection = project(decision, opened, age);
  return projection.shown.has(field) ? (projection.shown.get(field) ?? 'PLAIN') : undefined;
}

/** What a reader of the terms of a change takes to be shown at a point. */
function said(terms: readonly Term[], field: string, { date, row, age }: Point): string | undefined {
  const fitting = terms
    .filter(({ from, until, where }) => date >= from && date <= until && holds(where, row))
    .filter(
      ({ minors, unknownAge }) =>
        !identifying.has(field) ||
        age === 'ADULT' ||
        minors === true ||
        (age === 'UNKNOWN' && unknownAge === true),
    );
  if (fitting.length === 0) return undefined;
  const found = fitting.map(({ mask }) => mask);
  return found.includes(undefined) ? 'PLAIN' : levels.find((level) => found.some((mask) => mask === level));
}

function changeOf(changes: readonly Change[], field: string, point: Point): readonly Change[] {
  return changes.filter(
    ({ agency, role, exceptRoles, purposes, record, reaches }) =>
      agency === point.agency &&
      purposes.includes(point.purpose) &&
      record === point.record &&
      reaches.some((reach) => reach.kind === 'FIELD' && reach.field === field) &&
      (role === undefined
        ? point.role === undefined || !exceptRoles.includes(point.role)
        : role === point.role),
  );
}

describe('the difference of two sets of agreements', () => {
  it('is none of a set and itself, in whatever order its files stand', () => {
    fc.assert(
      fc.property(drawnAgreements, (agreements) => {
        expect(diffAgreements(agreements, [...agreements].reverse())).toEqual([]);
      }),
    );
  });

  it('says what is shown before and after wherever anything changes, and nothing where nothing does', () => {
    fc.assert(
      fc.property(
        drawnAgreements,
        drawnAgreements,
        fc.array(drawnPoint, { minLength: 12, maxLength: 12 }),
        (before, after, points) => {
          const changes = diffAgreements(before, after);
          for (const point of points)
            for (const field of fieldsOf[point.record] ?? []) {
              const decided = [shown(before, field, point), shown(after, field, point)];
              const [change, ...more] = changeOf(changes, field, point);
              expect(more).toEqual([]);
              if (change === undefined) expect(decided[0]).toBe(decided[1]);
              else
                expect([said(change.before, field, point), said(change.after, field, point)]).toEqual(
                  decided,
                );
            }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says that something is gained only where nothing was shown before, and lost only where nothing is after', () => {
    fc.assert(
      fc.property(drawnAgreements, drawnAgreements, (before, after) => {
        for (const { kind, before: was, after: is } of diffAgreements(before, after)) {
          if (kind === 'GAINS') expect({ was, is: is.length > 0 }).toEqual({ was: [], is: true });
          if (kind === 'LOSES') expect({ was: was.length > 0, is }).toEqual({ was: true, is: [] });
        }
      }),
    );
  });

  it('is the other way round from the new set to the old', () => {
    const back = { GAINS: 'LOSES', LOSES: 'GAINS', MORE: 'LESS', LESS: 'MORE', OTHERWISE: 'OTHERWISE' };
    fc.assert(
      fc.property(drawnAgreements, drawnAgreements, (before, after) => {
        const there = diffAgreements(before, after).map(({ kind, before: was, after: is, ...rest }) => ({
          ...rest,
          kind: back[kind],
          before: is,
          after: was,
        }));
        expect(new Set(diffAgreements(after, before).map(text))).toEqual(new Set(there.map(text)));
      }),
      { numRuns: 40 },
    );
  });
});

/** Without the order in which things are named. */
function text({ reaches, ...rest }: object & { readonly reaches: readonly unknown[] }): string {
  const named = Object.entries({ ...rest, reaches: reaches.map((reach) => JSON.stringify(reach)).sort() });
  return JSON.stringify(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const old: Agreement = {
  id: 'GT-US-ATF-1',
  grantor: 'GT',
  grantee: { agency: 'US-ATF', roles: ['tracer'] },
  purposes: ['FIREARM_TRACING'],
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-12-31' },
  grants: [{ record: 'Firearm', fields: ['make', 'model'], where: { handlingCode: { eq: 'H0' } } }],
  onwardTransfer: 'PROHIBITED',
};

function wordsOf(next: Partial<Agreement>): readonly string[] {
  return diffAgreements([old], [{ ...old, ...next }]).map((change) => changeWords(change, 'en'));
}

describe('a difference in words', () => {
  const from = 'from 2026-01-01 until 2026-12-31';

  it('names what an agency gains, on which terms', () => {
    const [grant] = old.grants;
    const person = {
      record: 'Person',
      fields: ['birthDate'],
      mask: { birthDate: 'YEAR' as const },
      unknownAge: 'ALLOW' as const,
    };
    expect(wordsOf({ grants: grant === undefined ? [] : [grant, person] })).toEqual([
      `US-ATF (tracer), FIREARM_TRACING: gains Person.birthDate: only its year, persons of unknown age included, ${from}`,
      // of persons under 18 there is no more than that
      `US-ATF (tracer), FIREARM_TRACING: gains the existence of Person records: ${from}`,
    ]);
  });

  it('names what was and what is where there are other rows, other days, another mask', () => {
    expect(
      wordsOf({ grants: [{ record: 'Firearm', fields: ['make', 'model'], mask: { model: 'LAST4' } }] }),
    ).toEqual([
      `US-ATF (tracer), FIREARM_TRACING: has more of Firearm.make. Before: where handlingCode is H0, ${from}. Now: ${from}`,
      `US-ATF (tracer), FIREARM_TRACING: has more of some records and less of others, of Firearm.model. Before: where handlingCode is H0, ${from}. Now: only its last four characters, ${from}`,
    ]);
    expect(wordsOf({ valid: { from: '2026-01-01', until: '2026-06-30' } })).toEqual([
      `US-ATF (tracer), FIREARM_TRACING: has less of Firearm.make and Firearm.model. Before: where handlingCode is H0, ${from}. Now: where handlingCode is H0, from 2026-01-01 until 2026-06-30`,
    ]);
  });

  it('says to which roles what anyone gains is no news', () => {
    expect(wordsOf({ grantee: { agency: 'US-ATF' } })).toEqual([
      `US-ATF (all but tracer), FIREARM_TRACING: gains Firearm.make and Firearm.model: where handlingCode is H0, ${from}`,
    ]);
  });

  it('names a search that two grants no longer allow though they show the same', () => {
    const where = { handlingCode: { eq: 'H0' } };
    expect(
      wordsOf({
        grants: [
          { record: 'Firearm', fields: ['make'], where },
          { record: 'Firearm', fields: ['model'], where },
        ],
      }),
    ).toEqual([
      `US-ATF (tracer), FIREARM_TRACING: loses the search of Firearm by make and model together: where handlingCode is H0, ${from}`,
    ]);
  });
});
