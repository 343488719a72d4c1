import type { DrugSeizureFact } from '../world/facts/drugs.js';
import type { ConveyanceFact, RouteFact } from '../world/facts/organizations.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import { codeLists } from './code-lists.js';
import { country, day, entryOf, inOneBox, keyOf, located, numberRows, slips } from './entry.js';

const units = ['Dirección de Investigación de Drogas', 'Fuerza Naval', 'Dirección de Auxilio Judicial'];

/** Kilograms in each unit of weight that a clerk may use. */
const weights = { KG: 1, G: 0.001, LB: 0.45359237 } as const;

/** Seizures of drugs, and the routes and conveyances by which they travel. */
export function drugTables(random: Random, { drugSeizures, routes, conveyances }: StateFacts): TableRows {
  return new Map<string, Iterable<Row>>([
    ['drogas', rowsOf(drugSeizures, (seizure) => seizureRow(random, seizure))],
    ['rutas', rowsOf(routes, (route) => routeRow(random, route))],
    ['ruta_tramos', numberRows(allRowsOf(routes, legRows))],
    ['vehiculos', rowsOf(conveyances, (conveyance) => conveyanceRow(random, conveyance))],
  ]);
}

function seizureRow(random: Random, seizure: DrugSeizureFact): Row {
  return {
    incautacion: keyOf('ID', seizure.number),
    causa: seizure.caseNumber,
    fecha: day(seizure.seizedAt),
    ...located(random, seizure, seizure.place),
    droga: seizure.substance,
    clase: codeLists.clase_droga[seizure.category],
    forma: slips(random, seizure, 0.02) ? 'N/D' : codeLists.forma_droga[seizure.form],
    ...weightOf(random, seizure),
    piezas: seizure.quantityUnits,
    marcas: seizure.packagingMarks,
    medio: codeLists.medio[seizure.mode],
    vehiculo: keyOf('VH', seizure.conveyance),
    caleta: seizure.concealment,
    procedencia: country(seizure.origin),
    paso: inOneBox(seizure.transit.map(country)),
    destino: country(seizure.destination),
    ruta: keyOf('RT', seizure.route),
    ...entryOf(random, seizure, units),
  };
}

function weightOf(random: Random, { quantityKilograms }: DrugSeizureFact): Row {
  if (quantityKilograms === null) return { cantidad: null, um: 'PZA' };
  const unit = quantityKilograms < 1 ? 'G' : random.pick(['KG', 'KG', 'LB'] as const);
  return { cantidad: Math.round((quantityKilograms / weights[unit]) * 1e6) / 1e6, um: unit };
}

function routeRow(random: Random, route: RouteFact): Row {
  return {
    ruta: keyOf('RT', route.number),
    nombre: route.name,
    mercancia: codeLists.mercancia[route.commodity],
    procedencia: country(route.origin),
    destino: country(route.destination),
    primera: day(route.firstSeenOn),
    ultima: day(route.lastSeenOn),
    ...entryOf(random, route, units),
  };
}

function legRows({ number, legs }: RouteFact): readonly Row[] {
  return legs.map((leg, index) => ({
    ruta: keyOf('RT', number),
    tramo: index + 1,
    pais_a: country(leg.fromCountry),
    punto_a: leg.fromPlace,
    pais_b: country(leg.toCountry),
    punto_b: leg.toPlace,
    medio: codeLists.medio[leg.mode],
    frontera: leg.borderPoint,
  }));
}

function conveyanceRow(random: Random, conveyance: ConveyanceFact): Row {
  return {
    vehiculo: keyOf('VH', conveyance.number),
    clase: codeLists.clase_vehiculo[conveyance.kind],
    placa: slips(random, conveyance, 0.03) ? 'SIN PLACA' : conveyance.registration,
    pais_placa: country(conveyance.registrationCountry),
    chasis: conveyance.vin,
    imo: conveyance.imo,
    matricula: conveyance.tail,
    marca: conveyance.make,
    modelo: conveyance.model,
    color: conveyance.colour,
    situacion: codeLists.situacion[conveyance.status],
    desde: day(conveyance.statusOn),
    ...entryOf(random, conveyance, ['Dirección de Tránsito', 'Dirección de Auxilio Judicial']),
  };
}
