import {
  getNamedType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { parseRecordId } from '../../common/record-id.js';
import { type Data, isData } from '../plan/data.js';
import { idAlias, typeAlias } from '../plan/private-names.js';
import { leafTest } from '../reply/leaf.js';
import { type FoundRecords, noteRecord } from './found-records.js';
import { isRecordType } from './record-type.js';

/** One answer that is being read. */
export interface Reading {
  readonly state: string;
  /** Where the value being read stands. */
  readonly path: (string | number)[];
  readonly records: FoundRecords;
  readonly foreign: string[];
  readonly faults: (readonly (string | number)[])[];
}

/** Gives the value as it may stay: changed in place, or null where it may not be there. */
export type CheckValue = (value: unknown, reading: Reading) => unknown;

/** Types that have fields of their own; what States share has no unions. */
export type CompositeType = GraphQLObjectType | GraphQLInterfaceType;

/** A selection and the type that it is made of. */
export interface Part {
  readonly type: CompositeType;
  readonly selectionSet: SelectionSetNode;
}

export function isCompositeType(type: GraphQLNamedType | undefined): type is CompositeType {
  return isObjectType(type) || isInterfaceType(type);
}

function checkType(schema: GraphQLSchema, type: GraphQLOutputType, parts: readonly Part[]): CheckValue {
  if (isNonNullType(type)) {
    const check = checkType(schema, type.ofType, parts);
    return (value, reading) => (value == null ? noValue(reading) : check(value, reading));
  }
  if (isListType(type)) return checkList(checkType(schema, type.ofType, parts));
  if (isCompositeType(type)) return checkObject(schema, type, parts);
  if (!isLeafType(type)) return (_, reading) => noValue(reading);
  // of its own scalars the shared language has no objects
  const isValue = leafTest(type, (value) => typeof value !== 'object');
  return (value, reading) => (value == null || isValue(value) ? value : noValue(reading));
}

function noValue({ faults, path }: Reading): null {
  faults.push([...path]);
  return null;
}

function checkList(check: CheckValue): CheckValue {
  return (value, reading) => {
    if (value == null) return null;
    if (!Array.isArray(value)) return noValue(reading);
    for (let index = 0; index < value.length; index += 1) {
      reading.path.push(index);
      value[index] = check(value[index], reading);
      reading.path.pop();
    }
    return value as unknown[];
  };
}

/** @param parts - what is selected of the object, fragment by fragment */
export function checkObject(schema: GraphQLSchema, type: CompositeType, parts: readonly Part[]): CheckValue {
  const fields = fieldsOf(schema, parts);
  const checks = new Map(
    [...fields].map(([key, field]) => [key, checkType(schema, field.type, field.parts)] as const),
  );
  const notes = isRecordType(type) ? compileNote(schema, type, fields) : () => true;
  return (value, reading) => {
    if (value == null) return null;
    if (!isData(value)) return noValue(reading);
    if (!notes(value, reading)) return noValue(reading);
    for (const key of Object.keys(value)) {
      const check = checks.get(key);
      if (check === undefined) {
        Reflect.deleteProperty(value, key);
        continue;
      }
      reading.path.push(key);
      const checked = check(value[key], reading);
      reading.path.pop();
      if (checked !== value[key]) value[key] = checked;
    }
    return value;
  };
}

interface SelectedField {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly parts: Part[];
}

/** What is selected, by response key. */
function fieldsOf(schema: GraphQLSchema, parts: readonly Part[]): ReadonlyMap<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  const collect = ({ type, selectionSet }: Part): void => {
    for (const node of selectionSet.selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const inner = schema.getType(node.typeCondition?.name.value ?? type.name);
        if (isCompositeType(inner)) collect({ type: inner, selectionSet: node.selectionSet });
      }
      if (node.kind !== Kind.FIELD) continue;
      const name = node.name.value;
      const fieldType = name === '__typename' ? schema.getType('String') : type.getFields()[name]?.type;
      if (fieldType === undefined) continue;
      const key = node.alias?.value ?? name;
      const field = fields.get(key) ?? { name, type: fieldType as GraphQLOutputType, parts: [] };
      fields.set(key, field);
      const inner = getNamedType(field.type);
      if (node.selectionSet !== undefined && isCompositeType(inner))
        field.parts.push({ type: inner, selectionSet: node.selectionSet });
    }
  };
  parts.forEach(collect);
  return fields;
}

/** Notes a record; false where it has no id, or one that is not the State's own or not of its type. */
type Note = (record: Data, reading: Reading) => boolean;

function compileNote(
  schema: GraphQLSchema,
  type: CompositeType,
  fields: ReadonlyMap<string, SelectedField>,
): Note {
  const keys = idKeysOf(fields);
  const names: ReadonlySet<unknown> = new Set(
    isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name],
  );
  return (record, { state, records, foreign }) => {
    const id = keys.map((key) => record[key]).find((told) => told !== undefined);
    const typeName = isAbstractType(type) ? record[typeAlias] : type.name;
    if (typeof id !== 'string' || typeof typeName !== 'string') return false;
    const parsed = parseRecordId(id);
    const isOwn = parsed?.state === state && parsed.type === typeName && names.has(typeName);
    if (!isOwn || keys.some((key) => record[key] !== undefined && record[key] !== id)) {
      foreign.push(id);
      return false;
    }
    noteRecord(records, typeName, id);
    return true;
  };
}

/** Response keys under which the id of what is selected is told, that of the gateway's own first. */
export function idKeys(schema: GraphQLSchema, parts: readonly Part[]): readonly string[] {
  return idKeysOf(fieldsOf(schema, parts));
}

function idKeysOf(fields: ReadonlyMap<string, SelectedField>): readonly string[] {
  const keys = [...fields].filter(([, { name }]) => name === 'id').map(([key]) => key);
  return keys.sort((one, other) => Number(other === idAlias) - Number(one === idAlias));
}
