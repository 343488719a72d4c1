import type { Language } from './language.js';

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
