import type { FirearmFact, FirearmSeizureFact } from '../world/facts/firearms.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import { codeLists, lettersOf } from './code-lists.js';
import { country, day, entryOf, inOneBox, keyOf, located, numberRows, slips } from './entry.js';

const units = ['Dirección de Registro y Control de Armas', 'Dirección de Auxilio Judicial', 'Ejército'];
const ways = ['RET', 'ALL', 'PAT', 'DEN'];

/** Firearms, what befell them and their seizures. */
export function firearmTables(random: Random, { firearms, firearmSeizures }: StateFacts): TableRows {
  const seizures = new Map(firearmSeizures.map((seizure) => [seizure.number, seizure]));
  return new Map<string, Iterable<Row>>([
    ['ocupaciones', rowsOf(firearmSeizures, (seizure) => seizureRow(random, seizure))],
    [
      'ocupacion_municion',
      numberRows(
        allRowsOf(firearmSeizures, ({ number, ammunition }) =>
          ammunition.map(({ calibre, quantity }) => ({
            folio: keyOf('OC', number),
            calibre: lettersOf(codeLists.calibre, calibre),
            cantidad: quantity,
          })),
        ),
      ),
    ],
    ['armas', rowsOf(firearms, (firearm) => firearmRow(random, firearm))],
    [
      'historial_armas',
      numberRows(
        allRowsOf(firearms, (firearm) => historyRows(random, firearm, seizures.get(firearm.seizure ?? -1))),
      ),
    ],
  ]);
}

function firearmRow(random: Random, firearm: FirearmFact): Row {
  const { model } = firearm;
  return {
    registro: keyOf('AF', firearm.number),
    serie: typedSerial(random, firearm),
    borrada: firearm.serialObliterated ? 'S' : 'N',
    marca: slips(random, firearm, 0.05) ? 'ZZZ' : lettersOf(codeLists.marca, model.make),
    modelo: model.model,
    tipo: slips(random, firearm, 0.01) ? 'X' : codeLists.tipo[model.category],
    calibre: lettersOf(codeLists.calibre, model.calibre),
    ...lengthOf(random, model.barrelMillimetres),
    pais: country(model.country),
    anio: firearm.year,
    senas: firearm.additionalMarkings,
    estado: codeLists.estado_arma[firearm.status],
    folio: keyOf('OC', firearm.seizure),
    ...entryOf(random, firearm, units),
  };
}

/** Each clerk measures as the tape at hand does. */
function lengthOf(random: Random, millimetres: number): Row {
  const unit = random.pick(['PULG', 'CM', 'MM'] as const);
  const factor = { PULG: 25.4, CM: 10, MM: 1 }[unit];
  return { largo: Math.round((millimetres / factor) * 1e4) / 1e4, largo_um: unit };
}

function typedSerial(random: Random, firearm: FirearmFact): string | null {
  const { serial, serialObliterated } = firearm;
  if (serialObliterated) return '-';
  if (slips(random, firearm, 0.03)) return random.pick(['', 'S/N', '-']);
  return slips(random, firearm, 0.1) ? `${serial.slice(0, 2)}-${serial.slice(2)}` : serial;
}

function historyRows(
  random: Random,
  firearm: FirearmFact,
  seizure: FirearmSeizureFact | undefined,
): readonly Row[] {
  const { number, importedOn, sale, theft } = firearm;
  const history = (kind: keyof typeof codeLists.hecho, on: string, of: Row): Row => ({
    registro: keyOf('AF', number),
    hecho: codeLists.hecho[kind],
    fecha: day(on),
    depto: null,
    municipio: null,
    entidad: null,
    ...of,
  });
  return [
    ...(importedOn === null ? [] : [history('IMPORT', importedOn, { entidad: 'Aduana Central' })]),
    ...(sale === null ? [] : [history('RETAIL_SALE', sale.on, { entidad: sale.dealer })]),
    ...(theft === null ? [] : [history('THEFT', theft.on, located(random, firearm, theft.place))]),
    ...(seizure === undefined
      ? []
      : [history('SEIZURE', seizure.seizedAt, located(random, firearm, seizure.place))]),
  ];
}

function seizureRow(random: Random, seizure: FirearmSeizureFact): Row {
  return {
    folio: keyOf('OC', seizure.number),
    causa: seizure.caseNumber,
    fecha: slips(random, seizure, 0.01) ? '20190229' : day(seizure.seizedAt),
    ...located(random, seizure, seizure.place),
    forma: random.pick(ways),
    procedencia: country(seizure.origin),
    paso: inOneBox(seizure.transit.map(country)),
    destino: country(seizure.destination),
    ruta: keyOf('RT', seizure.route),
    ...entryOf(random, seizure, units),
  };
}
