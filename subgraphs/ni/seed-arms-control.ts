import type {
  ArmsItemFact,
  DestructionFact,
  LicenceFact,
  StockpileFact,
} from '../world/facts/arms-control.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { codeLists, lettersOf } from './code-lists.js';
import { country, day, entryOf, inOneBox, keyOf, located, numberRows, slips } from './entry.js';

const units = ['Dirección de Registro y Control de Armas', 'Cuerpo Logístico Militar'];

/** Permits, magazines and what was destroyed, with one table of items for all three. */
export function armsControlTables(
  random: Random,
  { licences, stockpiles, destructions }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['permisos', rowsOf(licences, (licence) => licenceRow(random, licence))],
    ['polvorines', rowsOf(stockpiles, (stockpile) => stockpileRow(random, stockpile))],
    ['destrucciones', rowsOf(destructions, (destruction) => destructionRow(random, destruction))],
    [
      'detalle_armas',
      numberRows([
        ...licences.flatMap(({ number, items }) => itemRows(keyOf('PT', number), items)),
        ...stockpiles.flatMap(({ number, items }) => itemRows(keyOf('PV', number), items)),
        ...destructions.flatMap(({ number, items }) => itemRows(keyOf('AD', number), items)),
      ]),
    ],
  ]);
}

function itemRows(of: string, items: readonly ArmsItemFact[]): readonly Row[] {
  return items.map(({ category, make, model, calibre, quantity }) => ({
    de: of,
    tipo: codeLists.tipo[category],
    marca: lettersOf(codeLists.marca, make),
    modelo: model,
    calibre: lettersOf(codeLists.calibre, calibre),
    cantidad: quantity,
  }));
}

function licenceRow(random: Random, licence: LicenceFact): Row {
  return {
    permiso: keyOf('PT', licence.number),
    numero: licence.licenceNumber,
    numero_contraparte: licence.counterpartLicenceNumber,
    clase: codeLists.clase_permiso[licence.kind],
    emitido: day(licence.issuedOn),
    vence: slips(random, licence, 0.02) ? '99999999' : day(licence.validUntil),
    exportador: country(licence.exportingState),
    importador: country(licence.importingState),
    transito: inOneBox(licence.transitStates.map(country)),
    usuario_final: licence.endUser,
    autorizado: licence.quantity,
    recibido: licence.quantityTransferred,
    monto: licence.value,
    moneda: lettersOf(codeLists.moneda, licence.valueCurrency),
    ...entryOf(random, licence, units),
  };
}

function stockpileRow(random: Random, stockpile: StockpileFact): Row {
  return {
    polvorin: keyOf('PV', stockpile.number),
    tenedor: stockpile.holder,
    ...located(random, stockpile, stockpile.site),
    existencia: stockpile.quantity,
    estado: slips(random, stockpile, 0.03) ? '?' : codeLists.estado_material[stockpile.condition],
    resguardo: codeLists.resguardo[stockpile.securityLevel],
    inspeccion: day(stockpile.lastInspectionOn),
    faltante: 0 - stockpile.discrepancy,
    sobrante: stockpile.surplusQuantity,
    ...entryOf(random, stockpile, units),
  };
}

function destructionRow(random: Random, destruction: DestructionFact): Row {
  return {
    acta: keyOf('AD', destruction.number),
    fecha: day(destruction.destroyedOn),
    metodo: codeLists.metodo[destruction.method],
    total: destruction.quantity,
    procedencia: codeLists.origen[destruction.origin],
    ...located(random, destruction, destruction.place),
    testigos: inOneBox(destruction.witnessedBy),
    ...entryOf(random, destruction, units),
  };
}
