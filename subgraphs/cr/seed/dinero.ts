import { detailRows, linkRows, type Tables } from '../../world/clerk.js';
import type { AssetFreezeFact, CorruptionCaseFact, FinancialReportFact } from '../../world/facts/money.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { claseReporte, delito, estadoBien, fase, modo } from './codigos.js';
import { type Desk, fecha, ficha, itemRows } from './ficha.js';

/** Financial reports, assets held by order of a court, cases of corruption. */
export function dinero({ financialReports, assetFreezes, corruptionCases }: StateFacts, desk: Desk): Tables {
  return [
    ['reporte', rowsOf(financialReports, (report) => reporte(desk, report))],
    [
      'reporte_indicador',
      itemRows(financialReports, ['reporte_id', 'indicador'], ({ indicators }) => indicators),
    ],
    ['reporte_operacion', detailRows(financialReports, ['operacion_id', 'reporte_id'], operaciones)],
    ['reporte_persona', linkRows(financialReports, ['reporte_id', 'persona_id'], ({ persons }) => persons)],
    ['congelamiento', rowsOf(assetFreezes, (freeze) => congelamiento(desk, freeze))],
    ['congelamiento_bien', detailRows(assetFreezes, ['bien_id', 'congelamiento_id'], bienes)],
    [
      'congelamiento_persona',
      linkRows(assetFreezes, ['congelamiento_id', 'persona_id'], ({ persons }) => persons),
    ],
    ['causa_corrupcion', rowsOf(corruptionCases, (corruption) => causa(desk, corruption))],
  ];
}

function reporte(desk: Desk, fact: FinancialReportFact): Row {
  return {
    reporte_id: fact.number,
    clase: desk.clerk.slips(fact, 10) ? '-' : claseReporte[fact.reportCode],
    motivo: fact.reason,
    presentado: fecha(desk, fact, fact.submittedOn),
    entidad: fact.reportingEntity,
    ...ficha(desk, fact, 'ICD, Unidad de Inteligencia Financiera'),
  };
}

function operaciones({ transactions }: FinancialReportFact): readonly Row[] {
  return transactions.map((transaction) => ({
    fecha: transaction.on,
    modo: modo[transaction.mode],
    monto: transaction.amount,
    moneda: transaction.currency,
    de_quien: transaction.from,
    a_quien: transaction.to,
    de_pais: transaction.fromCountry,
    a_pais: transaction.toCountry,
  }));
}

function congelamiento(desk: Desk, fact: AssetFreezeFact): Row {
  return {
    congelamiento_id: fact.number,
    expediente_id: desk.catalogos.expediente.numberOf({ caseNumber: fact.caseNumber, materia: 'B' }),
    ordenado: fecha(desk, fact, fact.orderedOn),
    juzgado: fact.court,
    estado: estadoBien[fact.status],
    ...ficha(desk, fact, 'Fiscalía Adjunta de Legitimación de Capitales'),
  };
}

function bienes({ assets }: AssetFreezeFact): readonly Row[] {
  return assets.map(({ kind, description, value, currency, country }) => ({
    clase: kind,
    descripcion: description,
    valor: value,
    moneda: currency,
    pais: country,
  }));
}

function causa(desk: Desk, fact: CorruptionCaseFact): Row {
  return {
    causa_id: fact.number,
    expediente_id: desk.catalogos.expediente.numberOf({ caseNumber: fact.caseNumber, materia: 'C' }),
    cargo: fact.office,
    delito: delito[fact.offence],
    fase: desk.clerk.slips(fact, 15) ? '-' : fase[fact.status],
    abierta: fecha(desk, fact, fact.openedOn),
    norma: fact.instrument,
    ...ficha(desk, fact, 'Fiscalía Adjunta de Probidad y Anticorrupción'),
  };
}
