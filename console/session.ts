import { createContext, useContext } from 'react';
import type { Declaration } from './declaration.js';
import type { Bilingual, Language } from './language.js';

/** What all pages share: what is filled in, and in which language they speak. */
export interface Session {
  readonly language: Language;
  readonly declaration: Declaration;
  readonly declare: (changed: Partial<Declaration>) => void;
  /** Of the demo's officers, whose token this page is best tried with. */
  readonly suggest: (officer: string) => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('no session above this component');
  return session;
}

/** `text(texts.token)`: a text in the person's language. */
export function useText(): (text: Bilingual) => string {
  const { language } = useSession();
  return (text) => text[language];
}
