import { z } from 'zod';

const name = z.string().min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const dayFormats = ['YYYY-MM-DD', 'DD/MM/YYYY', 'MM/DD/YYYY', 'YYYYMMDD'] as const;

/** Of dates of which the day, or the month too, is not known: left out, or written as zeros. */
const partialFormats = [
  ...(['YYYY-MM', 'MM/YYYY', 'YYYY-MM-00', '00/MM/YYYY', 'MM/00/YYYY', 'YYYYMM00'] as const),
  ...(['YYYY', 'YYYY-00-00', '00/00/YYYY', 'YYYY0000'] as const),
] as const;

const dateFormat = z.enum([...dayFormats, ...partialFormats]);

/** One format, or all those in which the dates of one column are written. */
const dateFormats = z.union([dateFormat, z.array(dateFormat).min(1)]);

const columnField = z.strictObject({
  column: name,
  blank: z.array(scalar).optional(),
  codes: z.record(z.string(), scalar).optional(),
  otherwise: z.literal('KEEP').optional(),
  date: dateFormats.optional(),
  multiply: z.number().optional(),
  units: z
    .strictObject({
      column: name,
      multiply: z.record(z.string(), z.number()),
      /** Units of quantities that another field has: no value here, and no fault. */
      elsewhere: z.array(z.string()).optional(),
    })
    .optional(),
  match: z.enum(['EXACT', 'CODE', 'TEXT']).optional(),
  split: z.string().min(1).optional(),
});

const constantField = z.strictObject({ constant: scalar });
const valueField = z.union([columnField, constantField], 'a column or a constant, and keys that exist');
const valueFields = z.record(name, valueField);
const partField = z.union(
  [columnField, constantField, z.strictObject({ fields: valueFields })],
  'a column, a constant or fields, and keys that exist',
);
const partFields = z.record(name, partField);

const join = z.strictObject({
  table: name,
  /** Our column → theirs. */
  on: z.record(name, name),
  /** An earlier join that this one stands on. */
  from: name.optional(),
});
const joins = z.record(name, join).default({});

const listBase = {
  table: name,
  foreign: name,
  joins,
  /** A field without which a row is no value of the list. */
  required: name.optional(),
};
const listSource = z.union(
  [z.strictObject({ ...listBase, fields: partFields }), z.strictObject({ ...listBase, value: valueField })],
  'a table, a foreign column, and either fields or one value',
);

const objectField = z.strictObject({ fields: valueFields });
const referenceField = z.strictObject({ reference: name, column: name });
const throughField = z.strictObject({
  reference: name,
  through: z.strictObject({
    table: name,
    foreign: name,
    column: name,
    latest: name,
    date: dateFormats.optional(),
  }),
});
const foreignField = z.strictObject({ references: name, foreign: name });
const linkField = z.strictObject({
  references: name,
  link: z.strictObject({ table: name, ours: name, theirs: name }),
});
const listField = z.strictObject({ list: z.array(listSource).min(1), order: name.optional() });

const field = z.union(
  [columnField, constantField, objectField, referenceField, throughField, foreignField, linkField, listField],
  'no form that a field can have: see docs/mapping.md',
);

const recordMapping = z.strictObject({ table: name, key: name, joins, fields: z.record(name, field) });

export const mappingSchema = z.strictObject({
  state: z.string().regex(/^[A-Z]{2}$/u, 'two capital letters'),
  records: z.record(name, recordMapping),
  lookups: z.record(name, z.strictObject({ fields: z.record(name, field) })).default({}),
});

/** Which tables and columns of a State hold the types and fields of the shared language. See docs/mapping.md. */
export type Mapping = z.infer<typeof mappingSchema>;
export type RecordMapping = Mapping['records'][string];
export type FieldMapping = z.infer<typeof field>;
export type ColumnField = z.infer<typeof columnField>;
export type ConstantField = z.infer<typeof constantField>;
export type ValueField = ColumnField | ConstantField;
export type ObjectField = z.infer<typeof objectField>;
/** A part of a value: plain, or a value of its own. */
export type PartField = z.infer<typeof partField>;
export type ReferenceField = z.infer<typeof referenceField>;
export type ThroughField = z.infer<typeof throughField>;
export type ForeignField = z.infer<typeof foreignField>;
export type LinkField = z.infer<typeof linkField>;
export type ListField = z.infer<typeof listField>;
export type ListSource = ListField['list'][number];
export type Joins = RecordMapping['joins'];
export type DateFormat = z.infer<typeof dateFormat>;

/** Whether dates of a format lack their day. */
export function isPartialFormat(format: DateFormat): boolean {
  return !format.includes('DD');
}

/** What a field needs besides the record's own row. */
export type RelatedField = ThroughField | ForeignField | LinkField | ListField;

export function isValueField(mapping: FieldMapping): mapping is ValueField {
  return 'column' in mapping && !('reference' in mapping) ? true : 'constant' in mapping;
}

export function isObjectField(mapping: FieldMapping | PartField): mapping is ObjectField {
  return 'fields' in mapping;
}

export function isReferenceField(mapping: FieldMapping): mapping is ReferenceField {
  return 'reference' in mapping && 'column' in mapping;
}

export function isRelatedField(mapping: FieldMapping): mapping is RelatedField {
  return 'through' in mapping || 'references' in mapping || 'list' in mapping;
}
