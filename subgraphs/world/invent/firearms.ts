import type { FirearmFact } from '../facts/firearms.js';
import type { StateCode } from '../facts/fact.js';
import { addDays, type Random, streamOf } from '../random.js';
import { firearmAt, firearmCount, type FirearmLife, isKnownTo } from './firearm-lives.js';
import { storyFirearms } from '../stories.js';
import { factOf, type Telling } from './plan.js';

/** Firearms that a State knows, each as far as it knows it. */
export function firearmFacts(telling: Telling): readonly FirearmFact[] {
  const facts: FirearmFact[] = [];
  for (let number = 0; number < firearmCount(telling); number += 1)
    if (isKnownTo(telling, number, telling.state))
      facts.push(firearmFact(telling, firearmAt(telling, number)));
  return facts;
}

function firearmFact({ seed, state }: Telling, life: FirearmLife): FirearmFact {
  const { number, serial, model, year, sale, theft, seizure } = life;
  const story = number < storyFirearms;
  const random = streamOf(seed, `firearm of ${state}`, number);
  const happenedOn = knownOn(state, life);
  const imported = state === 'US' && model.country !== 'US';
  const importedHere = importedBefore(seed, state, life);
  return {
    ...factOf(random, number, happenedOn, story),
    serial,
    serialObliterated: !story && random.chance(0.03),
    model,
    year,
    finish: random.pick(['blued', 'stainless', 'matte', null]),
    importMark:
      imported || (sale !== undefined && model.country !== 'US')
        ? { country: 'US', year }
        : markOf(state, importedHere),
    additionalMarkings: random.chance(0.08)
      ? random.pick(['PROPIEDAD DEL ESTADO', 'POLICE', 'F.A.', 'SEG. PRIVADA'])
      : null,
    status: statusIn(random, state, life),
    seizure: seizure?.state === state ? seizure.number : null,
    sale: state === 'US' && sale !== undefined ? sale : null,
    theft: theft?.state === state ? { on: theft.on, place: theft.place } : null,
    importedOn: imported ? addDays(`${String(year)}-01-15`, random.int(0, 40)) : importedHere,
  };
}

/** What was stolen in a State and sold in no other had been imported there: its owner had bought it at home. */
function importedBefore(
  seed: number,
  state: StateCode,
  { number, model, year, sale, theft }: FirearmLife,
): string | null {
  if (theft?.state !== state || sale !== undefined || model.country === state) return null;
  return streamOf(seed, 'import', number).day(`${String(year)}-02-01`, addDays(theft.on, -30));
}

function markOf(country: StateCode, importedOn: string | null): FirearmFact['importMark'] {
  return importedOn === null ? null : { country, year: Number(importedOn.slice(0, 4)) };
}

/** When a State came to know of a firearm. */
function knownOn(state: StateCode, { sale, theft, seizure }: FirearmLife): string {
  if (seizure?.state === state) return seizure.on;
  if (theft?.state === state) return theft.on;
  return sale?.on ?? '2012-01-01';
}

function statusIn(
  random: Random,
  state: StateCode,
  { seizure, theft, knownTo }: FirearmLife,
): FirearmFact['status'] {
  if (seizure?.state === state) return random.chance(0.1) ? 'DESTROYED' : 'SEIZED';
  if (theft?.state === state) return 'STOLEN';
  if (knownTo.length > 1) return random.chance(0.7) ? 'TRAFFICKED' : 'LOST';
  return random.pick(['STOLEN', 'LOST', 'RECOVERED', 'SURRENDERED'] as const);
}
