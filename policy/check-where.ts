import { parseRecordId } from '../common/record-id.js';
import type { FieldType, Vocabulary } from '../schema/vocabulary.js';
import type { FieldCondition, Grant, Scalar } from './agreement.js';
import type { Fault } from './fault.js';

/** What of a value is asked for: by which operators, and what it must look like. */
interface Kind {
  readonly operators: readonly (keyof FieldCondition)[];
  readonly isOne: (value: Scalar) => boolean;
  /** What would be right. */
  readonly wanted: string;
}

/** Checks the conditions of a grant: on what they may stand, by which operators, and that their values can occur there. */
export function checkWhere(
  { record, where = {} }: Grant,
  path: readonly PropertyKey[],
  grantor: string,
  vocabulary: Vocabulary,
): readonly Fault[] {
  return Object.entries(where).flatMap(([field, condition]) => {
    const at = [...path, 'where', field];
    const fault = (message: string): readonly Fault[] => [{ path: at, message }];
    if (vocabulary.lookups.has(record))
      return fault(`${record} is a look-up and has no rows: put the condition on its records`);
    const known = vocabulary.records.get(record)?.has(field) === true;
    const type = known ? vocabulary.types.get(record)?.get(field) : undefined;
    if (field !== 'id' && type === undefined)
      return fault(`no field ${record}.${field} in the shared language`);
    const kind = type === undefined ? idOf(record, grantor) : kindOf(type, grantor, vocabulary);
    // of a list or a value of several fields it cannot be told what it equals, so no row would ever be opened
    if (kind === undefined)
      return fault(`${record}.${field} is not one plain value: no condition can be put on it`);
    const values = checkValues(condition, `${record}.${field}`, at, kind);
    return values.length === 0 && isEmpty(condition) ? fault(`no ${field} can satisfy this`) : values;
  });
}

const equality = ['eq', 'in', 'notIn'] as const;
const order = [...equality, 'gte', 'lte'] as const;

function kindOf(type: FieldType, grantor: string, { codes, records }: Vocabulary): Kind | undefined {
  if (type.list) return undefined;
  const values = codes.get(type.name);
  if (values !== undefined)
    return {
      operators: equality,
      isOne: (value) => values.has(String(value)),
      wanted: [...values].join(', '),
    };
  if (type.plain) return scalarKinds[type.name] ?? text;
  return records.has(type.name) ? idOf(type.name, grantor) : undefined;
}

/** Of the record itself, or of one that it refers to. */
function idOf(record: string, grantor: string): Kind {
  return {
    // what a record is called has no order, and those that it is not are not known
    operators: ['eq', 'in'],
    isOne: (value) => {
      const id = typeof value === 'string' ? parseRecordId(value) : undefined;
      return id?.state === grantor && id.type === record;
    },
    wanted: `the id of a record of ${grantor}: ${grantor}:${record}:…`,
  };
}

const text: Kind = {
  operators: order,
  isOne: (value) => typeof value === 'string',
  wanted: 'a text, in quotes',
};

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

function texts(fits: (value: string) => boolean, wanted: string, operators: Kind['operators'] = order): Kind {
  return { operators, wanted, isOne: (value) => typeof value === 'string' && fits(value) };
}

const scalarKinds: Readonly<Partial<Record<string, Kind>>> = {
  Boolean: { operators: equality, isOne: (value) => typeof value === 'boolean', wanted: 'true or false' },
  Int: { operators: order, isOne: Number.isInteger, wanted: 'a whole number' },
  Float: { operators: order, isOne: (value) => typeof value === 'number', wanted: 'a number' },
  Date: texts(isDate, 'a date as YYYY-MM-DD'),
  DateTime: texts(
    (value) => isDate(value.slice(0, 10)) && (value.length === 10 || isMoment(value)),
    'a date as YYYY-MM-DD, or a time as 2026-03-03T10:00:00Z',
  ),
  PartialDate: texts(
    (value) => isDate(`${value}-01-01`) || isDate(`${value}-01`) || isDate(value),
    'a date as YYYY, YYYY-MM or YYYY-MM-DD',
  ),
  CountryCode: texts(
    (value) => /^[A-Z]{2}$/u.test(value),
    'a country as ISO 3166-1 alpha-2 has it: GT',
    equality,
  ),
  SubdivisionCode: texts(
    (value) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/u.test(value),
    'a subdivision as ISO 3166-2 has it: GT-GU',
    equality,
  ),
  CurrencyCode: texts((value) => /^[A-Z]{3}$/u.test(value), 'a currency as ISO 4217 has it: USD', equality),
};

function isMoment(value: string): boolean {
  return (
    /^\S{10}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/u.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function checkValues(
  condition: FieldCondition,
  coordinate: string,
  path: readonly PropertyKey[],
  { operators, isOne, wanted }: Kind,
): readonly Fault[] {
  return order.flatMap((operator) => {
    const value = condition[operator];
    if (value === undefined) return [];
    if (!operators.includes(operator)) {
      const message = `${operator} does not fit ${coordinate}: ${operators.join(', ')}`;
      return [{ path: [...path, operator], message }];
    }
    const faultOf = (one: Scalar, at: readonly PropertyKey[]): readonly Fault[] =>
      isOne(one) ? [] : [{ path: at, message: `${String(one)} is no value of ${coordinate}: ${wanted}` }];
    if (typeof value !== 'object') return faultOf(value, [...path, operator]);
    return value.flatMap((one, index) => faultOf(one, [...path, operator, index]));
  });
}

/** A condition that nothing can satisfy is a slip of the pen: it would open no row, and nobody would notice. */
function isEmpty({ gte, lte, in: among, notIn = [] }: FieldCondition): boolean {
  if (gte !== undefined && lte !== undefined && gte > lte) return true;
  return among?.every((value) => notIn.includes(value)) === true;
}
