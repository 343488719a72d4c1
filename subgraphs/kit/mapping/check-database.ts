import type { DatabaseShape } from '../database/shape.js';
import type { Fault } from './check-schema.js';
import {
  isObjectField,
  isReferenceField,
  isRelatedField,
  type FieldMapping,
  type Joins,
  type ListSource,
  type Mapping,
  type PartField,
  type RelatedField,
  type ValueField,
} from './mapping.js';

type Path = readonly PropertyKey[];
type Column = readonly [table: string, column: string, path: Path];

/** Names every table and column of a mapping that the database does not have. */
export function checkAgainstDatabase(mapping: Mapping, shape: DatabaseShape): readonly Fault[] {
  const named = Object.entries(mapping.records).flatMap(([type, { table, key, joins, fields }]) => {
    const path = ['records', type];
    return [
      [table, key, [...path, 'key']] as const,
      ...joinColumns(table, joins, path),
      ...Object.entries(fields).flatMap(([field, form]) =>
        fieldColumns(mapping, { table, joins }, form, [...path, 'fields', field]),
      ),
    ];
  });
  const ofLookups = Object.entries(mapping.lookups).flatMap(([type, { fields }]) =>
    Object.entries(fields).flatMap(([field, form]) =>
      isRelatedField(form) ? relatedColumns(mapping, form, ['lookups', type, 'fields', field]) : [],
    ),
  );
  return [...named, ...ofLookups].flatMap((column) => missing(column, shape));
}

function missing([table, column, path]: Column, shape: DatabaseShape): readonly Fault[] {
  const field = [...path].reverse().find((part) => typeof part === 'string' && !structural.has(part));
  const where = `field ${String(field)}: `;
  const columns = shape.get(table);
  if (columns === undefined) return [{ path, message: `${where}the database has no table ${table}` }];
  if (columns.has(column)) return [];
  const known = [...columns.keys()].join(', ');
  return [{ path, message: `${where}table ${table} has no column ${column}; it has ${known}` }];
}

const structural = new Set([
  'fields',
  'column',
  'units',
  'key',
  'joins',
  'on',
  'list',
  'through',
  'link',
  'foreign',
]);

interface Place {
  readonly table: string;
  readonly joins: Joins;
}

function fieldColumns(mapping: Mapping, place: Place, form: FieldMapping, path: Path): readonly Column[] {
  if (isRelatedField(form)) return relatedColumns(mapping, form, path);
  if (isObjectField(form)) return valueColumns(place, form.fields, [...path, 'fields']);
  if (isReferenceField(form)) return [columnAt(place, form.column, [...path, 'column'])];
  return ownColumns(place, form, path);
}

function ownColumns(place: Place, form: ValueField, path: Path): readonly Column[] {
  if (!('column' in form)) return [];
  const unit = form.units && columnAt(place, form.units.column, [...path, 'units', 'column']);
  return [columnAt(place, form.column, [...path, 'column']), ...(unit ? [unit] : [])];
}

function valueColumns(
  place: Place,
  fields: Readonly<Record<string, PartField>>,
  path: Path,
): readonly Column[] {
  return Object.entries(fields).flatMap(([name, form]) =>
    isObjectField(form)
      ? valueColumns(place, form.fields, [...path, name, 'fields'])
      : ownColumns(place, form, [...path, name]),
  );
}

/** `join.column` stands in the joined table. */
function columnAt({ table, joins }: Place, text: string, path: Path): Column {
  const [first = '', second] = text.split('.', 2);
  return second === undefined ? [table, first, path] : [joins[first]?.table ?? first, second, path];
}

function joinColumns(table: string, joins: Joins, path: Path): readonly Column[] {
  return Object.entries(joins).flatMap(([name, { table: theirs, on, from }]) => {
    const ours = from === undefined ? table : (joins[from]?.table ?? from);
    const at = [...path, 'joins', name, 'on'];
    return Object.entries(on).flatMap(([our, their]): Column[] => [
      [ours, our, at],
      [theirs, their, at],
    ]);
  });
}

function relatedColumns(mapping: Mapping, form: RelatedField, path: Path): readonly Column[] {
  if ('list' in form)
    return form.list.flatMap((source: ListSource, index) => {
      const at = [...path, 'list', index];
      return [
        [source.table, source.foreign, [...at, 'foreign']] as const,
        ...joinColumns(source.table, source.joins, at),
        ...('fields' in source
          ? valueColumns(source, source.fields, [...at, 'fields'])
          : ownColumns(source, source.value, [...at, 'value'])),
      ];
    });
  if ('through' in form) {
    const { table, foreign, column, latest } = form.through;
    return [foreign, column, latest].map((name): Column => [table, name, [...path, 'through']]);
  }
  if ('link' in form) {
    const { table, ours, theirs } = form.link;
    return [ours, theirs].map((name): Column => [table, name, [...path, 'link']]);
  }
  const target = mapping.records[form.references];
  return target === undefined ? [] : [[target.table, form.foreign, [...path, 'foreign']]];
}
