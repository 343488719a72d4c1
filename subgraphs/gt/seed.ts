import { publishedSeizures } from '../world/drug-seizures.js';
import { models } from '../world/catalogue.js';
import type { WorldPlace } from '../world/reference.js';
import { addDays, createRandom, type Random } from '../world/random.js';
import { type Cell, dayFirst, drawHandling, type TableRows } from '../world/tables.js';
import type { World, WorldFirearm, WorldSeizure } from '../world/world.js';
import { departmentOf } from './departments.js';

const makes = [...new Set(models.map(({ make }) => make))].sort();
const calibres = [...new Set(models.map(({ calibre }) => calibre))].sort();
const countries: readonly (readonly [iso: string, name: string])[] = [
  ['AT', 'Austria'],
  ['BE', 'Bélgica'],
  ['BR', 'Brasil'],
  ['CN', 'China'],
  ['CZ', 'República Checa'],
  ['GT', 'Guatemala'],
  ['IL', 'Israel'],
  ['IT', 'Italia'],
  ['RO', 'Rumania'],
  ['US', 'Estados Unidos'],
];
const kinds = ['PISTOL', 'REVOLVER', 'RIFLE', 'SHOTGUN', 'SUBMACHINE_GUN'] as const;
const ways = ['retén', 'allanamiento', 'patrullaje', 'denuncia'] as const;

type Row = Readonly<Record<string, Cell>>;

/** Guatemala's part of the world: normalised, numeric codes, dates as DD/MM/YYYY, and what years of typing do. */
export function seedGt({ seed, firearms, seizures }: World): TableRows {
  const random = createRandom(seed + 502);
  const own = firearms.filter(({ knownTo }) => knownTo.has('GT'));
  const ownSeizures = seizures.filter(({ state }) => state === 'GT');
  return new Map<string, readonly Row[]>([
    ['cat_marca', makes.map((nombre, index) => ({ cod_marca: index + 1, nombre }))],
    ['cat_calibre', calibres.map((descripcion, index) => ({ cod_calibre: index + 1, descripcion }))],
    ['cat_pais', countries.map(([iso2, nombre], index) => ({ cod_pais: index + 1, iso2, nombre }))],
    ['decomiso', ownSeizures.map((seizure) => seizureRow(random, seizure))],
    ['arma', own.map((firearm) => firearmRow(random, firearm))],
    [
      'persona',
      ownSeizures.flatMap(({ persons, on }) =>
        persons.map((person) => ({
          id_persona: person.number,
          nombre_completo: person.name,
          fec_nacimiento: dayFirst(person.bornOn),
          sexo: person.sex,
          cod_pais: countryCode(person.nationality),
          dpi: person.document,
          fec_registro: dayFirst(on),
          cod_manejo: drawHandling(random),
        })),
      ),
    ],
    [
      'decomiso_persona',
      ownSeizures.flatMap(({ number, persons }) =>
        persons.map((person) => ({ id_decomiso: number, id_persona: person.number })),
      ),
    ],
    [
      'municion',
      ownSeizures
        .filter(() => random.chance(0.6))
        .map(({ number }, index) => ({
          id_municion: index + 1,
          id_decomiso: number,
          calibre: random.pick(calibres),
          cantidad: random.int(5, 400),
        })),
    ],
    ['robo', own.flatMap((firearm, index) => theftRows(random, firearm, index))],
    ['incautacion_droga', drugRows()],
  ]);
}

function seizureRow(random: Random, { number, caseNumber, on, place }: WorldSeizure): Row {
  return {
    id_decomiso: number,
    no_expediente: caseNumber,
    fec_decomiso: dayFirst(on),
    cod_depto: departmentNumber(place),
    municipio: place.name,
    forma: random.pick(ways),
    institucion: random.pick(['PNC', 'MP', 'Ejército']),
    ocultamiento: random.pick([null, 'vehículo', 'vivienda', 'encomienda']),
    observaciones: random.chance(0.2) ? 'Informante reservado' : null,
    cod_destino: null,
    fec_registro: dayFirst(addDays(on, random.int(1, 20))),
    cod_manejo: drawHandling(random),
    fuente: random.pick(['A', 'A', 'B', 'X']),
    exactitud: random.int(1, 4),
  };
}

function firearmRow(random: Random, { number, serial, model, year, theft, seizure }: WorldFirearm): Row {
  const recordedOn = addDays(theft?.on ?? '2012-01-01', random.int(1, 400));
  // the story of the demo must be tellable
  const story = number < 5;
  const handling = story ? 0 : drawHandling(random);
  const here = seizure?.state === 'GT';
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
    serie_borrada: random.chance(0.03) ? 'S' : 'N',
    cod_situacion: here ? 1 : 4,
    id_decomiso: here ? seizure.number : null,
    institucion: random.pick(['DIGECAM', 'PNC', 'INACIF']),
    // a few days that no calendar has, as years of typing leave behind
    fec_registro: random.chance(0.005) ? '31/02/2011' : dayFirst(recordedOn),
    fec_actualizacion: random.chance(0.4) ? dayFirst(addDays(recordedOn, random.int(10, 900))) : '',
    fec_vence: !story && random.chance(0.02) ? '31/12/2020' : null,
    cod_manejo: handling,
    instrucciones: handling === 3 ? 'Consultar a la fiscalía antes de usar' : null,
    fuente: random.pick(['A', 'B', 'B', 'X']),
    exactitud: random.int(1, 4),
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

function theftRows(random: Random, { number, theft }: WorldFirearm, index: number): readonly Row[] {
  if (theft === undefined) return [];
  return [
    {
      id_robo: index + 1,
      id_arma: number,
      fec_robo: dayFirst(theft.on),
      cod_depto: departmentNumber(theft.place),
      denunciante: random.pick(['empresa de seguridad', 'particular', 'dependencia del Estado']),
    },
  ];
}

function drugRows(): readonly Row[] {
  return publishedSeizures('Guatemala').map((seizure, index) => ({
    id_incautacion: index + 1,
    fecha: dayFirst(seizure.SEIZURE_DATE),
    lugar: seizure.ADMINISTRATIVE_DIVISION,
    cod_depto: departmentOf(seizure.ADMINISTRATIVE_DIVISION),
    droga: seizure.DRUG_NAME,
    cantidad: Number(seizure.AMOUNT),
    unidad: seizure.DRUG_UNIT,
    ocultamiento: seizure.HIDING_PLACE,
    instalacion: seizure.INSTALLATION,
    transporte: seizure.TRANSPORT,
    pais_productor: seizure.PRODUCING_COUNTRY,
    pais_salida: seizure.DEPARTURE_COUNTRY,
    pais_destino: seizure.DESTINATION_COUNTRY,
  }));
}

/** GT-05 is the fifth department. */
function departmentNumber({ subdivision }: WorldPlace): number {
  return Number(subdivision.slice(3));
}

function countryCode(iso: string): number | null {
  const index = countries.findIndex(([code]) => code === iso);
  return index < 0 ? null : index + 1;
}
