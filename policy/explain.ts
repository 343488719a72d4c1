import { type Mask, masks, type Withheld, type WithholdingReason } from '../common/withheld.js';
import type { Vocabulary } from '../schema/vocabulary.js';
import { type Agreement, type Condition, type Grant, isHitGrant } from './agreement.js';
import type { Asker } from './applies.js';
import { compilePolicy } from './compile.js';
import { type Decision, decide } from './decide.js';
import { type Lacking, lackingOf } from './explain-lacking.js';
import { type Age, identifies, protectsAge } from './minors.js';
import { byReference, type Scope } from './operation/scope.js';
import { accessToType, type TypeAccess } from './operation/type-access.js';
import { isReturned, project } from './project.js';

/** A field, of whom, and by what the record is found. */
export interface Question {
  readonly asker: Asker;
  readonly record: string;
  readonly field: string;
  /** Fields that the query filters or sorts by; of a look-up its keys. */
  readonly by: readonly string[];
  /** The record itself, where the question is about one. */
  readonly row?: ExplainedRow | undefined;
}

/** What of a record an explanation depends on. */
export interface ExplainedRow {
  readonly id: string;
  readonly opens: (where: Condition | undefined) => boolean;
  readonly age: Age;
}

/** What a State decides by. */
export interface Explaining {
  readonly vocabulary: Vocabulary;
  readonly agreements: readonly Agreement[];
  /** Coordinates that the State serves. */
  readonly offered: ReadonlySet<string>;
}

/** A grant of the field, and what it lacks to open it to the asker. */
export interface GrantAccount {
  readonly agreement: string;
  /** Its place in the agreement, from 1. */
  readonly grant: number;
  readonly legalBasis: readonly string[];
  readonly mask?: Mask;
  /** Rows that it opens; absent: all. */
  readonly where?: Condition;
  readonly hit?: readonly string[];
  readonly lacking: readonly Lacking[];
}

/** Why a field is shown, masked or withheld. */
export interface Explanation {
  readonly coordinate: string;
  readonly asker: Asker;
  readonly record?: string;
  readonly verdict: 'SHOWN' | 'MASKED' | 'WITHHELD';
  readonly mask?: Mask;
  readonly reason?: WithholdingReason;
  /** What is missing instead, where another field keeps this one from being shown. */
  readonly because?: string;
  /** The agreement that came nearest to giving it. */
  readonly nearest?: string;
  /** Whether it is so of every record, or only of those that a grant's conditions open. */
  readonly of: 'EVERY_RECORD' | 'SOME_RECORDS' | 'THIS_RECORD';
  /** Persons under 18 at the event are left out of what is shown. */
  readonly minorsProtected: boolean;
  readonly applied: readonly GrantAccount[];
  /** Grants that lack something, those that lack least first. */
  readonly near: readonly GrantAccount[];
}

/** Explains what a State's agreements say of one field. The verdict is what `decide` and `project` say, not told anew. */
export function explain(explaining: Explaining, question: Question): Explanation {
  const { asker, record, field, row } = question;
  // a look-up is found by fields of its records, not by its own
  const by = explaining.vocabulary.lookups.has(record) ? [] : question.by;
  const { applied, near } = accountsOf(explaining, { ...question, by });
  const policy = compilePolicy(explaining.agreements);
  const access = accessToType(
    {
      ...explaining,
      decide: (type, fields, scope) => decide(policy, asker, { record: type, fields, ...scope }),
    },
    record,
    [field],
    scopeOf(explaining, question),
  );
  return {
    coordinate: `${record}.${field}`,
    asker,
    ...(row !== undefined && { record: row.id }),
    ...verdictOf(access, question),
    minorsProtected: identifies(record, field) && applied.some(({ lacking }) => lacking.length === 0),
    applied,
    near,
  };
}

function scopeOf({ vocabulary }: Explaining, { record, by }: Question): Scope {
  const lookup = vocabulary.lookups.get(record);
  const filters = lookup !== undefined && by.length === 0 ? lookup.by : by;
  return filters.length === 0 ? byReference : { filters, onlyEquals: lookup?.near === undefined, sorts: [] };
}

type Verdict = Pick<Explanation, 'verdict' | 'mask' | 'reason' | 'because' | 'nearest' | 'of'>;

function verdictOf({ decision, found, shut, withheld }: TypeAccess, question: Question): Verdict {
  const coordinate = `${question.record}.${question.field}`;
  const whole = question.row === undefined ? 'EVERY_RECORD' : 'THIS_RECORD';
  const own = withheld.find((one) => one.coordinate === coordinate);
  const other = shut
    ? (found?.withheld ?? withheld).find((one) => one.reason === 'FILTER_WITHHELD')
    : undefined;
  if (other !== undefined) return missing({ ...other, reason: 'FILTER_WITHHELD' }, whole, other.coordinate);
  if (own !== undefined) return missing(own, whole);
  if (decision === undefined || shut) return missing(withheld[0] ?? none(coordinate), whole);
  return question.row === undefined
    ? ofRecords(decision, question)
    : ofRecord(decision, question, question.row);
}

function none(coordinate: string): Withheld {
  return { coordinate, reason: 'NOT_IN_AGREEMENT' };
}

function missing({ reason, agreement }: Withheld, of: Verdict['of'], because?: string): Verdict {
  return {
    verdict: 'WITHHELD',
    reason,
    of,
    ...(because !== undefined && { because }),
    ...(agreement !== undefined && { nearest: agreement }),
  };
}

function shown(mask: Mask | undefined, of: Verdict['of']): Verdict {
  return mask === undefined ? { verdict: 'SHOWN', of } : { verdict: 'MASKED', mask, reason: 'MASKED', of };
}

function ofRecords({ grants }: Decision, { field }: Question): Verdict {
  const giving = field === 'id' ? grants : grants.filter(({ grant }) => grant.fields.includes(field));
  const found = giving.map(({ grant }) => grant.mask?.[field]);
  const mask = found.includes(undefined) ? undefined : masks.find((one) => found.includes(one));
  const best = giving.filter(({ grant }) => grant.mask?.[field] === mask);
  const everywhere = best.some(({ grant }) => grant.where === undefined);
  return shown(mask, everywhere && grants.some(opensAll) ? 'EVERY_RECORD' : 'SOME_RECORDS');
}

function opensAll({ grant, returns }: Decision['grants'][number]): boolean {
  return returns && grant.where === undefined;
}

function ofRecord(decision: Decision, { record, field }: Question, row: ExplainedRow): Verdict {
  const opened = decision.grants.map(({ grant }) => row.opens(grant.where));
  const coordinate = `${record}.${field}`;
  if (!isReturned(decision, opened, row.age)) return missing(none(coordinate), 'THIS_RECORD');
  if (field === 'id') return shown(undefined, 'THIS_RECORD');
  const { shown: fields, withheld } = project(decision, opened, row.age);
  if (fields.has(field)) return shown(fields.get(field), 'THIS_RECORD');
  return missing(withheld.find((one) => one.coordinate === coordinate) ?? none(coordinate), 'THIS_RECORD');
}

/** All grants of the field, by whomever it is given to. */
function accountsOf({ agreements }: Explaining, question: Question): Pick<Explanation, 'applied' | 'near'> {
  const accounts = [...agreements]
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((agreement) =>
      agreement.grants.flatMap((grant, index) =>
        concerns(grant, question) ? [accountOf(agreement, grant, index, question)] : [],
      ),
    );
  const isNear = ({ lacking }: GrantAccount): boolean => lacking.length > 0;
  return {
    applied: accounts.filter((account) => !isNear(account)),
    near: accounts.filter(isNear).sort((one, other) => one.lacking.length - other.lacking.length),
  };
}

function concerns(grant: Grant, { record, field }: Question): boolean {
  if (grant.record !== record) return false;
  return isHitGrant(grant) || field === 'id' || grant.fields.includes(field);
}

function accountOf(agreement: Agreement, grant: Grant, index: number, question: Question): GrantAccount {
  const mask = isHitGrant(grant) ? undefined : grant.mask?.[question.field];
  return {
    agreement: agreement.id,
    grant: index + 1,
    legalBasis: [...agreement.legalBasis, ...(grant.legalBasis ?? [])],
    ...(mask !== undefined && { mask }),
    ...(grant.where !== undefined && { where: grant.where }),
    ...(isHitGrant(grant) && { hit: grant.hit.matchOn }),
    lacking: [...lackingOf(agreement, question.asker), ...lackingInGrant(grant, question)],
  };
}

function lackingInGrant(grant: Grant, { record, field, by, row }: Question): readonly Lacking[] {
  if (isHitGrant(grant)) return [{ lacks: 'FIELD', wants: 'HIT_ONLY' }];
  const unread = by.filter((name) => name !== 'id' && !(grant.fields.includes(name) && !grant.mask?.[name]));
  return [
    ...(unread.length === 0 ? [] : [{ lacks: 'FILTER', wants: unread } as const]),
    ...(grant.where !== undefined && row?.opens(grant.where) === false
      ? [{ lacks: 'WHERE', wants: grant.where } as const]
      : []),
    ...(row !== undefined && identifies(record, field) && protectsAge(grant, row.age)
      ? [{ lacks: 'MINORS', wants: row.age === 'MINOR' ? 'MINOR' : 'UNKNOWN_AGE' } as const]
      : []),
  ];
}
