import { createContext, useContext } from 'react';
import type { Answer } from './answer.js';
import type { Declaration } from './declaration.js';
import type { Example } from './examples.js';
import type { Bilingual, Language } from './language.js';

/** What the parts of the page share: what is filled in, in which language, and what came back last. */
export interface Session {
  readonly language: Language;
  readonly declaration: Declaration;
  readonly declare: (changed: Partial<Declaration>) => void;
  /** The example chosen last. */
  readonly example?: Example;
  readonly choose: (example: Example) => void;
  readonly answer?: Answer;
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
