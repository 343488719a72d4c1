import type { FirearmFact, FirearmSeizureFact } from '../../world/facts/firearms.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import type { Random } from '../../world/random.js';
import { storyFirearms } from '../../world/stories.js';
import { allRowsOf, dayFirst, type Row, rowsOf } from '../../world/tables.js';
import { calibres, countryCode, departmentNumber, kinds, makes, registered } from './codes.js';

const ways = ['retén', 'allanamiento', 'patrullaje', 'denuncia'] as const;
const statuses = ['SEIZED', 'RECOVERED', 'LOST', 'STOLEN', 'STATE_HELD', 'DESTROYED'] as const;

/** Firearms, and the events in which they were seized or stolen. */
export function firearmTables(
  random: Random,
  { firearms, firearmSeizures }: StateFacts,
): readonly (readonly [string, Iterable<Row>])[] {
  return [
    ['decomiso', rowsOf(firearmSeizures, (seizure) => seizureRow(random, seizure))],
    ['arma', rowsOf(firearms, (firearm) => firearmRow(random, firearm))],
    ['decomiso_persona', allRowsOf(firearmSeizures, personLinks)],
    ['decomiso_red', allRowsOf(firearmSeizures, networkLinks)],
    ['municion', allRowsOf(firearmSeizures, ammunitionRows)],
    ['robo', allRowsOf(firearms, (firearm) => theftRows(random, firearm))],
  ];
}

function seizureRow(random: Random, seizure: FirearmSeizureFact): Row {
  return {
    id_decomiso: seizure.number,
    no_expediente: seizure.caseNumber,
    fec_decomiso: dayFirst(seizure.seizedAt),
    cod_depto: departmentNumber(seizure.place),
    municipio: seizure.place.municipality,
    forma: random.pick(ways),
    institucion: random.pick(['PNC', 'MP', 'Ejército']),
    ocultamiento: random.pick([null, 'vehículo', 'vivienda', 'encomienda']),
    observaciones: random.chance(0.2) ? 'Informante reservado' : null,
    cod_pais_origen: countryCode(seizure.origin),
    cod_pais_destino: countryCode(seizure.destination),
    id_ruta: seizure.route,
    ...registered(random, seizure),
  };
}

function firearmRow(random: Random, firearm: FirearmFact): Row {
  const { number, serial, model, year, importMark, seizure } = firearm;
  const story = number < storyFirearms;
  const status = statuses.findIndex((one) => one === firearm.status) + 1;
  return {
    id_arma: number,
    no_serie: story ? serial : typedSerial(random, serial),
    cod_marca: makes.indexOf(model.make) + 1,
    modelo: model.model,
    cod_calibre: calibres.indexOf(model.calibre) + 1,
    cod_tipo: kinds.indexOf(model.category) + 1,
    cod_pais_fab: countryCode(model.country),
    anio_fab: random.chance(0.9) ? year : null,
    largo_canon_cm: model.barrelMillimetres / 10,
    serie_borrada: firearm.serialObliterated ? 'S' : 'N',
    // 9 was a code of the system before this one
    cod_situacion: !story && random.chance(0.01) ? 9 : status,
    cod_pais_importacion: countryCode(importMark?.country ?? null),
    anio_importacion: importMark?.year ?? null,
    id_decomiso: seizure,
    institucion: random.pick(['DIGECAM', 'PNC', 'INACIF']),
    ...registered(random, firearm),
  };
}

/** How a serial number was typed: mostly right; sometimes with blanks or in small letters; sometimes not at all. */
function typedSerial(random: Random, serial: string): string | null {
  const ticket = random.int(1, 100);
  if (ticket === 1) return 'S/N';
  if (ticket === 2) return 'SIN SERIE';
  if (ticket === 3) return '';
  if (ticket <= 8) return serial.toLowerCase();
  return ticket <= 14 ? `${serial.slice(0, 3)}-${serial.slice(3)}` : serial;
}

function personLinks({ number, persons }: FirearmSeizureFact): readonly Row[] {
  return persons.map((person) => ({ id_decomiso: number, id_persona: person }));
}

function networkLinks({ number, organizations }: FirearmSeizureFact): readonly Row[] {
  return organizations.map((organization) => ({ id_decomiso: number, id_red: organization }));
}

function ammunitionRows({ number, ammunition }: FirearmSeizureFact): readonly Row[] {
  return ammunition.map(({ calibre, quantity }, index) => ({
    id_municion: number * 10 + index,
    id_decomiso: number,
    calibre,
    cantidad: quantity,
  }));
}

function theftRows(random: Random, { number, theft }: FirearmFact): readonly Row[] {
  if (theft === null) return [];
  return [
    {
      id_robo: number,
      id_arma: number,
      fec_robo: dayFirst(theft.on),
      cod_depto: departmentNumber(theft.place),
      denunciante: random.pick(['empresa de seguridad', 'particular', 'dependencia del Estado']),
    },
  ];
}
