import { parseRecordId } from '../common/record-id.js';
import type { Mask } from '../common/withheld.js';
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
    ...agreement.grants.flatMap((grant, index) =>
      checkGrant(grant, ['grants', index], vocabulary, agreement.grantor),
    ),
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
  vocabulary: Vocabulary,
  grantor: string,
): readonly Fault[] {
  const fields = vocabulary.records.get(grant.record);
  if (fields === undefined)
    return [{ path: [...path, 'record'], message: `no record ${grant.record} in the shared language` }];
  const faults = Object.keys(grant.where ?? {}).flatMap((field) =>
    field === 'id' && !vocabulary.lookups.has(grant.record)
      ? checkIds(grant, path, grantor)
      : checkWhere(grant, field, path, vocabulary),
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
  return [
    ...unknown,
    ...faults,
    ...checkBasis(grant, named, fields, path),
    ...checkMasks(grant, path, vocabulary),
  ];
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
  const type =
    vocabulary.records.get(record)?.has(field) === true
      ? vocabulary.types.get(record)?.get(field)
      : undefined;
  if (type === undefined)
    return [{ path: at, message: `no field ${record}.${field} in the shared language` }];
  // of a list or a value of several fields it cannot be told what it equals, so no row would ever be opened
  if (type.list || !(type.plain || vocabulary.records.has(type.name)))
    return [
      { path: at, message: `${record}.${field} is not one plain value: no condition can be put on it` },
    ];
  return isEmpty(where?.[field] ?? {}) ? [{ path: at, message: `no ${field} can satisfy this` }] : [];
}

/** Records that are named one by one. */
function checkIds({ record, where }: Grant, path: readonly PropertyKey[], grantor: string): readonly Fault[] {
  const { eq, in: among, ...others } = where?.['id'] ?? {};
  const at = [...path, 'where', 'id'];
  const [other] = Object.keys(others);
  if (other !== undefined) return [{ path: [...at, other], message: 'an id is named by eq or in' }];
  return [...(eq === undefined ? [] : [eq]), ...(among ?? [])].flatMap((id) => {
    const parsed = parseRecordId(String(id));
    if (parsed?.state === grantor && parsed.type === record) return [];
    return [{ path: at, message: `no id of a ${record} of ${grantor}: ${grantor}:${record}:key` }];
  });
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
