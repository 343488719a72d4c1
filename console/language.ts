/** The two languages of the region, and how the page comes to speak one of them. */
export type Language = 'es' | 'en';

export type Bilingual = Readonly<Record<Language, string>>;

const key = 'istmo:language';

/** What the person chose in this tab, else the browser's language; Spanish where the browser names neither. */
export function initialLanguage(): Language {
  const chosen = sessionStorage.getItem(key);
  if (chosen === 'es' || chosen === 'en') return chosen;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'es';
}

export function keepLanguage(language: Language): void {
  sessionStorage.setItem(key, language);
}

/** The country's name in `language`; the code itself where the browser knows no name. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
