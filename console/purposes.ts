import type { Bilingual } from './language.js';

/** Why records may be asked for: the codes of the schema's `Purpose`, in words. */
export const purposes = {
  FIREARM_TRACING: { es: 'Rastreo de armas de fuego', en: 'Firearm tracing' },
  ARMS_CONTROL: { es: 'Control de armas', en: 'Arms control' },
  DRUG_INVESTIGATION: { es: 'Investigación de drogas', en: 'Drug investigation' },
  PRECURSOR_CONTROL: { es: 'Control de precursores', en: 'Precursor control' },
  GANG_INVESTIGATION: { es: 'Investigación de pandillas', en: 'Gang investigation' },
  MONEY_LAUNDERING_INVESTIGATION: {
    es: 'Investigación de lavado de dinero',
    en: 'Money laundering investigation',
  },
  CORRUPTION_INVESTIGATION: { es: 'Investigación de corrupción', en: 'Corruption investigation' },
  CUSTOMS_CONTROL: { es: 'Control aduanero', en: 'Customs control' },
  TREND_ANALYSIS: { es: 'Análisis de tendencias', en: 'Trend analysis' },
  PREVENTION: { es: 'Prevención', en: 'Prevention' },
  AUDIT: { es: 'Auditoría', en: 'Audit' },
} as const satisfies Record<string, Bilingual>;

export type Purpose = keyof typeof purposes;
