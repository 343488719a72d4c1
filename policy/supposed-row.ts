import { holds } from './condition.js';
import type { ExplainedRow } from './explain.js';
import { ageAt, hasAge } from './minors.js';

/** A record of which some fields are supposed: field → value. What is not supposed is missing. */
export function supposedRow(
  record: string,
  values: Readonly<Record<string, unknown>>,
  name: string,
): ExplainedRow {
  const event = values['eventDate'] ?? values['recordedAt'];
  return {
    id: typeof values['id'] === 'string' ? values['id'] : name,
    opens: (where) => holds(where, values),
    age: hasAge(record) ? ageAt(values['birthDate'], event) : 'ADULT',
  };
}
