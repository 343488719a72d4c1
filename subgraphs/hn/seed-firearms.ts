import type { StateFacts } from '../world/facts/state-facts.js';
import type { FirearmFact, FirearmSeizureFact, TraceRequestFact } from '../world/facts/firearms.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import { unknownModel } from './catalogues.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';
import { day, fichaOf, slips } from './fichas.js';
import { located, numberRows, pairs } from './rows.js';

/** Firearms, their seizures and what befell them before, and requests to trace them. */
export function firearmTables(random: Random, books: CodeBooks, facts: StateFacts): TableRows {
  const { firearms, firearmSeizures, traceRequests } = facts;
  const seizures = new Map(firearmSeizures.map((seizure) => [seizure.number, seizure]));
  return new Map<string, Iterable<Row>>([
    ['arma', rowsOf(firearms, (firearm) => firearmRow(random, books, firearm))],
    [
      'arma_evento',
      numberRows(
        'id_evento',
        allRowsOf(firearms, (firearm) => eventRows(books, firearm, seizures.get(firearm.seizure ?? -1))),
      ),
    ],
    ['decomiso', rowsOf(firearmSeizures, (seizure) => seizureRow(random, books, seizure))],
    [
      'decomiso_transito',
      pairs(firearmSeizures, 'id_decomiso', 'cod_pais', ({ transit }) => books.countries.codes(transit)),
    ],
    ['decomiso_persona', pairs(firearmSeizures, 'id_decomiso', 'id_persona', ({ persons }) => persons)],
    [
      'decomiso_organizacion',
      pairs(firearmSeizures, 'id_decomiso', 'id_organizacion', ({ organizations }) => organizations),
    ],
    [
      'decomiso_municion',
      numberRows(
        'id_municion',
        allRowsOf(firearmSeizures, ({ number, ammunition }) =>
          ammunition.map(({ calibre, quantity }) => ({
            id_decomiso: number,
            cod_calibre: books.calibres.code(calibre),
            cantidad: quantity,
          })),
        ),
      ),
    ],
    ['rastreo', rowsOf(traceRequests, (request) => traceRow(books, request))],
  ]);
}

function firearmRow(random: Random, books: CodeBooks, firearm: FirearmFact): Row {
  const { number, model, importMark } = firearm;
  const cod_modelo = books.models.code(model);
  return {
    id_arma: number,
    num_ficha: fichaOf('arma', firearm),
    serie: typedSerial(random, firearm),
    serie_limada: firearm.serialObliterated ? 1 : 0,
    cod_modelo: slips(random, firearm, 0.04) ? unknownModel : cod_modelo,
    anio_fabricacion: firearm.year,
    cod_acabado: books.finishes.code(firearm.finish),
    cod_pais_importacion: books.countries.code(importMark?.country ?? null),
    anio_importacion: importMark?.year ?? null,
    otras_marcas: firearm.additionalMarkings,
    cod_situacion: codeOf(codeLists.situacion_arma, firearm.status),
    id_decomiso: firearm.seizure,
  };
}

/** A serial number as it was typed: mostly right, sometimes in small letters or with blanks, sometimes not at all. */
function typedSerial(random: Random, firearm: FirearmFact): string {
  const { serial, serialObliterated } = firearm;
  if (serialObliterated) return 'ILEGIBLE';
  if (slips(random, firearm, 0.02)) return random.pick(['', 'SIN SERIE', 'ILEGIBLE']);
  if (slips(random, firearm, 0.06)) return serial.toLowerCase();
  return slips(random, firearm, 0.06) ? `${serial.slice(0, 3)} ${serial.slice(3)}` : serial;
}

function eventRows(
  books: CodeBooks,
  { number, importedOn, theft, sale }: FirearmFact,
  seizure: FirearmSeizureFact | undefined,
): readonly Row[] {
  const event = (kind: keyof typeof codeLists.evento_arma, on: string, of: Row): Row => ({
    id_arma: number,
    cod_evento: codeOf(codeLists.evento_arma, kind),
    fec_evento: day(on),
    cod_localidad: null,
    entidad: null,
    ...of,
  });
  return [
    ...(importedOn === null ? [] : [event('IMPORT', importedOn, { entidad: 'La Armería' })]),
    ...(sale === null ? [] : [event('RETAIL_SALE', sale.on, { entidad: sale.dealer })]),
    ...(theft === null
      ? []
      : [event('THEFT', theft.on, { cod_localidad: books.localities.code(theft.place) })]),
    ...(seizure === undefined
      ? []
      : [event('SEIZURE', seizure.seizedAt, { cod_localidad: books.localities.code(seizure.place) })]),
  ];
}

function seizureRow(random: Random, books: CodeBooks, seizure: FirearmSeizureFact): Row {
  return {
    id_decomiso: seizure.number,
    num_ficha: fichaOf('decomiso', seizure),
    num_expediente: seizure.caseNumber,
    fec_decomiso: day(seizure.seizedAt),
    ...located(books, seizure.place),
    cod_procedimiento: slips(random, seizure, 0.02) ? 9 : random.int(1, 5),
    narracion: random.chance(0.15) ? 'Información de fuente reservada' : null,
    cod_pais_origen: books.countries.code(seizure.origin),
    cod_pais_destino: books.countries.code(seizure.destination),
    cod_deposito: random.int(1, 3),
    id_ruta: seizure.route,
  };
}

function traceRow(books: CodeBooks, request: TraceRequestFact): Row {
  return {
    id_rastreo: request.number,
    num_ficha: fichaOf('rastreo', request),
    fec_solicitud: day(request.requestedOn),
    cod_pais_solicitante: books.countries.code(request.requestingState),
    cod_pais_requerido: books.countries.code(request.requestedState),
    cod_prioridad: codeOf(codeLists.prioridad, request.priority),
    cod_delito: request.crimeCode,
    num_expediente: request.caseNumber,
    serie: request.serial,
    cod_marca: books.makes.code(request.make),
    cod_estado: codeOf(codeLists.estado_rastreo, request.status),
    cod_resultado: codeOf(codeLists.resultado_rastreo, request.result),
    fec_respuesta: day(request.completedOn),
    id_arma: request.firearm,
  };
}
