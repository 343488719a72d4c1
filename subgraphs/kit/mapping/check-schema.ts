import {
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { isComposite, recordBehind } from '../../../policy/operation/scope.js';
import {
  type ColumnField,
  type FieldMapping,
  isObjectField,
  isPartialFormat,
  isRelatedField,
  type ListSource,
  isValueField,
  type Mapping,
  type PartField,
  type ValueField,
} from './mapping.js';

/** What is wrong in a mapping, and at which path of the file. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

type Path = readonly PropertyKey[];

/** Holds a mapping against the shared language: types, fields, forms and codes. All faults at once. */
export function checkAgainstSchema(mapping: Mapping, schema: GraphQLSchema): readonly Fault[] {
  const sections = [
    ...Object.entries(mapping.records).map(([name, { fields }]) => ['records', name, fields] as const),
    ...Object.entries(mapping.lookups).map(([name, { fields }]) => ['lookups', name, fields] as const),
  ];
  return sections.flatMap(([section, name, fields]) => {
    const type = schema.getType(name);
    const path = [section, name];
    if (!isObjectType(type)) return [{ path, message: `no type ${name} in the shared language` }];
    return Object.entries(fields).flatMap(([field, form]) =>
      checkField({ mapping, schema }, type, field, form, [...path, 'fields', field]),
    );
  });
}

interface Checked {
  readonly mapping: Mapping;
  readonly schema: GraphQLSchema;
}

function schemaType(schema: GraphQLSchema, name: string | undefined): GraphQLObjectType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isObjectType(type) ? type : undefined;
}

function checkField(
  { mapping, schema }: Checked,
  type: GraphQLObjectType,
  name: string,
  form: FieldMapping,
  path: Path,
): readonly Fault[] {
  const definition = type.getFields()[name];
  if (definition === undefined) return [unknownField(type, name, path)];
  const list = getNamedType(definition.type);
  const paged = isComposite(list) ? schemaType(schema, recordBehind(list)) : undefined;
  const inner = paged ?? list;
  const wrong = (wanted: string): Fault[] => [{ path, message: `${type.name}.${name} is ${wanted}` }];
  if (isValueField(form)) {
    if (isObjectType(inner)) return wrong(`a ${inner.name}: it needs fields, reference, references or list`);
    return checkCodes(form, definition.type, path);
  }
  if (paged !== undefined && !('references' in form))
    return wrong(`a list of ${paged.name}: it needs references`);
  if ('list' in form)
    return form.list.flatMap((part, index) => checkListSource(type, name, part, [...path, 'list', index]));
  if (!isObjectType(inner)) return wrong(`a plain value: it needs a column or a constant`);
  if (isObjectField(form)) return checkValue(inner, form.fields, [...path, 'fields']);
  const target =
    isRelatedField(form) && 'references' in form
      ? form.references
      : 'reference' in form
        ? form.reference
        : '';
  if (target !== inner.name) return wrong(`a ${inner.name}, not a ${target}`);
  return target in mapping.records ? [] : [{ path, message: `${target} has no mapping of its own` }];
}

function checkListSource(
  type: GraphQLObjectType,
  name: string,
  source: ListSource,
  path: Path,
): readonly Fault[] {
  const definition = type.getFields()[name];
  const inner = definition && getNamedType(definition.type);
  if (inner !== undefined && 'fields' in source && isObjectType(inner))
    return checkValue(inner, source.fields, [...path, 'fields']);
  if (inner !== undefined && 'value' in source && isLeafType(inner))
    return checkCodes(source.value, inner, [...path, 'value']);
  return [
    {
      path,
      message: `${type.name}.${name} is a list of ${String(inner)}: it needs ${isObjectType(inner) ? 'fields' : 'value'}`,
    },
  ];
}

function checkValue(
  type: GraphQLObjectType,
  fields: Readonly<Record<string, PartField>>,
  path: Path,
): readonly Fault[] {
  return Object.entries(fields).flatMap(([name, form]) => {
    const definition = type.getFields()[name];
    if (definition === undefined) return [unknownField(type, name, [...path, name])];
    const inner = getNamedType(definition.type);
    const at = [...path, name];
    if (isObjectField(form) !== isObjectType(inner))
      return [
        {
          path: at,
          message: `${type.name}.${name} is a ${inner.name}: it needs ${isObjectType(inner) ? 'fields' : 'a column or a constant'}`,
        },
      ];
    if (isObjectField(form))
      return isObjectType(inner) ? checkValue(inner, form.fields, [...at, 'fields']) : [];
    return checkCodes(form, definition.type, at);
  });
}

/** What codes and constants give must be values of the field's enum; a list needs `split`. */
function checkCodes(form: ValueField, type: GraphQLOutputType, path: Path): readonly Fault[] {
  const inner = getNamedType(type);
  const faults: Fault[] = [];
  if ('column' in form && isListType(getNullableType(type)) !== (form.split !== undefined))
    faults.push({
      path,
      message: isListType(getNullableType(type)) ? 'a list needs split' : 'split is for lists',
    });
  if ('column' in form) faults.push(...checkDates(form, inner, path));
  if (!isEnumType(inner)) return faults;
  const known = inner.getValues().map(({ name }) => name);
  const given = 'constant' in form ? [['constant', form.constant] as const] : codesOf(form);
  for (const [key, value] of given)
    if (!known.includes(String(value)))
      faults.push({
        path: [...path, key],
        message: `${String(value)} is no ${inner.name}; there are ${known.join(', ')}`,
      });
  return faults;
}

/** Formats in which a date is read in one way alone, and as fully as its field needs it. */
function checkDates({ date }: ColumnField, { name }: GraphQLNamedType, path: Path): readonly Fault[] {
  const formats = [date ?? []].flat();
  const at = [...path, 'date'];
  const partial = name === 'PartialDate' ? undefined : formats.find(isPartialFormat);
  return [
    ...(partial === undefined ? [] : [{ path: at, message: `a ${name} has a day, which ${partial} lacks` }]),
    ...(formats.includes('DD/MM/YYYY') && formats.includes('MM/DD/YYYY')
      ? [{ path: at, message: 'nobody can tell DD/MM/YYYY from MM/DD/YYYY in one column' }]
      : []),
  ];
}

function codesOf({ codes }: ColumnField): readonly (readonly [string, unknown])[] {
  return Object.entries(codes ?? {}).map(([, value]) => ['codes', value] as const);
}

function unknownField(type: GraphQLObjectType, name: string, path: Path): Fault {
  return { path, message: `no field ${type.name}.${name} in the shared language` };
}
