import { IstmoError } from './errors.js';

/** What can be wrong with an argument that fits its GraphQL type. Docs and clients know it by its name. */
export const argumentProblems = {
  NO_DATE: text('no date of the calendar as YYYY-MM-DD', 'no es fecha del calendario como AAAA-MM-DD'),
  NO_PARTIAL_DATE: text(
    'no date as YYYY, YYYY-MM or YYYY-MM-DD',
    'no es fecha como AAAA, AAAA-MM o AAAA-MM-DD',
  ),
  NO_TIME: text('no date or time of ISO 8601', 'no es fecha u hora de ISO 8601'),
  NO_COUNTRY: text('no code of ISO 3166-1 alpha-2', 'no es código de ISO 3166-1 alfa-2'),
  NO_SUBDIVISION: text('no code of ISO 3166-2', 'no es código de ISO 3166-2'),
  INVERTED: text('ends before it begins', 'termina antes de empezar'),
  PAGE_SIZE: text('1 to 100', 'de 1 a 100'),
  DISTANCE: text('1 to 25', 'de 1 a 25'),
  NO_CURSOR: text('not a cursor of this list', 'no es cursor de esta lista'),
  NO_ID: text(
    'no id of a record of the type that stands there',
    'no es id de un registro del tipo que va ahí',
  ),
  UNKNOWN_STATE: text('names a State that does not take part', 'nombra un Estado que no participa'),
  NOTHING_ASKED: text('nothing to look for', 'nada que buscar'),
  UNPRINTABLE: text('a character that no record can hold', 'un carácter que ningún registro puede tener'),
  YEAR: text('a year from 1900 to this one', 'un año de 1900 al actual'),
  LEVEL: text('one dimension, or MONTH and another one', 'una dimensión, o MONTH y otra'),
  NO_VALUE: text('no value of its type', 'no es valor de su tipo'),
} as const satisfies Record<string, Text>;

export type ArgumentProblem = keyof typeof argumentProblems;

/** In English and Spanish. */
interface Text {
  readonly en: string;
  readonly es: string;
}

/** What is wrong with an argument: at which path (`filter.place.subdivision.eq`), and what. */
export interface ArgumentFault {
  readonly path: string;
  readonly problem: ArgumentProblem;
}

export function isArgumentProblem(name: unknown): name is ArgumentProblem {
  return typeof name === 'string' && Object.hasOwn(argumentProblems, name);
}

/** The refusal of an argument, by its path and never by its value. */
export function invalidArgument({ path, problem }: ArgumentFault): IstmoError {
  const { en, es } = argumentProblems[problem];
  return new IstmoError('ARGUMENT_INVALID', {
    detail: { en: `${path}: ${en}.`, es: `${path}: ${es}.` },
    details: { argument: path, problem },
  });
}

function text(en: string, es: string): Text {
  return { en, es };
}
