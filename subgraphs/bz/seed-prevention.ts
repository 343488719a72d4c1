import type { BestPracticeFact, ContactFact, LawFact, ProgrammeFact } from '../world/facts/prevention.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { districts, entryOf, inOneBox, inTown, slips, typed, typedWithSlips } from './entry.js';
import { wordFor } from './word-list.js';
import { words } from './words.js';

const stations = ['Leadership Intervention Unit', 'Ministry of Human Development'];

/** Programmes, good practice, Acts and people to call. */
export function preventionTables(
  random: Random,
  { programmes, bestPractices, laws, contacts }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['programmes', rowsOf(programmes, (programme) => programmeRow(random, programme))],
    ['good_practice', rowsOf(bestPractices, (practice) => practiceRow(random, practice))],
    ['acts', rowsOf(laws, (law) => actRow(random, law))],
    ['contacts', rowsOf(contacts, (contact) => contactRow(random, contact))],
  ]);
}

function programmeRow(random: Random, programme: ProgrammeFact): Row {
  return {
    id: programme.number,
    title: programme.name,
    kind: wordFor(random, words.programme, programme.kind),
    meant_for: slips(random, programme, 0.05)
      ? 'All'
      : wordFor(random, words.meant_for, programme.targetGroup),
    districts: districts(random, programme.territory),
    ...inTown(random, programme, programme.place),
    started: typedWithSlips(random, programme, programme.startedOn),
    ended: typed(programme.endedOn),
    took_part: programme.participantsCount,
    outcome: programme.results,
    papers: inOneBox(programme.documents, ';'),
    ...entryOf(random, programme, stations),
  };
}

function practiceRow(random: Random, practice: BestPracticeFact): Row {
  return {
    id: practice.number,
    title: practice.name,
    kind: wordFor(random, words.programme, practice.kind),
    meant_for: wordFor(random, words.meant_for, practice.targetGroup),
    districts: districts(random, practice.territory),
    published: typed(practice.publishedOn),
    outcome: practice.results,
    papers: inOneBox(practice.documents, ';'),
    ...entryOf(random, practice, stations),
  };
}

function actRow(random: Random, law: LawFact): Row {
  return {
    id: law.number,
    title: law.title,
    chapter: law.lawNumber,
    about: wordFor(random, words.law, law.subject),
    stage: wordFor(random, words.stage, law.status),
    in_force: typed(law.inForceOn),
    wording: law.text,
    ...entryOf(random, law, ['Attorney General’s Ministry']),
  };
}

function contactRow(random: Random, contact: ContactFact): Row {
  return {
    id: contact.number,
    office: contact.organization,
    about: wordFor(random, words.desk, contact.domain),
    office_hours: contact.hours,
    speaks: inOneBox(contact.languages, ','),
    phone: contact.phone,
    email: contact.email,
    ...entryOf(random, contact, ['Joint Intelligence Coordinating Centre']),
  };
}
