import { createHmac } from 'node:crypto';
import type { PlainAgreement, PlainGrant, PlainMask, PlainRequester, PlainWanted } from './agreements.js';
import {
  type ListedType,
  type ListQuestion,
  type LookUpQuestion,
  type Question,
  type Selection,
  targetOf,
} from './questions.js';
import { satisfies, type Value, valueOf } from './values.js';
import type { RawRow, World, WorldType } from './world.js';

/**
 * The eight rules once more, as plainly as they are written: row by row, field by field, everything worked out anew each time.
 * It shares no code with `policy/` and none with the node.
 */
export interface OracleCase {
  readonly world: World;
  readonly agreements: readonly PlainAgreement[];
  readonly requester: PlainRequester;
  readonly question: Question;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly hashKey: Uint8Array;
}

/** What may be answered, and what is missing: `Person.passport NOT_IN_AGREEMENT`, with the record's id where it is one's. */
export interface OracleAnswer {
  readonly answer: unknown;
  readonly withheld: ReadonlySet<string>;
}

type FieldGrant = Extract<PlainGrant, { fields: readonly string[] }>;
type HitGrant = Extract<PlainGrant, { hit: unknown }>;

export function oracleAnswer(whole: OracleCase): OracleAnswer {
  // an agreement for another case is as if it were not there
  const given = {
    ...whole,
    agreements: whole.agreements.filter((one) => one.case === undefined || one.case === whole.requester.case),
  };
  const withheld = new Set<string>();
  const { question } = given;
  switch (question.kind) {
    case 'list':
      return { answer: answerList(given, question, withheld), withheld };
    case 'look-up':
      return { answer: answerLookUp(given, question, withheld), withheld };
    case 'record': {
      const { record, key, selection } = question;
      nameMissing(given, record, selection, [], withheld);
      const row = given.world[record].find((candidate) => candidate.key === key);
      const answer =
        row && mayReturn(given, record, row, []) ? view(given, record, row, selection, withheld) : null;
      return { answer, withheld };
    }
  }
}

// rule 2: an agreement applies if grantor, agency, role, purpose and date fit

function failures({ grantee, purposes, valid }: PlainAgreement, { requester, today }: OracleCase): string[] {
  const failed: string[] = [];
  if (!purposes.includes(requester.purpose)) failed.push('PURPOSE_NOT_COVERED');
  if (grantee.roles !== undefined && !grantee.roles.some((role) => requester.roles.includes(role)))
    failed.push('ROLE_NOT_COVERED');
  if (today < valid.from || today > valid.until) failed.push('AGREEMENT_EXPIRED');
  return failed;
}

function applyingGrants(given: OracleCase, record: string): PlainGrant[] {
  return given.agreements
    .filter(({ grantee }) => grantee.agency === given.requester.agency)
    .filter((agreement) => failures(agreement, given).length === 0)
    .flatMap(({ grants }) => grants.filter((grant) => grant.record === record));
}

function fieldGrants(given: OracleCase, record: string): FieldGrant[] {
  return applyingGrants(given, record).filter((grant): grant is FieldGrant => 'fields' in grant);
}

function hitGrants(given: OracleCase, record: string): HitGrant[] {
  return applyingGrants(given, record).filter((grant): grant is HitGrant => 'hit' in grant);
}

// rule 3: returned if the where holds, and the grant gives, unmasked, what is filtered and sorted by

function givesUnmasked(grant: FieldGrant, field: string): boolean {
  return grant.fields.includes(field) && grant.mask?.[field] === undefined;
}

function canReturn(given: OracleCase, record: string, by: readonly string[]): boolean {
  return fieldGrants(given, record).some((grant) => by.every((field) => givesUnmasked(grant, field)));
}

function mayReturn(given: OracleCase, record: WorldType, row: RawRow, by: readonly string[]): boolean {
  return fieldGrants(given, record).some(
    (grant) =>
      satisfies(record, row, grant.where ?? {}) &&
      by.every((field) => givesUnmasked(grant, field)) &&
      !(by.some((field) => isIdentifying(record, field)) && protects(grant, record, row)),
  );
}

// rule 6: minors

function isIdentifying(record: string, field: string): boolean {
  if (record === 'GangAssociation' && field.startsWith('person.'))
    return isIdentifying('Person', field.slice('person.'.length));
  return (
    record === 'Person' &&
    ['personName', 'aliases', 'birthDate', 'nationalIdentification', 'passport'].includes(field)
  );
}

function protects(grant: PlainGrant, record: WorldType, row: RawRow): boolean {
  if (record !== 'Person') return false;
  if (grant.minors === true && grant.legalBasis !== undefined && grant.legalBasis.length > 0) return false;
  const birth = valueOf(record, row, 'birthDate');
  const event = valueOf(record, row, 'eventDate') ?? valueOf(record, row, 'recordedAt');
  if (typeof birth !== 'string' || typeof event !== 'string') return grant.unknownAge !== 'ALLOW';
  // who may have been a minor is one: the latest day that the date can mean
  const latest = birth.length === 4 ? `${birth}-12-31` : birth.length === 7 ? `${birth}-31` : birth;
  const eighteen = `${String(Number(latest.slice(0, 4)) + 18)}${latest.slice(4)}`;
  return event < eighteen;
}

// rule 4: shown if some applying grant whose where holds gives it; the least masked counts

const masksFromLeast: readonly (PlainMask | undefined)[] = [undefined, 'LAST4', 'YEAR', 'INITIALS', 'HASH'];

function view(
  given: OracleCase,
  record: WorldType,
  row: RawRow,
  selection: Selection,
  withheld: Set<string>,
): Record<string, unknown> {
  const id = `GT:${record}:${row.key}`;
  const shown: Record<string, unknown> = { id };
  for (const field of [...selection.fields, ...Object.keys(selection.links)]) {
    const giving = fieldGrants(given, record).filter((grant) => grant.fields.includes(field));
    const holding = giving.filter((grant) => satisfies(record, row, grant.where ?? {}));
    const usable = holding.filter((grant) => !(isIdentifying(record, field) && protects(grant, record, row)));
    const masks = usable.map((grant) => grant.mask?.[field]);
    if (usable.length > 0)
      shown[field] =
        field in selection.links
          ? linked(given, record, row, field, selection.links[field]!, withheld)
          : masked(
              valueOf(record, row, field),
              masksFromLeast.find((mask) => masks.includes(mask)),
              given,
            );
    else {
      shown[field] = null;
      // a link to records of which nothing is given at all is not asked for
      if (field in selection.links && fieldGrants(given, targetOf(record, field).target).length === 0)
        continue;
      if (holding.length > 0) withheld.add(`${record}.${field} MINOR_PROTECTED ${id}`);
      else if (giving.length > 0) withheld.add(`${record}.${field} NOT_IN_AGREEMENT ${id}`);
    }
  }
  return shown;
}

function linked(
  given: OracleCase,
  record: WorldType,
  row: RawRow,
  link: string,
  selection: Selection,
  withheld: Set<string>,
): unknown {
  const { target, many } = targetOf(record, link);
  if (fieldGrants(given, target).length === 0) return null;
  const rows = many
    ? given.world[target].filter(({ values }) => values['seizureKey'] === row.key)
    : given.world[target].filter(
        ({ key }) => key === row.values[record === 'GangAssociation' ? 'personKey' : 'seizureKey'],
      );
  const views = byId(rows)
    .filter((other) => mayReturn(given, target, other, []))
    .map((other) => view(given, target, other, selection, withheld));
  return many ? views : (views[0] ?? null);
}

function masked(value: Value, mask: PlainMask | undefined, { hashKey }: OracleCase): unknown {
  if (value === null || mask === undefined) return value;
  if (typeof value !== 'string') return value.map((item) => masked(item, mask, { hashKey } as OracleCase));
  if (mask === 'YEAR') return value.slice(0, 4);
  if (mask === 'LAST4') return value.length > 4 ? `…${value.slice(value.length - 4)}` : '…';
  if (mask === 'HASH') return createHmac('sha256', hashKey).update(value).digest('base64url');
  return value
    .split(' ')
    .map((word) => `${word.charAt(0)}.`)
    .join(' ');
}

// rules 5 and 7: lists, their counts, and hit or no hit

function answerList(given: OracleCase, question: ListQuestion, withheld: Set<string>): unknown {
  const { record, selection, filter, sort } = question;
  const by = [...Object.keys(filter), ...(sort === null ? [] : [sort.field])];
  const hits = by.length === 0 ? [] : hitGrants(given, record);
  nameMissing(given, record, selection, by, withheld);
  if (question.contact && hits.length === 0)
    nameMissing(given, 'ContactPoint', { fields: ['organization', 'phone'], links: {} }, [], withheld);
  const hit = hits.length === 0 ? null : hitOf(given, record, hits, filter);
  const contact = question.contact && hit === 'HIT' ? contactPoint(given, record) : null;
  if (!canReturn(given, record, by)) return hits.length === 0 ? null : { hit, contact };
  const rows = sorted(
    record,
    given.world[record].filter(
      (row) => satisfiesFilter(given.world, record, row, filter) && mayReturn(given, record, row, by),
    ),
    sort,
  );
  return {
    hit,
    contact,
    totalCount: rows.length,
    records: rows.map((row) => view(given, record, row, selection, withheld)),
  };
}

function answerLookUp(
  given: OracleCase,
  { keys, selection }: LookUpQuestion,
  withheld: Set<string>,
): unknown {
  const by = Object.keys(keys);
  const wanted = Object.fromEntries(Object.entries(keys).map(([field, eq]) => [field, { eq }]));
  const hits = hitGrants(given, 'Person');
  const told = hits.length > 0 && hitOf(given, 'Person', hits, wanted) === 'HIT';
  const own = fieldGrants(given, 'PersonLookup').flatMap(({ fields }) => fields);
  if (own.length === 0 || !canReturn(given, 'Person', by))
    return hits.length === 0 ? null : { hit: told ? 'HIT' : 'NO_HIT' };
  const rows = byId(given.world.Person).filter(
    (row) => satisfies('Person', row, wanted) && mayReturn(given, 'Person', row, by),
  );
  return {
    hit: own.includes('hit') || hits.length > 0 ? (rows.length > 0 || told ? 'HIT' : 'NO_HIT') : null,
    records: own.includes('records')
      ? rows.map((row) => view(given, 'Person', row, selection, withheld))
      : null,
  };
}

function hitOf(
  { world }: OracleCase,
  record: ListedType,
  hits: readonly HitGrant[],
  filter: Readonly<Record<string, PlainWanted>>,
): 'HIT' | 'NO_HIT' {
  const fields = Object.keys(filter);
  const isEquality =
    fields.length > 0 && Object.values(filter).every((wanted) => Object.keys(wanted).join() === 'eq');
  const isHit = hits.some(
    (grant) =>
      isEquality &&
      fields.every((field) => grant.hit.matchOn.includes(field)) &&
      world[record].some(
        (row) =>
          satisfiesFilter(world, record, row, filter) &&
          satisfies(record, row, grant.where ?? {}) &&
          !(fields.some((field) => isIdentifying(record, field)) && protectsWhom(world, grant, record, row)),
      ),
  );
  return isHit ? 'HIT' : 'NO_HIT';
}

/** Of an association it is the person's age that counts. */
function protectsWhom(world: World, grant: HitGrant, record: ListedType, row: RawRow): boolean {
  if (record !== 'GangAssociation') return protects(grant, record, row);
  const person = personOf(world, row);
  return person !== undefined && protects(grant, 'Person', person);
}

function personOf(world: World, association: RawRow): RawRow | undefined {
  return world.Person.find(({ key }) => key === association.values['personKey']);
}

/** A filter asks of the row itself, and by `person.…` of the person that it refers to. */
function satisfiesFilter(
  world: World,
  record: WorldType,
  row: RawRow,
  filter: Readonly<Record<string, PlainWanted>>,
): boolean {
  const prefix = 'person.';
  return Object.entries(filter).every(([field, wanted]) => {
    if (!field.startsWith(prefix)) return satisfies(record, row, { [field]: wanted });
    const person = personOf(world, row);
    return person !== undefined && satisfies('Person', person, { [field.slice(prefix.length)]: wanted });
  });
}

function contactPoint({ world }: OracleCase, record: ListedType): unknown {
  const all = byId(world.ContactPoint);
  const domain = { Person: 'PERSONS', Firearm: 'FIREARMS', GangAssociation: 'GANGS' }[record];
  const row = all.find((candidate) => valueOf('ContactPoint', candidate, 'domain') === domain) ?? all[0];
  if (row === undefined) return null;
  const [organization, phone] = ['organization', 'phone'].map((field) => valueOf('ContactPoint', row, field));
  return { id: `GT:ContactPoint:${row.key}`, organization, phone };
}

function sorted(record: WorldType, rows: readonly RawRow[], sort: ListQuestion['sort']): readonly RawRow[] {
  const ordered = byId(rows);
  if (sort === null) return ordered;
  const value = (row: RawRow): string | null => {
    const found = valueOf(record, row, sort.field);
    return typeof found === 'string' ? found : null;
  };
  const known = ordered.filter((row) => value(row) !== null);
  const distinct = [...new Set(known.map(value))].sort() as string[];
  if (sort.descending) distinct.reverse();
  return [
    ...distinct.flatMap((one) => known.filter((row) => value(row) === one)),
    ...ordered.filter((row) => value(row) === null),
  ];
}

function byId(rows: readonly RawRow[]): readonly RawRow[] {
  return [...rows].sort((one, other) => (one.key < other.key ? -1 : 1));
}

// rule 8: why something is missing from the whole answer

function nameMissing(
  given: OracleCase,
  record: WorldType,
  selection: Selection,
  by: readonly string[],
  withheld: Set<string>,
): void {
  const open = fieldGrants(given, record);
  const gives = (field: string): boolean => open.some(({ fields }) => fields.includes(field));
  for (const field of [...selection.fields, ...Object.keys(selection.links)])
    if (!gives(field)) withheld.add(`${record}.${field} ${reasonFor(given, record, field)}`);
  if (open.length > 0 && !canReturn(given, record, by)) {
    const never = by.filter((field) => !open.some((grant) => givesUnmasked(grant, field)));
    for (const field of never.length > 0 ? never : by) withheld.add(`${record}.${field} FILTER_WITHHELD`);
    return;
  }
  if (open.length === 0) return;
  for (const [link, beneath] of Object.entries(selection.links))
    if (gives(link)) nameMissing(given, targetOf(record, link).target, beneath, [], withheld);
}

function reasonFor(given: OracleCase, record: string, field: string): string {
  const order = ['PURPOSE_NOT_COVERED', 'ROLE_NOT_COVERED', 'AGREEMENT_EXPIRED'];
  let best: string[] | undefined;
  for (const agreement of given.agreements) {
    if (agreement.grantee.agency !== given.requester.agency) continue;
    if (
      !agreement.grants.some(
        (grant) => grant.record === record && 'fields' in grant && grant.fields.includes(field),
      )
    )
      continue;
    const failed = failures(agreement, given);
    const isNearer =
      best === undefined ||
      failed.length < best.length ||
      (failed.length === best.length && order.indexOf(failed[0]!) < order.indexOf(best[0]!));
    if (isNearer) best = failed;
  }
  if (best !== undefined) return best[0]!;
  const isHitOnly = fieldGrants(given, record).length === 0 && hitGrants(given, record).length > 0;
  return isHitOnly ? 'HIT_ONLY' : 'NOT_IN_AGREEMENT';
}
