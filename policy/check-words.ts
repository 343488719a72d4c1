import type { SensitivityClass, Vocabulary } from '../schema/vocabulary.js';
import { type Agreement, type FieldCondition, type Grant, isHitGrant } from './agreement.js';

/** The agencies that an agreement may name. */
export interface Register {
  readonly agencies: readonly { readonly id: string; readonly roles: readonly string[] }[];
}

/** What is wrong, and at which path of the file. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Fields = ReadonlyMap<string, SensitivityClass>;

/** Checks that an agreement's words mean something: agencies, purposes, records, fields, dates. All faults at once. */
export function checkWords(
  agreement: Agreement,
  grantor: string,
  vocabulary: Vocabulary,
  register: Register,
): readonly Fault[] {
  return [
    ...checkHead(agreement, grantor, vocabulary, register),
    ...agreement.grants.flatMap((grant, index) => checkGrant(grant, ['grants', index], vocabulary)),
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

function checkGrant(grant: Grant, path: readonly PropertyKey[], vocabulary: Vocabulary): readonly Fault[] {
  const fields = vocabulary.records.get(grant.record);
  if (fields === undefined)
    return [{ path: [...path, 'record'], message: `no record ${grant.record} in the shared language` }];
  const faults = Object.keys(grant.where ?? {}).flatMap((field) =>
    checkWhere(grant, field, path, vocabulary),
  );
  const named = isHitGrant(grant) ? grant.hit.matchOn : grant.fields;
  const at = isHitGrant(grant) ? ['hit', 'matchOn'] : ['fields'];
  const unknown = named.flatMap((field, index) =>
    fields.has(field)
      ? []
      : [
          {
            path: [...path, ...at, index],
            message: `no field ${grant.record}.${field} in the shared language`,
          },
        ],
  );
  return [...unknown, ...faults, ...checkBasis(grant, named, fields, path), ...checkMasks(grant, path)];
}

/** A condition that nothing can satisfy is a slip of the pen: it would open no row, and nobody would notice. */
function isEmpty({ gte, lte, in: among, notIn = [] }: FieldCondition): boolean {
  if (gte !== undefined && lte !== undefined && gte > lte) return true;
  return among?.every((value) => notIn.includes(value)) === true;
}

function checkWhere(
  { record, where }: Grant,
  field: string,
  path: readonly PropertyKey[],
  vocabulary: Vocabulary,
): readonly Fault[] {
  const at = [...path, 'where', field];
  if (vocabulary.lookups.has(record))
    return [
      { path: at, message: `${record} is a look-up and has no rows: put the condition on its records` },
    ];
  if (vocabulary.records.get(record)?.has(field) === true)
    return isEmpty(where?.[field] ?? {}) ? [{ path: at, message: `no ${field} can satisfy this` }] : [];
  return [{ path: at, message: `no field ${record}.${field} in the shared language` }];
}

/** What is sensitive, or opens minors, needs a legal basis of its own. */
function checkBasis(
  grant: Grant,
  named: readonly string[],
  fields: Fields,
  path: readonly PropertyKey[],
): readonly Fault[] {
  if (grant.legalBasis !== undefined) return [];
  const sensitive = named.filter((field) => fields.get(field) === 'SENSITIVE');
  if (sensitive.length > 0)
    return [
      { path, message: `${sensitive.join(', ')}: SENSITIVE, so the grant needs a legalBasis of its own` },
    ];
  return grant.minors === true
    ? [{ path: [...path, 'minors'], message: 'minors: true needs a legalBasis of its own on the grant' }]
    : [];
}

function checkMasks(grant: Grant, path: readonly PropertyKey[]): readonly Fault[] {
  if (isHitGrant(grant)) return [];
  return Object.keys(grant.mask ?? {})
    .filter((field) => !grant.fields.includes(field))
    .map((field) => ({ path: [...path, 'mask', field], message: `${field} is masked but not granted` }));
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
