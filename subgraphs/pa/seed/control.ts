import { type Clerk, detailRows, type Tables } from '../../world/clerk.js';
import type { ArmsItemFact, LicenceFact, StockpileFact } from '../../world/facts/arms-control.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { condicion, nivel, tipoArma, tramite } from './codigos.js';
import { enLista, fecha, ficha, lugar } from './ficha.js';

/** Licences to move arms, and the depots of the State. */
export function controlDeArmas({ licences, stockpiles }: StateFacts, clerk: Clerk): Tables {
  return [
    ['licencia_armas', rowsOf(licences, (licence) => licencia(clerk, licence))],
    ['licencia_renglon', detailRows(licences, ['renglon', 'licencia_id'], ({ items }) => items.map(renglon))],
    ['deposito_armas', rowsOf(stockpiles, (stockpile) => deposito(clerk, stockpile))],
    [
      'deposito_renglon',
      detailRows(stockpiles, ['renglon', 'deposito_id'], ({ items }) => items.map(renglon)),
    ],
  ];
}

function licencia(clerk: Clerk, fact: LicenceFact): Row {
  return {
    licencia_id: fact.number,
    license_no: fact.licenceNumber,
    foreign_license_no: fact.counterpartLicenceNumber ?? '',
    tipo_tramite: clerk.slips(fact, 15) ? 'S/T' : tramite[fact.kind],
    issue_date: fecha(clerk, fact, fact.issuedOn),
    valid_until: fact.validUntil,
    exporting_country: fact.exportingState,
    importing_country: fact.importingState,
    paises_transito: enLista(fact.transitStates),
    corredor: fact.broker,
    usuario_final: fact.endUser,
    cantidad: fact.quantity,
    cantidad_movida: fact.quantityTransferred,
    valor: fact.value,
    moneda: fact.valueCurrency,
    ...ficha(fact, 'Dirección Institucional en Asuntos de Seguridad Pública'),
  };
}

function deposito(clerk: Clerk, fact: StockpileFact): Row {
  return {
    deposito_id: fact.number,
    custodio: fact.holder,
    ...lugar(clerk, fact, fact.site),
    cantidad: fact.quantity,
    condicion: condicion[fact.condition],
    nivel: nivel[fact.securityLevel],
    ultima_inspeccion: fecha(clerk, fact, fact.lastInspectionOn),
    faltante: fact.discrepancy,
    excedente: fact.surplusQuantity,
    ...ficha(fact, 'Ministerio de Seguridad Pública'),
  };
}

function renglon({ category, make, model, calibre, quantity }: ArmsItemFact): Row {
  return { tipo: tipoArma[category], marca: make, modelo: model, calibre, cantidad: quantity };
}
