import type { DrugSeizureFact } from '../../world/facts/drugs.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';
import { entered, placed } from './entry.js';
import { countries, words } from './words.js';

const names: Readonly<Record<string, string>> = {
  Cocaine: 'COCAÍNA',
  Crack: 'CRACK',
  'Cannabis herb': 'MARIHUANA',
  Heroin: 'HEROÍNA',
  Methamphetamine: 'METANFETAMINA',
  Ecstasy: 'ÉXTASIS',
};

/** Events after those that were published to UNODC: their numbers go on from there. */
const firstOwn = 1_000;

export function drugSeizureRow(random: Random, seizure: DrugSeizureFact): Row {
  const { depto, municipio } = placed(random, seizure.place);
  return {
    correlativo: firstOwn + seizure.number,
    // a few wrote the day of next year's calendar
    fecha: random.chance(0.01) ? seizure.seizedAt.replace(/-\d\d-/u, '-13-') : seizure.seizedAt,
    depto: depto ?? null,
    lugar: municipio ?? null,
    droga: names[seizure.substance] ?? seizure.substance,
    gramos: seizure.quantityKilograms === null ? null : Math.round(seizure.quantityKilograms * 1_000),
    ocultamiento: seizure.concealment,
    instalacion: null,
    transporte: null,
    productor: seizure.origin === null ? null : (countries[seizure.origin] ?? null),
    procedencia:
      seizure.transit.length === 0 ? null : seizure.transit.map((code) => countries[code]).join(','),
    destino: seizure.destination === null ? null : (countries[seizure.destination] ?? null),
    control: random.pick(['control vehicular', 'allanamiento', 'patrullaje naval']),
    presentacion: words.drugForm[seizure.form],
    unidades: seizure.quantityUnits,
    pureza: seizure.purityPercent,
    marca: seizure.packagingMarks,
    referencia_fiscal: seizure.caseNumber,
    unidad: random.pick(['DAN', 'PNC Delegación Puerto', 'Fuerza Naval']),
    ...entered(seizure),
  };
}

export function drugDetentionRows({ number, persons }: DrugSeizureFact): readonly Row[] {
  return persons.map((person) => ({ correlativo: firstOwn + number, id: person }));
}
