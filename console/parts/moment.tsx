import type { ReactNode } from 'react';
import { useSession } from '../session.js';

/** A moment where the reader is; its exact form in UTC beside the pointer. */
export function Moment({ at }: { readonly at: string }): ReactNode {
  const { language } = useSession();
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(
    new Date(at),
  );
  return (
    <time dateTime={at} title={at}>
      {text}
    </time>
  );
}

/** A moment of an input of date and time, as ISO 8601; undefined where none is filled in. */
export function momentOf(local: string): string | undefined {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
