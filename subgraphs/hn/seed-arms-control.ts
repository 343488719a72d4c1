import type {
  ArmsItemFact,
  DestructionFact,
  LicenceFact,
  StockpileFact,
} from '../world/facts/arms-control.js';
import type { Fact } from '../world/facts/fact.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
import type { CodeBooks } from './code-book.js';
import { codeOf } from './code-list.js';
import { codeLists } from './code-lists.js';
import { day, fichaOf, slips } from './fichas.js';
import { located, numberRows, pairs } from './rows.js';

/** Licences, arsenals and what was destroyed. */
export function armsControlTables(
  random: Random,
  books: CodeBooks,
  { licences, stockpiles, destructions }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['licencia', rowsOf(licences, (licence) => licenceRow(books, licence))],
    [
      'licencia_transito',
      pairs(licences, 'id_licencia', 'cod_pais', ({ transitStates }) => books.countries.codes(transitStates)),
    ],
    ['licencia_item', itemRows(books, licences, 'id_licencia')],
    ['arsenal', rowsOf(stockpiles, (stockpile) => stockpileRow(random, books, stockpile))],
    ['arsenal_item', itemRows(books, stockpiles, 'id_arsenal')],
    ['destruccion', rowsOf(destructions, (destruction) => destructionRow(random, books, destruction))],
    ['destruccion_item', itemRows(books, destructions, 'id_destruccion')],
    [
      'destruccion_testigo',
      pairs(destructions, 'id_destruccion', 'testigo', ({ witnessedBy }) => witnessedBy),
    ],
  ]);
}

function itemRows(
  books: CodeBooks,
  facts: readonly (Fact & { readonly items: readonly ArmsItemFact[] })[],
  owner: string,
): Iterable<Row> {
  return numberRows(
    'id_item',
    allRowsOf(facts, ({ number, items }) =>
      items.map(({ make, model, calibre, category, quantity }) => ({
        [owner]: number,
        cod_modelo: books.models.code({ make, model, calibre, category }),
        cantidad: quantity,
      })),
    ),
  );
}

function licenceRow(books: CodeBooks, licence: LicenceFact): Row {
  return {
    id_licencia: licence.number,
    num_ficha: fichaOf('licencia', licence),
    num_licencia: licence.licenceNumber,
    num_contraparte: licence.counterpartLicenceNumber,
    cod_clase: codeOf(codeLists.clase_licencia, licence.kind),
    fec_emision: day(licence.issuedOn),
    fec_caducidad: day(licence.validUntil),
    cod_pais_exportador: books.countries.code(licence.exportingState),
    cod_pais_importador: books.countries.code(licence.importingState),
    corredor: licence.broker,
    usuario_final: licence.endUser,
    cantidad: licence.quantity,
    cantidad_ingresada: licence.quantityTransferred,
    monto: licence.value,
    moneda: licence.valueCurrency,
  };
}

function stockpileRow(random: Random, books: CodeBooks, stockpile: StockpileFact): Row {
  return {
    id_arsenal: stockpile.number,
    num_ficha: fichaOf('arsenal', stockpile),
    tenedor: stockpile.holder,
    cod_localidad: books.localities.code(stockpile.site),
    cantidad: stockpile.quantity,
    // 9: the inspector left the box empty
    cod_condicion: slips(random, stockpile, 0.03) ? 9 : codeOf(codeLists.condicion, stockpile.condition),
    cod_seguridad: codeOf(codeLists.seguridad, stockpile.securityLevel),
    fec_inspeccion: day(stockpile.lastInspectionOn),
    diferencia: stockpile.discrepancy,
    excedente: stockpile.surplusQuantity,
  };
}

function destructionRow(random: Random, books: CodeBooks, destruction: DestructionFact): Row {
  return {
    id_destruccion: destruction.number,
    num_ficha: fichaOf('destruccion', destruction),
    fec_destruccion: slips(random, destruction, 0.02) ? '30/02/2021' : day(destruction.destroyedOn),
    cod_metodo: codeOf(codeLists.metodo_destruccion, destruction.method),
    cantidad: destruction.quantity,
    cod_procedencia: codeOf(codeLists.procedencia, destruction.origin),
    ...located(books, destruction.place),
  };
}
