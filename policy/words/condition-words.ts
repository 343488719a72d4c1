import type { Mask } from '../../common/withheld.js';
import type { Condition, FieldCondition } from '../agreement.js';
import { both, either, type Language } from './language.js';

/** `handlingCode is H0 or H1` */
export function conditionWords(where: Condition, language: Language): string {
  return both(
    Object.entries(where).map(([field, wanted]) => `${field} ${fieldWords(wanted, language)}`),
    language,
  );
}

function fieldWords({ eq, in: among, notIn, gte, lte }: FieldCondition, language: Language): string {
  const english = language === 'en';
  const parts = [
    ...(eq === undefined ? [] : [`${english ? 'is' : 'es'} ${String(eq)}`]),
    ...(among === undefined ? [] : [`${english ? 'is' : 'es'} ${either(among.map(String), language)}`]),
    ...(notIn === undefined
      ? []
      : [english ? `is not ${either(notIn.map(String), 'en')}` : `no es ${either(notIn.map(String), 'es')}`]),
    ...(gte === undefined ? [] : [`${english ? 'is at least' : 'es al menos'} ${String(gte)}`]),
    ...(lte === undefined ? [] : [`${english ? 'is at most' : 'es a lo sumo'} ${String(lte)}`]),
  ];
  return both(parts, language);
}

const maskTexts: Readonly<Record<Mask, Readonly<Record<Language, string>>>> = {
  LAST4: { en: 'only its last four characters', es: 'solo sus cuatro últimos caracteres' },
  YEAR: { en: 'only its year', es: 'solo su año' },
  INITIALS: { en: 'only its initials', es: 'solo sus iniciales' },
  HASH: { en: 'only a code to compare it by', es: 'solo un código para compararlo' },
};

/** `only its year` */
export function maskWords(mask: Mask, language: Language): string {
  return maskTexts[mask][language];
}
