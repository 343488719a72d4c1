/** What a template leaves open. */
export interface Blanks {
  readonly id: string;
  readonly grantor: string;
  readonly grantee: string;
  readonly role: string;
  /** YYYY-MM-DD, both included. */
  readonly from: string;
  readonly until: string;
}

/** Fills a template in: `$grantor`, `$from` and so on stand for what it leaves open. */
export function fillTemplate(template: string, blanks: Blanks): string {
  const values: Readonly<Record<string, string>> = { ...blanks };
  return template.replaceAll(/\$([a-z]+)/gu, (found, name: string) => values[name] ?? found);
}
