import { IstmoError } from '../../common/errors.js';
import type { Question } from '../../policy/explain.js';
import { supposedRow } from '../../policy/supposed-row.js';
import type { QueryExplainArgs } from '../../schema/types.js';
import type { Vocabulary } from '../../schema/vocabulary.js';

type Words = Pick<Vocabulary, 'records' | 'types'>;

/**
 * What a question is about, in words of the shared language.
 *
 * @throws IstmoError `ARGUMENT_INVALID` with the argument that names what the language does not have
 */
export function questionOf(
  { coordinate, by, record: supposed }: Pick<QueryExplainArgs, 'coordinate' | 'by' | 'record'>,
  vocabulary: Words,
): Omit<Question, 'asker'> {
  const [record = '', field = '', ...more] = coordinate.split('.');
  const fields = vocabulary.records.get(record);
  const has = (name: string): boolean => name === 'id' || fields?.has(name) === true;
  if (more.length > 0 || fields === undefined || !has(field)) throw invalid('coordinate');
  if (by?.every(has) === false) throw invalid('by');
  // the event of a record is what minors are judged by, whatever it is called there
  if (supposed?.every((one) => one.field === 'eventDate' || has(one.field)) === false)
    throw invalid('record');
  const values = Object.fromEntries(
    (supposed ?? []).map((one) => [one.field, valueOf(one.value, typeOf(vocabulary, record, one.field))]),
  );
  return {
    record,
    field,
    by: by ?? [],
    row: supposed == null || supposed.length === 0 ? undefined : supposedRow(record, values, 'supposed'),
  };
}

function typeOf({ types }: Words, record: string, field: string): string | undefined {
  return types.get(record)?.get(field)?.name;
}

/** A text as its field's type has it; what does not fit satisfies no condition. */
function valueOf(text: string, type: string | undefined): string | number | boolean {
  if (type === 'Int' || type === 'Float') return Number(text);
  return type === 'Boolean' ? text === 'true' : text;
}

function invalid(argument: string): IstmoError {
  return new IstmoError('ARGUMENT_INVALID', { details: { argument } });
}
