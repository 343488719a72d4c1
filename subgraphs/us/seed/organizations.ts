import type { FactPlace } from '../../world/facts/fact.js';
import type { GangFact, GangMovementFact, OrganizationFact } from '../../world/facts/organizations.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { codes } from './code-lists.js';
import { entered } from './codes.js';

/** The columns that networks and gangs share. */
function group(one: OrganizationFact): Row {
  return {
    name: one.name,
    aka: one.aliases.join('|'),
    activities: one.activities.map((activity) => codes.activity[activity]).join('|'),
    est_members: one.estimatedMembers,
    first_seen: monthFirst(one.firstSeenOn),
    last_seen: monthFirst(one.lastSeenOn),
    states: one.territory.map((subdivision) => subdivision.slice(3)).join(' '),
    ...entered(one),
  };
}

export function organizationRow(one: OrganizationFact): Row {
  return { org_id: one.number, category: codes.organization[one.category], ...group(one) };
}

export function organizationMemberRows({ number, members }: OrganizationFact): readonly Row[] {
  return members.map((person) => ({ org_id: number, purchaser_id: person }));
}

export function leaderRows({ number, leaders }: OrganizationFact): readonly Row[] {
  return leaders.map(({ alias, role, since }) => ({
    org_id: number,
    alias,
    role,
    since: since.slice(0, 4),
  }));
}

export function gangRow(gang: GangFact): Row {
  return { gang_id: gang.number, symbols: gang.signs.join('|'), ...group(gang) };
}

export function gangSetRows({ number, cliques }: GangFact): readonly Row[] {
  return cliques.map(({ name, subdivision, municipality, estimatedMembers }) => ({
    gang_id: number,
    set_name: name,
    state: subdivision.slice(3),
    city: municipality,
    est_members: estimatedMembers,
  }));
}

/** What the United States know of a gang that crosses borders: mostly removals to other States. */
export function movementRow({ from, to, ...movement }: GangMovementFact): Row {
  return {
    movement_id: movement.number,
    gang_id: movement.gang,
    ...side('from', from),
    ...side('to', to),
    observed_on: monthFirst(movement.observedOn),
    kind: codes.movement[movement.kind],
    est_persons: movement.estimatedMembers,
    confidence: movement.confidencePercent,
    ...entered(movement),
  };
}

function side(name: 'from' | 'to', { country, subdivision, municipality }: FactPlace): Row {
  return {
    [`${name}_country`]: country,
    [`${name}_state`]: country === 'US' ? subdivision.slice(3) : null,
    [`${name}_city`]: municipality,
  };
}
