import type { Bilingual } from '../language.js';

/** How a State answered: in words, and whether that is well, a decision of the State's, or a failure. */
export const statuses: Readonly<
  Record<string, Bilingual & { readonly tone: 'good' | 'decided' | 'failed' }>
> = {
  ANSWERED: { es: 'Contestó', en: 'Answered', tone: 'good' },
  WITHHELD: { es: 'No comparte', en: 'Does not share', tone: 'decided' },
  NOT_OFFERED: { es: 'No lo ofrece', en: 'Does not offer it', tone: 'decided' },
  TIMEOUT: { es: 'No contestó a tiempo', en: 'Did not answer in time', tone: 'failed' },
  UNAVAILABLE: { es: 'No se alcanza', en: 'Cannot be reached', tone: 'failed' },
  ERROR: { es: 'Falló', en: 'Failed', tone: 'failed' },
};
