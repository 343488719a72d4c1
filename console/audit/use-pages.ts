import { useCallback, useState } from 'react';
import type { Question } from '../parts/ask-gateway.js';
import { type Asked, useAsking } from '../parts/use-asked.js';
import type { EntryPage, EntryRow } from './entries.js';

/** Entries that came so far, a page after the other. */
export interface Pages {
  readonly asked: Asked<{ readonly page: EntryPage }>;
  readonly entries: readonly EntryRow[];
  /** Where older ones begin; undefined where there are none. */
  readonly next: string | undefined;
  /** Asks from the beginning. */
  readonly start: (questionFrom: QuestionFrom) => void;
  /** Asks for those that are older. */
  readonly goOn: () => void;
}

type QuestionFrom = (after: string | undefined) => Question<{ readonly page: EntryPage }>;

interface Read {
  readonly from: QuestionFrom | undefined;
  readonly entries: readonly EntryRow[];
  readonly next: string | undefined;
}

/** Reads entries a page at a time, and keeps those that came. */
export function usePages(): Pages {
  const [asked, ask] = useAsking<{ readonly page: EntryPage }>();
  const [read, setRead] = useState<Read>({ from: undefined, entries: [], next: undefined });
  const more = useCallback(
    async (from: QuestionFrom, before: readonly EntryRow[], after: string | undefined) => {
      const answer = await ask(from(after));
      if (answer === undefined) return;
      setRead({ from, entries: [...before, ...answer.page.entries], next: answer.page.next ?? undefined });
    },
    [ask],
  );
  return {
    asked,
    entries: read.entries,
    next: read.next,
    start: (from) => {
      void more(from, [], undefined);
    },
    goOn: () => {
      if (read.from !== undefined) void more(read.from, read.entries, read.next);
    },
  };
}
