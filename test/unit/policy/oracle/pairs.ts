import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { AuditEntry } from '../../../../audit/entry.js';
import { agreements, type PlainAgreement, requester, type PlainRequester } from './agreements.js';
import { ask } from './ask.js';
import { type Effort, fromWithin } from './hold.js';
import { question } from './questions.js';
import { type OpenState, today } from './state.js';
import { type RawRow, rowOf, type World, world, type WorldType } from './world.js';

/** How many pairs there were, and in how many the two databases do differ. */
export interface HeldPairs {
  readonly pairs: number;
  readonly different: number;
}

const types = ['Person', 'Firearm', 'FirearmSeizure', 'GangAssociation'] as const;

const onePair = fc.record({
  world,
  agreements,
  requester,
  question,
  /** Rows that stand in for, or beside, those that the requester may not see. */
  others: fc.record({
    Person: fc.array(rowOf('Person'), { minLength: 4, maxLength: 8 }),
    Firearm: fc.array(rowOf('Firearm'), { minLength: 4, maxLength: 12 }),
    FirearmSeizure: fc.array(rowOf('FirearmSeizure'), { minLength: 2, maxLength: 3 }),
    GangAssociation: fc.array(rowOf('GangAssociation'), { minLength: 3, maxLength: 6 }),
  }),
});

/**
 * Asks the same of two databases that differ only in what the requester may not see, and holds the replies to be equal to the
 * byte: rows that no grant opens are others, more or fewer; columns that nothing gives or reads hold other values.
 */
export async function holdPairs(state: OpenState, { cases, seed }: Effort): Promise<HeldPairs> {
  const held = { pairs: 0, different: 0 };
  const property = fc.asyncProperty(onePair, async ({ others, ...given }) => {
    const grants = applying(given.agreements, given.requester);
    const other = Object.fromEntries(
      Object.entries(given.world).map(([type, rows]) => {
        const drawn = types.find((one) => one === type);
        return [type, drawn === undefined ? rows : changed(drawn, rows, others[drawn], grants)];
      }),
    ) as World;
    held.pairs += 1;
    if (JSON.stringify(other) !== JSON.stringify(given.world)) held.different += 1;
    expect(await replyFrom(state, other, given)).toEqual(await replyFrom(state, given.world, given));
  });
  await fc.assert(property, { numRuns: cases, seed });
  return held;
}

type Grant = PlainAgreement['grants'][number];

function applying(
  all: readonly PlainAgreement[],
  { agency, roles, purpose, case: one }: PlainRequester,
): readonly Grant[] {
  return all
    .filter(
      ({ grantee, purposes, valid, case: bound }) =>
        grantee.agency === agency &&
        (grantee.roles === undefined || grantee.roles.some((role) => roles.includes(role))) &&
        purposes.includes(purpose) &&
        (bound === undefined || bound === one) &&
        valid.from <= today &&
        today <= valid.until,
    )
    .flatMap(({ grants }) => grants);
}

/** Another table in which nothing is changed but what no grant of the requester's opens or reads. */
function changed(
  type: WorldType,
  rows: readonly RawRow[],
  drawn: readonly RawRow['values'][],
  grants: readonly Grant[],
): readonly RawRow[] {
  const own = grants.flatMap((grant) => (grant.record === type ? [grant] : reaching(type, grant)));
  const isSeen = ({ key, values }: Partial<RawRow> & Pick<RawRow, 'values'>): boolean =>
    own.some(({ where = {} }) =>
      Object.keys(where).every((field) =>
        mayHold(where[field], field === 'id' ? `GT:${type}:${key ?? ''}` : values[field]),
      ),
    );
  const read = new Set(own.flatMap(fieldsRead));
  const kept = rows.filter(isSeen).map(({ key, values }, index) => ({
    key,
    values: Object.fromEntries(
      Object.entries(values).map(([column, value]) => [
        column,
        read.has(column) ? value : (drawn[index % drawn.length]?.[column] ?? null),
      ]),
    ),
  }));
  const unseen = drawn
    .filter((values) => !isSeen({ values }))
    .map((values, index) => ({ key: String(100 + index), values }));
  return [...kept, ...unseen];
}

/** What a hit on associations reads of the persons that they refer to, whoever they are. */
function reaching(type: WorldType, grant: Grant): readonly Grant[] {
  if (type !== 'Person' || grant.record !== 'GangAssociation' || !('hit' in grant)) return [];
  const matchOn = grant.hit.matchOn.map((name) => name.replace('person.', ''));
  return [{ record: 'Person', hit: { matchOn } }];
}

/** Whether a condition may hold: told without knowing what is a value, so rather too often. */
function mayHold(
  wanted: NonNullable<Grant['where']>[string] | undefined,
  value: string | null | undefined,
): boolean {
  const text = value?.trim() ?? '';
  if (text === '' || wanted === undefined) return false;
  if (wanted.eq !== undefined) return text === wanted.eq;
  if (wanted.in !== undefined) return wanted.in.includes(text);
  return wanted.notIn?.includes(text) !== true;
}

/** Columns on which anything that the requester gets may depend. */
function fieldsRead(grant: Grant): readonly string[] {
  const named = 'fields' in grant ? grant.fields : grant.hit.matchOn;
  const ofAge = ['birthDate', 'eventDate', 'recordedAt'];
  return [...named, ...Object.keys(grant.where ?? {}), ...ofAge, 'seizureKey', 'personKey'];
}

async function replyFrom(
  state: OpenState,
  rows: World,
  given: Omit<Parameters<typeof ask>[0], 'offered' | 'post'>,
) {
  state.fill(rows);
  state.log.length = 0;
  const node = await state.node(given.agreements);
  try {
    const post = await fromWithin(node);
    const { bytes, results } = await ask({ ...given, offered: state.offered, post });
    return {
      bytes,
      results: results.map(({ answer, ...rest }) => ({ ...rest, answer: { ...answer, jti: '', ms: 0 } })),
      log: state.log.map(withoutIds),
    };
  } finally {
    await node.close();
  }
}

/** Ids and times aside. */
function withoutIds({ data, ...entry }: AuditEntry): unknown {
  const states = data.states.map((one) => ({ ...one, jti: '' }));
  return { ...entry, id: '', time: '', data: { ...data, requestId: '', states } };
}
