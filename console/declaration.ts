import type { Purpose } from './purposes.js';

/** What the person fills in above the query. Kept for as long as the browser tab lives, and sent nowhere but in headers. */
export interface Declaration {
  readonly token: string;
  readonly purpose: Purpose | '';
  readonly caseNumber: string;
  readonly urgency: 'ROUTINE' | 'URGENT';
  readonly justification: string;
}

export const emptyDeclaration: Declaration = {
  token: '',
  purpose: '',
  caseNumber: '',
  urgency: 'ROUTINE',
  justification: '',
};

/** The token alone: enough for what concerns no State's records, such as the schema. */
export function identityHeaders({ token }: Declaration): Record<string, string> {
  const trimmed = token.trim().replace(/^Bearer\s+/iu, '');
  return trimmed === '' ? {} : { authorization: `Bearer ${trimmed}` };
}

/** Everything as filled in; what is empty is not sent, so that the gateway can say what is missing. */
export function declarationHeaders(declaration: Declaration): Record<string, string> {
  const { purpose, caseNumber, urgency, justification } = declaration;
  const sent = {
    'istmo-purpose': purpose,
    'istmo-case': caseNumber.trim(),
    'istmo-urgency': urgency,
    'istmo-justification': urgency === 'URGENT' ? justification.trim().replace(/\s+/gu, ' ') : '',
  };
  return {
    ...identityHeaders(declaration),
    ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
  };
}

/** Characters of the headers that are outside ISO 8859-1, which is all that a header can carry. */
export function unsendable(headers: Readonly<Record<string, string>>): string {
  const found = Object.values(headers)
    .join('')
    .match(/[^\t\u0020-\u007e\u00a0-\u00ff]/gu);
  return [...new Set(found)].join(' ');
}
