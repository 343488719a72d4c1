import type { GangFact, GangIncidentFact, PersonFact } from '../world/facts/organizations.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import { detailRows } from '../world/clerk.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { countryName, districts, entryOf, inOneBox, located, pairs, slips, typed } from './entry.js';
import { wordFor } from './word-list.js';
import { words } from './words.js';

const stations = ['Gang Intelligence Unit', 'Special Branch'];

/** People, gangs and what gangs did. */
export function gangTables(random: Random, { persons, gangs, gangIncidents }: StateFacts): TableRows {
  return new Map<string, Iterable<Row>>([
    ['people', rowsOf(persons, (person) => personRow(random, person))],
    ['gangs', rowsOf(gangs, (gang) => gangRow(random, gang))],
    [
      'gang_crews',
      detailRows(gangs, ['id', 'gang_id'], ({ cliques }) =>
        cliques.map(({ name, subdivision, municipality, estimatedMembers }) => ({
          crew_name: name,
          district: wordFor(random, words.district, subdivision),
          town: municipality,
          head_count: estimatedMembers,
        })),
      ),
    ],
    ['gang_people', pairs(gangs, 'gang_id', 'person_id', ({ members }) => members)],
    ['gang_incidents', rowsOf(gangIncidents, (incident) => incidentRow(random, incident))],
    [
      'gang_incident_gangs',
      pairs(gangIncidents, 'incident_id', 'gang_id', ({ gangs: involved }) => involved),
    ],
  ]);
}

function personRow(random: Random, person: PersonFact): Row {
  return {
    id: person.number,
    full_name: person.name,
    aka: inOneBox(person.aliases, ';'),
    dob: typed(person.birthDate),
    sex: wordFor(random, words.sex, person.sex),
    citizen_of: countryName(random, person.nationality),
    id_card: slips(random, person, 0.03) ? 'NONE' : person.nationalIdentification,
    passport: person.passport,
    ...entryOf(random, person, stations),
  };
}

function gangRow(random: Random, gang: GangFact): Row {
  const [first, second] = gang.leaders;
  return {
    id: gang.number,
    gang_name: gang.name,
    aka: inOneBox(gang.aliases, ';'),
    crimes: inOneBox(
      gang.activities.map((activity) => wordFor(random, words.crime, activity)),
      ';',
    ),
    head_count: gang.estimatedMembers,
    leader1: first?.alias ?? null,
    leader1_does: first?.role ?? null,
    leader1_since: first?.since ?? null,
    leader2: second?.alias ?? null,
    leader2_does: second?.role ?? null,
    leader2_since: second?.since ?? null,
    first_seen: typed(gang.firstSeenOn),
    last_seen: typed(gang.lastSeenOn),
    districts: districts(random, gang.territory),
    signs: inOneBox(gang.signs, ';'),
    ...entryOf(random, gang, stations),
  };
}

function incidentRow(random: Random, incident: GangIncidentFact): Row {
  return {
    id: incident.number,
    happened_at: incident.occurredAt,
    ...located(random, incident, incident.place),
    what: slips(random, incident, 0.03) ? 'See file' : wordFor(random, words.what, incident.kind),
    victims: incident.victimsCount,
    file_no: incident.caseNumber,
    ...entryOf(random, incident, stations),
  };
}
