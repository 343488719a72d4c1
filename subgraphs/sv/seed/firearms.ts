import type { FirearmFact, FirearmSeizureFact } from '../../world/facts/firearms.js';
import type { Random } from '../../world/random.js';
import { storyFirearms } from '../../world/stories.js';
import type { Row } from '../../world/tables.js';
import { departmentName, entered } from './entry.js';
import { calibreSpellings, kindSpellings, makeSpellings } from './spellings.js';
import { countries } from './words.js';

const statuses = {
  SEIZED: 'DECOMISADA',
  LOST: 'EXTRAVIADA',
  STOLEN: 'ROBADA',
  DESTROYED: 'DESTRUIDA',
  // words that the list of the shared language does not have
  RECOVERED: 'EN DEPOSITO',
  TRAFFICKED: 'EN DEPOSITO',
  SURRENDERED: 'EN DEPOSITO',
  STATE_HELD: 'EN DEPOSITO',
} as const;

/** A record of what was seized, when and where; the hour where somebody wrote it down. */
export function seizureRow(random: Random, seizure: FirearmSeizureFact): Row {
  const { number, caseNumber, seizedAt: on, place } = seizure;
  return {
    acta: number,
    referencia_fiscal: caseNumber,
    fecha: on,
    fecha_hora: random.chance(0.5)
      ? `${on} ${String(random.int(10, 23))}:${String(random.int(10, 59))}:00-06:00`
      : on,
    depto: departmentName(place.subdivision),
    municipio: place.municipality,
    latitud: place.latitude,
    longitud: place.longitude,
    forma: random.pick(['control vehicular', 'registro con orden', 'flagrancia', null]),
    unidad: random.pick(['PNC Delegación Centro', 'PNC División Antinarcóticos', 'FAES']),
    procede_de: seizure.origin === null ? null : (countries[seizure.origin] ?? null),
    destino: seizure.destination === null ? null : (countries[seizure.destination] ?? null),
    ...entered(seizure),
  };
}

export function ammunitionRows({ number, ammunition }: FirearmSeizureFact): readonly Row[] {
  return ammunition.map(({ calibre, quantity }) => ({ acta: number, calibre, cantidad: quantity }));
}

export function firearmRow(random: Random, firearm: FirearmFact): Row {
  const { number, serial, model, year } = firearm;
  const story = number < storyFirearms;
  return {
    correlativo: `A-${String(number).padStart(6, '0')}`,
    serie: story ? serial : typedSerial(random, serial),
    marca: random.pick([model.make, ...(makeSpellings[model.make] ?? [])]),
    modelo: model.model,
    tipo: random.pick(kindSpellings[model.category]),
    calibre: random.pick([model.calibre, ...(calibreSpellings[model.calibre] ?? [])]),
    canon_pulgadas: Math.round((model.barrelMillimetres / 25.4) * 100) / 100,
    anio: random.chance(0.3) ? year : null,
    limada: firearm.serialObliterated ? 'SI' : random.pick(['NO', 'NO', null]),
    situacion: statuses[firearm.status],
    acta: firearm.seizure,
    unidad: random.pick(['PNC Delegación Centro', 'PNC Delegación Oriente', 'FAES Logística']),
    ...entered(firearm),
  };
}

function typedSerial(random: Random, serial: string): string | null {
  const ticket = random.int(1, 100);
  if (ticket <= 2) return 'ILEGIBLE';
  if (ticket === 3) return 'NO TIENE';
  if (ticket === 4) return null;
  return ticket <= 12 ? ` ${serial.slice(0, 2)} ${serial.slice(2)}` : serial;
}
