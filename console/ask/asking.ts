import { createContext, useContext } from 'react';
import type { Answer } from '../answer.js';
import type { Example } from '../examples.js';

/** What the parts of the query page share: what is asked, and what came back last. */
export interface Asking {
  /** The example chosen last. */
  readonly example?: Example;
  readonly choose: (example: Example) => void;
  readonly answer?: Answer;
}

export const AskingContext = createContext<Asking | undefined>(undefined);

export function useAsking(): Asking {
  const asking = useContext(AskingContext);
  if (asking === undefined) throw new Error('no query page above this component');
  return asking;
}
