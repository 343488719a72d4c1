import type { CropSiteFact, DrugSeizureFact, LaboratoryFact } from '../world/facts/drugs.js';
import type { ConveyanceFact, RouteFact } from '../world/facts/organizations.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';
import { day, fichaOf, slips } from './fichas.js';
import { located, numberRows, pairs } from './rows.js';

/** Hectares in a manzana, the measure of land. */
const manzana = 0.7;

/** Seizures of drugs, crops, laboratories, and the routes and conveyances by which drugs travel. */
export function drugTables(random: Random, books: CodeBooks, facts: StateFacts): TableRows {
  const { drugSeizures, cropSites, laboratories, routes, conveyances } = facts;
  return new Map<string, Iterable<Row>>([
    ['incautacion', rowsOf(drugSeizures, (seizure) => seizureRow(random, books, seizure))],
    [
      'incautacion_transito',
      pairs(drugSeizures, 'id_incautacion', 'cod_pais', ({ transit }) => books.countries.codes(transit)),
    ],
    ['incautacion_persona', pairs(drugSeizures, 'id_incautacion', 'id_persona', ({ persons }) => persons)],
    [
      'incautacion_organizacion',
      pairs(drugSeizures, 'id_incautacion', 'id_organizacion', ({ organizations }) => organizations),
    ],
    ['cultivo', rowsOf(cropSites, (site) => cropRow(books, site))],
    ['laboratorio', rowsOf(laboratories, (laboratory) => laboratoryRow(books, laboratory))],
    [
      'laboratorio_precursor',
      pairs(laboratories, 'id_laboratorio', 'cod_sustancia', ({ precursorsFound }) =>
        precursorsFound.map((name) =>
          books.substances.code([name, codeOf(codeLists.grupo_sustancia, 'PRECURSORS')]),
        ),
      ),
    ],
    ['ruta', rowsOf(routes, (route) => routeRow(books, route))],
    [
      'ruta_tramo',
      numberRows(
        'id_tramo',
        allRowsOf(routes, (route) => legRows(books, route)),
      ),
    ],
    ['ruta_organizacion', pairs(routes, 'id_ruta', 'id_organizacion', ({ organizations }) => organizations)],
    ['medio_transporte', rowsOf(conveyances, (conveyance) => conveyanceRow(random, books, conveyance))],
  ]);
}

function seizureRow(random: Random, books: CodeBooks, seizure: DrugSeizureFact): Row {
  const { quantityKilograms: kilograms } = seizure;
  // what is weighed on small scales is written in grams
  const inGrams = kilograms !== null && kilograms < 1;
  return {
    id_incautacion: seizure.number,
    num_ficha: fichaOf('incautacion', seizure),
    num_expediente: seizure.caseNumber,
    fec_incautacion: day(seizure.seizedAt),
    ...located(books, seizure.place),
    cod_sustancia: books.substances.code([
      seizure.substance,
      codeOf(codeLists.grupo_sustancia, seizure.category),
    ]),
    cod_presentacion: slips(random, seizure, 0.05) ? 99 : codeOf(codeLists.presentacion, seizure.form),
    peso: inGrams ? Math.round(kilograms * 1e9) / 1e6 : kilograms,
    cod_unidad: kilograms === null ? 5 : inGrams ? 1 : 2,
    piezas: seizure.quantityUnits,
    pureza: seizure.purityPercent,
    marcas_empaque: seizure.packagingMarks,
    cod_procedimiento: random.int(1, 5),
    cod_via: codeOf(codeLists.via, seizure.mode),
    id_medio: seizure.conveyance,
    cod_ocultamiento: books.hidingPlaces.code(seizure.concealment),
    cod_pais_origen: books.countries.code(seizure.origin),
    cod_pais_destino: books.countries.code(seizure.destination),
    id_ruta: seizure.route,
  };
}

function cropRow(books: CodeBooks, site: CropSiteFact): Row {
  return {
    id_cultivo: site.number,
    num_ficha: fichaOf('cultivo', site),
    cod_cultivo: codeOf(codeLists.cultivo, site.crop),
    manzanas: manzanas(site.hectares),
    manzanas_erradicadas: manzanas(site.eradicatedHectares),
    fec_inspeccion: day(site.surveyedOn),
    ...located(books, site.place),
  };
}

function manzanas(hectares: number): number {
  return Math.round((hectares / manzana) * 1e8) / 1e8;
}

function laboratoryRow(books: CodeBooks, laboratory: LaboratoryFact): Row {
  return {
    id_laboratorio: laboratory.number,
    num_ficha: fichaOf('laboratorio', laboratory),
    fec_hallazgo: day(laboratory.foundOn),
    ...located(books, laboratory.place),
    cod_producto: books.substances.code([
      laboratory.product,
      codeOf(codeLists.grupo_sustancia, laboratory.productCategory),
    ]),
    kg_mes: laboratory.capacityKilogramsPerMonth,
  };
}

function routeRow(books: CodeBooks, route: RouteFact): Row {
  return {
    id_ruta: route.number,
    num_ficha: fichaOf('ruta', route),
    nombre: route.name,
    cod_mercancia: codeOf(codeLists.mercancia, route.commodity),
    cod_pais_origen: books.countries.code(route.origin),
    cod_pais_destino: books.countries.code(route.destination),
    fec_primera: day(route.firstSeenOn),
    fec_ultima: day(route.lastSeenOn),
  };
}

function legRows(books: CodeBooks, { number, legs }: RouteFact): readonly Row[] {
  return legs.map((leg, index) => ({
    id_ruta: number,
    orden: index + 1,
    cod_pais_desde: books.countries.code(leg.fromCountry),
    lugar_desde: leg.fromPlace,
    cod_pais_hasta: books.countries.code(leg.toCountry),
    lugar_hasta: leg.toPlace,
    cod_via: codeOf(codeLists.via, leg.mode),
    punto_fronterizo: leg.borderPoint,
  }));
}

function conveyanceRow(random: Random, books: CodeBooks, conveyance: ConveyanceFact): Row {
  return {
    id_medio: conveyance.number,
    num_ficha: fichaOf('medio_transporte', conveyance),
    cod_clase: codeOf(codeLists.clase_transporte, conveyance.kind),
    placa: slips(random, conveyance, 0.02) ? '' : conveyance.registration,
    cod_pais_placa: books.countries.code(conveyance.registrationCountry),
    chasis: conveyance.vin,
    imo: conveyance.imo,
    matricula_aerea: conveyance.tail,
    cod_marca: books.vehicleMakes.code(conveyance.make),
    modelo: conveyance.model,
    anio: conveyance.year,
    color: conveyance.colour,
    cod_situacion: codeOf(codeLists.situacion_transporte, conveyance.status),
    fec_situacion: day(conveyance.statusOn),
  };
}
