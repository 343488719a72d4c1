/** The languages in which people read what agreements say. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** The same text in every language. */
export type Words = Readonly<Record<Language, string>>;

/** `a, b or c` */
export function either(items: readonly string[], language: Language): string {
  return enumerate(items, language === 'en' ? 'or' : 'o');
}

/** `a, b and c` */
export function both(items: readonly string[], language: Language): string {
  return enumerate(items, language === 'en' ? 'and' : 'y');
}

function enumerate(items: readonly string[], word: string): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`;
}
