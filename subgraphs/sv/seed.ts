import { publishedSeizures } from '../world/drug-seizures.js';
import { departmentsOf } from '../world/reference.js';
import { addDays, createRandom, type Random } from '../world/random.js';
import { type Cell, drawHandling, type TableRows } from '../world/tables.js';
import type { World, WorldFirearm, WorldSeizure } from '../world/world.js';

type Row = Readonly<Record<string, Cell>>;

const departments = new Map(departmentsOf('SV').map(({ code, name }) => [code, name]));

/** How makes are written, besides their own name. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  Glock: ['GLOCK', 'Glok', 'GLOCK GMBH'],
  Beretta: ['P.BERETTA', 'BERETTA'],
  Taurus: ['TAURUS', 'Forjas Taurus'],
  'Smith & Wesson': ['S&W', 'SMITH WESSON', 'SMITH AND WESSON'],
  Colt: ['COLT'],
  Ruger: ['RUGER', 'STURM RUGER'],
  Jericho: ['JERICHO', 'Yericó'],
  IWI: ['I.W.I.'],
  Browning: ['BROWNING'],
  Mossberg: ['MOSSBERG', 'Mosberg'],
  Remington: ['REMINGTON'],
  Maverick: ['MAVERICK'],
  Romarm: ['ROMARM'],
  Norinco: ['NORINCO'],
  IMI: ['I.M.I.'],
  'Hi-Point': ['HI POINT'],
};

const calibres: Readonly<Record<string, readonly string[]>> = {
  '9x19mm': ['9MM', '9 mm', '9x19'],
  '5.56x45mm': ['5.56'],
  '7.62x39mm': ['7.62'],
  '.38 Special': ['38'],
  '.45 ACP': ['45'],
  '12 gauge': ['12'],
  '.22 LR': ['22'],
  '.40 S&W': ['40'],
};

const kinds: Readonly<Record<WorldFirearm['model']['category'], readonly string[]>> = {
  PISTOL: ['PISTOLA', 'Pistola'],
  REVOLVER: ['REVOLVER'],
  RIFLE: ['FUSIL', 'RIFLE'],
  SHOTGUN: ['ESCOPETA'],
  SUBMACHINE_GUN: ['SUBAMETRALLADORA'],
};

/** El Salvador's part of the world: wide rows, free text, inches, ISO dates where there are any. */
export function seedSv({ seed, firearms, seizures }: World): TableRows {
  const random = createRandom(seed + 503);
  const ownSeizures = seizures.filter(({ state }) => state === 'SV');
  const own = firearms.filter(({ knownTo }) => knownTo.has('SV'));
  return new Map<string, readonly Row[]>([
    ['actas', ownSeizures.map((seizure) => seizureRow(random, seizure))],
    ['registro_armas', own.map((firearm) => firearmRow(random, firearm))],
    ['detenidos', ownSeizures.flatMap((seizure) => personRows(random, seizure))],
    ['incautaciones', drugRows()],
  ]);
}

function seizureRow(random: Random, { number, caseNumber, on, place }: WorldSeizure): Row {
  return {
    acta: number,
    referencia_fiscal: caseNumber,
    fecha: on,
    fecha_hora: random.chance(0.5)
      ? `${on} ${String(random.int(10, 23))}:${String(random.int(10, 59))}:00-06:00`
      : on,
    depto: departments.get(place.subdivision) ?? null,
    municipio: place.name,
    latitud: place.latitude,
    longitud: place.longitude,
    forma: random.pick(['control vehicular', 'registro con orden', 'flagrancia', null]),
    unidad: random.pick(['PNC Delegación Centro', 'PNC División Antinarcóticos', 'FAES']),
    ingreso: addDays(on, random.int(0, 5)),
    // the story of the demo must be tellable
    manejo: number === 0 ? 'H0' : `H${String(drawHandling(random))}`,
  };
}

function firearmRow(random: Random, { number, serial, model, year, seizure }: WorldFirearm): Row {
  const story = number < 5;
  const recordedOn = random.day('2012-01-01', '2026-10-31');
  return {
    correlativo: `A-${String(number).padStart(6, '0')}`,
    serie: story ? serial : typedSerial(random, serial),
    marca: random.pick([model.make, ...(spellings[model.make] ?? [])]),
    modelo: model.model,
    tipo: random.pick(kinds[model.category]),
    calibre: random.pick([model.calibre, ...(calibres[model.calibre] ?? [])]),
    canon_pulgadas: Math.round((model.barrelMillimetres / 25.4) * 100) / 100,
    anio: random.chance(0.3) ? year : null,
    limada: random.pick(['NO', 'NO', 'NO', null]),
    situacion: seizure?.state === 'SV' ? 'DECOMISADA' : random.pick(['EXTRAVIADA', 'ROBADA']),
    acta: seizure?.state === 'SV' ? seizure.number : null,
    unidad: random.pick(['PNC Delegación Centro', 'PNC Delegación Oriente', 'FAES Logística']),
    ingreso: recordedOn,
    modificado: random.chance(0.3) ? addDays(recordedOn, random.int(5, 200)) : '',
    manejo: story ? 'H0' : `H${String(drawHandling(random))}`,
    fuente: random.pick(['A', 'B', 'C', 'X']),
  };
}

function typedSerial(random: Random, serial: string): string | null {
  const ticket = random.int(1, 100);
  if (ticket <= 2) return 'ILEGIBLE';
  if (ticket === 3) return 'NO TIENE';
  if (ticket === 4) return null;
  return ticket <= 12 ? ` ${serial.slice(0, 2)} ${serial.slice(2)}` : serial;
}

function personRows(random: Random, { number, on, persons }: WorldSeizure): readonly Row[] {
  return persons.map((person) => ({
    id: person.number,
    acta: number,
    nombre: person.name.toUpperCase(),
    nacimiento: random.chance(0.9) ? person.bornOn : null,
    genero: person.sex === 'F' ? 'Femenino' : 'Masculino',
    nacionalidad: 'SALVADOREÑA',
    dui: person.document,
    ingreso: on,
    manejo: `H${String(drawHandling(random))}`,
  }));
}

function drugRows(): readonly Row[] {
  return publishedSeizures('El Salvador').map((seizure, index) => ({
    correlativo: index + 1,
    fecha: seizure.SEIZURE_DATE,
    depto: seizure.ADMINISTRATIVE_DIVISION,
    lugar: seizure.PLACE,
    droga: seizure.DRUG_NAME,
    gramos: Number(seizure.AMOUNT),
    ocultamiento: seizure.HIDING_PLACE,
    instalacion: seizure.INSTALLATION,
    transporte: seizure.TRANSPORT,
    productor: seizure.PRODUCING_COUNTRY,
    procedencia: seizure.DEPARTURE_COUNTRY,
    destino: seizure.DESTINATION_COUNTRY,
    control: seizure.ROUTING,
  }));
}
