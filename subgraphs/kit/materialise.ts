import { getNamedType, getNullableType, type GraphQLObjectType, isListType } from 'graphql';
import { maskValue } from '../../policy/mask.js';
import { ageAt, eventOf, hasAge } from '../../policy/minors.js';
import { isComposite, recordBehind } from '../../policy/operation/scope.js';
import { project } from '../../policy/project.js';
import type { Authorised } from './authorise.js';
import { noteMasked, noteOpened, noteRecord } from './ledger.js';
import {
  type FieldMapping,
  type ForeignField,
  isReferenceField,
  isRelatedField,
  type LinkField,
} from './mapping/mapping.js';
import { formOf, type NodeRequest, relatedLoader } from './node-request.js';
import type { Owner } from './records/hanging.js';
import type { Row } from './records/source.js';

/** A record as GraphQL reads it: plain values, with only what may be shown. */
export type PlainRecord = Readonly<Record<string, unknown>>;

/** A list that hangs on a record: read where it is asked for, under each alias by its own arguments. */
export class HangingList {
  readonly owner: Owner;
  /** What may be given of it, by `selectionKey`. */
  readonly lists: ReadonlyMap<string, Authorised>;

  constructor(owner: Owner, lists: ReadonlyMap<string, Authorised>) {
    this.owner = owner;
    this.lists = lists;
  }
}

/** Makes the records of rows, with all that is selected beneath them, level by level. */
export async function materialise(
  request: NodeRequest,
  rows: readonly Row[],
  authorised: Authorised,
): Promise<readonly PlainRecord[]> {
  return Promise.all(rows.map((row) => materialiseRow(request, row, authorised)));
}

/** Makes the records that keys name; null where there is none, or none that may be given. */
export async function materialiseKeys(
  request: NodeRequest,
  keys: readonly string[],
  authorised: Authorised,
): Promise<readonly (PlainRecord | null)[]> {
  const loader = request.byKey.get(authorised.selection.type.name);
  if (loader === undefined) return keys.map(() => null);
  return Promise.all(
    keys.map(async (key) => {
      const row = await loader.load(key);
      return row === null ? null : materialiseRow(request, row, authorised);
    }),
  );
}

async function materialiseRow(request: NodeRequest, row: Row, authorised: Authorised): Promise<PlainRecord> {
  const { decision } = authorised.access;
  const { name: typeName } = authorised.selection.type;
  if (decision === undefined) throw new Error(`${typeName} is read without a decision`);
  const age = hasAge(typeName) ? ageAt(row.values['birthDate'], eventOf(row.values)) : 'ADULT';
  const { shown, withheld } = project(decision, row.opened, age);
  noteRecord(request.ledger, typeName, row.id, shown.keys(), withheld);
  noteOpened(request.ledger, decision.grants, row.opened, row.id);
  const fields = await Promise.all(
    [...shown].map(async ([field, mask]) => {
      if (field === 'isMinor') return [field, age === 'UNKNOWN' ? null : age === 'MINOR'] as const;
      const value = await fieldValue(request, row, authorised, field);
      if (mask === undefined || value === null || value === undefined) return [field, value] as const;
      noteMasked(request.ledger, `${typeName}.${field}`, mask, row.id);
      return [field, maskValue(value, mask, request.maskKey)] as const;
    }),
  );
  // of what is not shown nothing is noted
  const notes = row.notes.filter(({ field }) => shown.has(field.split('.', 1)[0] ?? field));
  if (shown.has('quality')) fields.push(['quality', notes]);
  return { __typename: typeName, id: row.id, ...Object.fromEntries(fields) };
}

async function fieldValue(
  request: NodeRequest,
  row: Row,
  { selection, beneath }: Authorised,
  field: string,
): Promise<unknown> {
  const { type } = selection;
  const form = formOf(request.source, type.name, field);
  if (form === undefined) return null;
  if (isHanging(form, type, field))
    return new HangingList({ field: `${type.name}.${field}`, form, key: row.key }, beneath);
  if (isReferenceField(form)) return referenced(request, row.values[field], beneath.get(field));
  if (!isRelatedField(form)) return row.values[field];
  const related = await relatedLoader(request, type.name, field).load(row.key);
  if ('list' in form) return related;
  const inner = beneath.get(field);
  // nothing of the other records may be had: that is not the same as none
  if (inner === undefined || inner.access.shut) return null;
  const records = await materialiseKeys(request, related as readonly string[], inner);
  const definition = type.getFields()[field];
  if (definition !== undefined && isListType(getNullableType(definition.type)))
    return records.filter((record) => record !== null);
  return records[0] ?? null;
}

function isHanging(
  form: FieldMapping,
  type: GraphQLObjectType,
  field: string,
): form is ForeignField | LinkField {
  const list = getNamedType(type.getFields()[field]?.type);
  return 'references' in form && isComposite(list) && recordBehind(list) !== undefined;
}

async function referenced(
  request: NodeRequest,
  key: unknown,
  authorised: Authorised | undefined,
): Promise<unknown> {
  if (typeof key !== 'string' || authorised === undefined) return null;
  const [record] = await materialiseKeys(request, [key], authorised);
  return record ?? null;
}
