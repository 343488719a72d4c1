import type { Mask } from '../common/withheld.js';
import type { Vocabulary } from '../schema/vocabulary.js';
import { type Agreement, type Grant, type HitGrant, isHitGrant } from './agreement.js';
import { checkWhere } from './check-where.js';
import type { Fault } from './fault.js';
import { matchFields } from './match-on.js';

/** The agencies that an agreement may name. */
export interface Register {
  readonly agencies: readonly { readonly id: string; readonly roles: readonly string[] }[];
}

/** Checks that an agreement's words mean something: agencies, purposes, records, fields, dates. All faults at once. */
export function checkWords(
  agreement: Agreement,
  grantor: string,
  vocabulary: Vocabulary,
  register: Register,
): readonly Fault[] {
  return [
    ...checkHead(agreement, grantor, vocabulary, register),
    ...agreement.grants.flatMap((grant, index) => checkGrant(grant, ['grants', index], grantor, vocabulary)),
    ...checkTwice(agreement.grants),
  ];
}

function checkHead(
  { grantor, grantee, purposes, valid }: Agreement,
  own: string,
  vocabulary: Vocabulary,
  register: Register,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (grantor !== own)
    faults.push({
      path: ['grantor'],
      message: `grantor is ${grantor}, but these are the agreements of ${own}`,
    });
  const agency = register.agencies.find(({ id }) => id === grantee.agency);
  if (agency === undefined)
    faults.push({
      path: ['grantee', 'agency'],
      message: `no agency ${grantee.agency} in the region's register`,
    });
  grantee.roles?.forEach((role, index) => {
    if (agency?.roles.includes(role) === false)
      faults.push({
        path: ['grantee', 'roles', index],
        message: `${agency.id} has no role ${role}; it has ${agency.roles.join(', ')}`,
      });
  });
  purposes.forEach((purpose, index) => {
    if (!vocabulary.purposes.has(purpose))
      faults.push({ path: ['purposes', index], message: `no purpose ${purpose} in the shared language` });
  });
  if (valid.until < valid.from)
    faults.push({
      path: ['valid', 'until'],
      message: `ends (${valid.until}) before it begins (${valid.from})`,
    });
  return faults;
}

function checkGrant(
  grant: Grant,
  path: readonly PropertyKey[],
  grantor: string,
  vocabulary: Vocabulary,
): readonly Fault[] {
  const fields = vocabulary.records.get(grant.record);
  if (fields === undefined)
    return [{ path: [...path, 'record'], message: `no record ${grant.record} in the shared language` }];
  return [
    ...(isHitGrant(grant)
      ? checkMatchOn(grant, [...path, 'hit', 'matchOn'], vocabulary)
      : grant.fields.flatMap((field, index) =>
          fields.has(field) ? [] : [unknownField(grant.record, field, [...path, 'fields', index])],
        )),
    ...checkWhere(grant, path, grantor, vocabulary),
    ...checkBasis(grant, sensitiveIn(grant, vocabulary), path),
    ...checkMasks(grant, path, vocabulary),
  ];
}

function unknownField(record: string, field: string, path: readonly PropertyKey[]): Fault {
  return { path, message: `no field ${record}.${field} in the shared language` };
}

function checkMatchOn(
  { record, hit: { matchOn } }: HitGrant,
  path: readonly PropertyKey[],
  vocabulary: Vocabulary,
): readonly Fault[] {
  const reached = (vocabulary.reached.get(record) ?? []).map((one) => one.path);
  return matchOn.flatMap((name, index) => {
    const found = matchFields(vocabulary, record, name).map((one) => one.path);
    if (found.length === 1) return [];
    const at = [...path, index];
    if (found.length > 1) return [{ path: at, message: `${name} may be ${found.join(' or ')}: say which` }];
    const { message } = unknownField(record, name, at);
    const hint = reached.length === 0 ? '' : `; of records that it refers to: ${reached.join(', ')}`;
    return [{ path: at, message: `${message}${hint}` }];
  });
}

function sensitiveIn(grant: Grant, vocabulary: Vocabulary): readonly string[] {
  const isSensitive = (record: string, field: string): boolean =>
    vocabulary.records.get(record)?.get(field) === 'SENSITIVE';
  if (!isHitGrant(grant)) return grant.fields.filter((field) => isSensitive(grant.record, field));
  return grant.hit.matchOn.filter((name) =>
    matchFields(vocabulary, grant.record, name).some(({ record, field }) => isSensitive(record, field)),
  );
}

/** What is sensitive, or opens minors, needs a legal basis of its own. */
function checkBasis(
  grant: Grant,
  sensitive: readonly string[],
  path: readonly PropertyKey[],
): readonly Fault[] {
  if (grant.legalBasis !== undefined) return [];
  if (sensitive.length > 0)
    return [
      { path, message: `${sensitive.join(', ')}: SENSITIVE, so the grant needs a legalBasis of its own` },
    ];
  return grant.minors === true
    ? [{ path: [...path, 'minors'], message: 'minors: true needs a legalBasis of its own on the grant' }]
    : [];
}

/** What each mask leaves must be a value of the field's type. */
const maskable: Readonly<Record<Mask, readonly string[]>> = {
  YEAR: ['PartialDate'],
  INITIALS: ['String'],
  LAST4: ['String'],
  HASH: ['String', 'PartialDate'],
};

function checkMasks(grant: Grant, path: readonly PropertyKey[], vocabulary: Vocabulary): readonly Fault[] {
  if (isHitGrant(grant)) return [];
  return Object.entries(grant.mask ?? {}).flatMap(([field, mask]) => {
    const at = [...path, 'mask', field];
    if (!grant.fields.includes(field)) return [{ path: at, message: `${field} is masked but not granted` }];
    const type = vocabulary.types.get(grant.record)?.get(field)?.name;
    if (type === undefined || maskable[mask].includes(type)) return [];
    const message = `${field} is of type ${type}; ${mask} masks ${maskable[mask].join(' and ')}`;
    return [{ path: at, message }];
  });
}

/** The same record, rows and field granted twice in one agreement. */
function checkTwice(grants: readonly Grant[]): readonly Fault[] {
  const seen = new Set<string>();
  return grants.flatMap((grant, index) => {
    if (isHitGrant(grant)) return [];
    return grant.fields.flatMap((field, position) => {
      const key = JSON.stringify([grant.record, grant.where ?? null, field]);
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [
        { path: ['grants', index, 'fields', position], message: `${grant.record}.${field} is granted twice` },
      ];
    });
  });
}
