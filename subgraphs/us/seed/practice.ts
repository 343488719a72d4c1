import type { AssistanceFact, ContactFact, LawFact } from '../../world/facts/prevention.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { codes } from './code-lists.js';
import { entered } from './codes.js';

export function assistanceRow(one: AssistanceFact): Row {
  return {
    project_id: one.number,
    title: one.name,
    kind: codes.assistance[one.kind],
    direction: one.direction === 'OFFERED' ? 'OUT' : 'IN',
    audience: codes.target[one.targetGroup],
    states: one.territory.map((subdivision) => subdivision.slice(3)).join(' '),
    starts_on: monthFirst(one.from),
    ends_on: monthFirst(one.until),
    results: one.results,
    links: one.documents.join(' '),
    ...entered(one),
  };
}

export function statuteRow(law: LawFact): Row {
  return {
    statute_id: law.number,
    title: law.title,
    citation: law.lawNumber,
    subject: codes.subject[law.subject],
    status: codes.legalStatus[law.status],
    effective_on: law.inForceOn === null ? null : monthFirst(law.inForceOn),
    summary: law.text,
    ...entered(law),
  };
}

export function contactRow(contact: ContactFact): Row {
  return {
    desk_id: contact.number,
    desk: contact.organization,
    domain: codes.desk[contact.domain],
    hours: contact.hours,
    languages: contact.languages.join(' '),
    phone: contact.phone,
    email: contact.email,
    ...entered(contact),
  };
}
