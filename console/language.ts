/** The two languages of the region. */
export type Language = 'es' | 'en';

export type Bilingual = Readonly<Record<Language, string>>;

/** The country's name in `language`; the code itself where the browser knows no name. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
