import {
  getNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isEnumType,
  isObjectType,
} from 'graphql';
import { sql } from 'kysely';
import type { QualityProblem } from '../../../schema/types.js';
import type { Dialect } from '../database/open.js';
import {
  type ColumnField,
  isObjectField,
  isValueField,
  type PartField,
  type RecordMapping,
} from '../mapping/mapping.js';
import type { Cell } from './cell.js';
import { own, type Selected } from './record-shape.js';
import { asText, columnOf, type Expression } from './sql-text.js';
import { kindOf } from './value.js';

/** A field that is null though the State has something there. @see QualityNote of the shared language */
export interface QualityNote {
  readonly field: string;
  readonly problem: QualityProblem;
}

/** A part of a record with the column as the State wrote it. */
export interface WrittenPart {
  /** Path of the part: `place.subdivision`. */
  readonly path: string;
  readonly form: ColumnField;
  readonly type: GraphQLOutputType;
  readonly raw: Selected;
}

/** What must be read besides the values, to tell what does not fit. */
export function writtenParts(
  mapping: RecordMapping,
  type: GraphQLObjectType,
  fields: readonly string[],
  dialect: Dialect,
): readonly WrittenPart[] {
  return fields.flatMap((field) => {
    const form = mapping.fields[field];
    const fieldType = type.getFields()[field]?.type;
    if (form === undefined || fieldType === undefined) return [];
    return isValueField(form) || isObjectField(form) ? partsOf(form, fieldType, field, dialect) : [];
  });
}

function partsOf(
  form: PartField,
  type: GraphQLOutputType,
  path: string,
  dialect: Dialect,
): readonly WrittenPart[] {
  if (isObjectField(form)) {
    const inner = getNamedType(type);
    if (!isObjectType(inner)) return [];
    return Object.entries(form.fields).flatMap(([name, part]) => {
      const partType = inner.getFields()[name]?.type;
      return partType === undefined ? [] : partsOf(part, partType, `${path}.${name}`, dialect);
    });
  }
  if ('constant' in form) return [];
  const expression = writtenText(form, dialect);
  return [{ path, form, type, raw: { alias: `_raw.${path}`, expression, read: (value) => value } }];
}

/** The text that should give the part: none where its unit says that another field has the quantity. */
function writtenText({ column, units }: ColumnField, dialect: Dialect): Expression {
  const text = asText(columnOf(own, column), dialect);
  if (units?.elsewhere === undefined) return text;
  const others = sql.join(units.elsewhere.map((unit) => sql`${unit}`));
  return sql`CASE WHEN ${asText(columnOf(own, units.column), dialect)} IN (${others}) THEN NULL ELSE ${text} END`;
}

/** What is wrong with a part: something is written there, and nothing of the shared language came of it, or of an item of it. */
export function noteOf({ path, form, type }: WrittenPart, raw: Cell, value: unknown): readonly QualityNote[] {
  if (raw === null || raw === undefined) return [];
  const text = String(raw).trim();
  if (Array.isArray(value))
    return value.length < writtenItems(form, text) ? [{ field: path, problem: 'UNKNOWN_CODE' }] : [];
  if (value !== null) return [];
  const isBlank = text === '' || (form.blank ?? []).some((blank) => String(blank) === text);
  return [{ field: path, problem: isBlank ? 'BLANK' : problemOf(form, type) }];
}

/** How many items of a list in one column say something. */
function writtenItems({ split, blank = [] }: ColumnField, text: string): number {
  const isBlank = (item: string): boolean => item === '' || blank.some((one) => String(one) === item);
  if (isBlank(text)) return 0;
  return text.split(split ?? ',').filter((item) => !isBlank(item.trim())).length;
}

function problemOf(form: ColumnField, type: GraphQLOutputType): QualityProblem {
  if (form.codes !== undefined || isEnumType(getNamedType(type))) return 'UNKNOWN_CODE';
  const kind = kindOf(type);
  if (kind === 'date' || kind === 'partialDate') return 'INVALID_DATE';
  return kind === 'number' ? 'INVALID_NUMBER' : 'UNKNOWN_CODE';
}
