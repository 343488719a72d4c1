import { errorKinds } from '../../common/error-kinds.js';
import { isErrorCode } from '../../common/errors.js';
import type { Bilingual, Language } from '../language.js';
import { type Purpose, purposes } from '../purposes.js';
import { reasonInWords } from '../reasons.js';

/** How a request ended, in words. */
export const outcomes: Readonly<Record<string, Bilingual>> = {
  ANSWERED: { es: 'Contestada', en: 'Answered' },
  PARTIAL: { es: 'Contestada en parte', en: 'Answered in part' },
  REFUSED: { es: 'Rechazada', en: 'Refused' },
};

/** What kind of thing an entry records, in words. */
export const entryTypes: Readonly<Record<string, Bilingual>> = {
  'org.istmo.access.v1': { es: 'Consulta', en: 'Query' },
  'org.istmo.refusal.v1': { es: 'Rechazo', en: 'Refusal' },
  'org.istmo.log-reading.v1': { es: 'Lectura de la bitácora', en: 'Reading of the log' },
  'org.istmo.unsealing.v1': { es: 'Apertura de lo sellado', en: 'Unsealing' },
  'org.istmo.release.v1': { es: 'Entrega de un registro', en: 'Release of a record' },
  'org.istmo.agreements.v1': { es: 'Convenios vigentes', en: 'Agreements in force' },
  'org.istmo.key-destruction.v1': { es: 'Destrucción de llaves', en: 'Destruction of keys' },
};

/** Kinds of signs of misuse, in words. */
export const signKinds: Readonly<Record<string, Bilingual>> = {
  MANY_RECORDS_FOR_ONE_CASE: { es: 'Muchos registros para un caso', en: 'Many records for one case' },
  UNUSUAL_HOUR: { es: 'Lectura a horas inusuales', en: 'Read at unusual hours' },
  PERSON_READ_BY_MANY: {
    es: 'Una persona consultada por muchos funcionarios',
    en: 'One person looked up by many officers',
  },
  CASE_OF_SEVERAL_AGENCIES: {
    es: 'Un número de caso de varias agencias',
    en: 'A case number of several agencies',
  },
  PURPOSE_DOES_NOT_FIT: {
    es: 'Una finalidad que no corresponde al registro',
    en: 'A purpose that does not fit the record',
  },
};

/** Why something was withheld, or the whole refused, in words; a code that is not known here as it is. */
export function codeInWords(code: string, language: Language): string {
  return isErrorCode(code) ? errorKinds[code][language] : reasonInWords(code, language);
}

/** A word of a table above, in the language; what it does not have as it is. */
export function inWords(
  words: Readonly<Record<string, Bilingual>>,
  code: string,
  language: Language,
): string {
  return words[code]?.[language] ?? code;
}

export function purposeInWords(code: string, language: Language): string {
  return code in purposes ? purposes[code as Purpose][language] : code;
}
