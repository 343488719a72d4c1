import type { ReactNode } from 'react';

/** Address of the sheet of all pages but the query page; filled in when the page is built. */
declare const pagesStyle: string;

interface PageProps {
  readonly title: string;
  /** What the page is for, in a sentence or two. */
  readonly intro: string;
  readonly children: ReactNode;
}

/** A page with its heading. */
export function Page({ title, intro, children }: PageProps): ReactNode {
  return (
    <article>
      <link rel="stylesheet" href={pagesStyle} precedence="page" />
      <h1>{title}</h1>
      <p className="intro">{intro}</p>
      {children}
    </article>
  );
}
