import type { IncomingHttpHeaders } from 'node:http';
import { IstmoError } from '../../common/errors.js';
import { casePattern, needsCase } from '../../common/purposes.js';

/** Why a requester asks: what the `Istmo-*` headers declare. */
export interface Declaration {
  /** A code of the schema's `Purpose`. */
  readonly purpose: string;
  /** The asking agency's case number; a purpose that concerns no case may go without. */
  readonly case?: string;
  readonly urgency: 'ROUTINE' | 'URGENT';
  readonly justification?: string;
}

/**
 * Reads the declaration out of a request's headers.
 *
 * @returns undefined where none of the headers was sent: what asks no State for records needs none
 * @throws IstmoError naming the header that is missing or wrong
 */
export function readDeclaration(
  headers: IncomingHttpHeaders,
  purposes: ReadonlySet<string>,
): Declaration | undefined {
  const purpose = header(headers, 'istmo-purpose');
  const caseNumber = header(headers, 'istmo-case');
  const urgency = header(headers, 'istmo-urgency') ?? 'ROUTINE';
  const justification = header(headers, 'istmo-justification');
  if (purpose === undefined && caseNumber === undefined) return undefined;
  if (purpose === undefined) throw refused('PURPOSE_MISSING', 'Istmo-Purpose');
  if (!purposes.has(purpose)) throw refused('PURPOSE_UNKNOWN', 'Istmo-Purpose');
  if (caseNumber === undefined && needsCase(purpose)) throw refused('CASE_MISSING', 'Istmo-Case');
  if (caseNumber !== undefined && !casePattern.test(caseNumber)) throw refused('CASE_INVALID', 'Istmo-Case');
  if (urgency !== 'ROUTINE' && urgency !== 'URGENT') throw refused('URGENCY_INVALID', 'Istmo-Urgency');
  if (urgency === 'URGENT' && justification === undefined)
    throw refused('JUSTIFICATION_MISSING', 'Istmo-Justification');
  return {
    purpose,
    urgency,
    ...(caseNumber !== undefined && { case: caseNumber }),
    ...(justification !== undefined && { justification }),
  };
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === '' ? undefined : text;
}

function refused(code: ConstructorParameters<typeof IstmoError>[0], name: string): IstmoError {
  return new IstmoError(code, { details: { header: name } });
}
