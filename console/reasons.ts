import type { WithholdingReason } from '../common/withheld.js';
import type { Bilingual, Language } from './language.js';

/** Why something is missing from an answer, in words. */
const reasons: Readonly<Record<WithholdingReason, Bilingual>> = {
  NOT_IN_AGREEMENT: {
    es: 'Ningún convenio con su agencia lo otorga',
    en: 'No agreement with your agency gives it',
  },
  PURPOSE_NOT_COVERED: {
    es: 'El convenio no cubre esta finalidad',
    en: 'The agreement does not cover this purpose',
  },
  ROLE_NOT_COVERED: { es: 'El convenio no cubre su función', en: 'The agreement does not cover your role' },
  AGREEMENT_EXPIRED: { es: 'El convenio no está vigente hoy', en: 'The agreement is not in force today' },
  MASKED: { es: 'Se muestra solo en parte', en: 'Shown only in part' },
  HIT_ONLY: { es: 'Solo se dice si hay registro', en: 'Only whether there is a record is told' },
  MINOR_PROTECTED: { es: 'Protege a un menor de edad', en: 'Protects a minor' },
  FILTER_WITHHELD: {
    es: 'La consulta filtra u ordena por algo que no se comparte con usted',
    en: 'The query filters or sorts by what is not shared with you',
  },
  NOT_OFFERED: { es: 'Este Estado no lo ofrece', en: 'This State does not offer it' },
  QUOTA_EXHAUSTED: { es: 'Se agotó la cuota del convenio', en: "The agreement's quota is used up" },
  STATE_TIMEOUT: { es: 'El Estado no contestó a tiempo', en: 'The State did not answer in time' },
  STATE_UNAVAILABLE: { es: 'No se alcanza al Estado', en: 'The State cannot be reached' },
  STATE_ERROR: { es: 'El nodo del Estado falló', en: "The State's node failed" },
};

/** The reason in words; a reason that this page does not know yet, as its code. */
export function reasonInWords(reason: string, language: Language): string {
  const known = Object.entries(reasons).find(([code]) => code === reason);
  return known?.[1][language] ?? reason;
}
