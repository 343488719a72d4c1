import { type Clerk, detailRows, linkRows, type Tables } from '../../world/clerk.js';
import type { AssetFreezeFact, CorruptionCaseFact, FinancialReportFact } from '../../world/facts/money.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { type Row, rowsOf } from '../../world/tables.js';
import { delitoCorrupcion, estadoAprehension, etapa, medio, reporte } from './codigos.js';
import { enLista, fecha, ficha } from './ficha.js';

/** Reports to the financial analysis unit, assets held, cases of corruption. */
export function dinero(
  { financialReports, assetFreezes, corruptionCases }: StateFacts,
  clerk: Clerk,
): Tables {
  return [
    ['reporte_uaf', rowsOf(financialReports, (report) => reporteUaf(clerk, report))],
    ['reporte_operacion', detailRows(financialReports, ['operacion_id', 'reporte_id'], operaciones)],
    ['reporte_persona', linkRows(financialReports, ['reporte_id', 'persona_id'], ({ persons }) => persons)],
    [
      'reporte_organizacion',
      linkRows(financialReports, ['reporte_id', 'org_id'], ({ organizations }) => organizations),
    ],
    ['aprehension_bienes', rowsOf(assetFreezes, (freeze) => aprehension(clerk, freeze))],
    ['aprehension_bien', detailRows(assetFreezes, ['bien_id', 'aprehension_id'], bienes)],
    [
      'aprehension_persona',
      linkRows(assetFreezes, ['aprehension_id', 'persona_id'], ({ persons }) => persons),
    ],
    ['caso_corrupcion', rowsOf(corruptionCases, (corruption) => caso(clerk, corruption))],
  ];
}

function reporteUaf(clerk: Clerk, fact: FinancialReportFact): Row {
  return {
    reporte_id: fact.number,
    report_code: clerk.slips(fact, 10) ? 'N/A' : reporte[fact.reportCode],
    motivo: fact.reason,
    indicadores: enLista(fact.indicators),
    submitted_on: fecha(clerk, fact, fact.submittedOn),
    sujeto_obligado: fact.reportingEntity,
    ...ficha(fact, 'Unidad de Análisis Financiero'),
  };
}

function operaciones({ transactions }: FinancialReportFact): readonly Row[] {
  return transactions.map((transaction) => ({
    fecha: transaction.on,
    medio: medio[transaction.mode],
    monto: transaction.amount,
    moneda: transaction.currency,
    ordenante: transaction.from,
    beneficiario: transaction.to,
    from_country: transaction.fromCountry,
    to_country: transaction.toCountry,
  }));
}

function aprehension(clerk: Clerk, fact: AssetFreezeFact): Row {
  return {
    aprehension_id: fact.number,
    fecha_orden: fecha(clerk, fact, fact.orderedOn),
    juzgado: fact.court,
    estado: estadoAprehension[fact.status],
    noticia_criminal: fact.caseNumber,
    ...ficha(fact, 'Fiscalía Superior contra el Blanqueo de Capitales'),
  };
}

function bienes({ assets }: AssetFreezeFact): readonly Row[] {
  return assets.map(({ kind, description, value, currency, country }) => ({
    clase: kind,
    descripcion: description,
    avaluo: value,
    moneda: currency,
    pais: country,
  }));
}

function caso(clerk: Clerk, fact: CorruptionCaseFact): Row {
  return {
    caso_id: fact.number,
    cargo: fact.office,
    delito: delitoCorrupcion[fact.offence],
    etapa: clerk.slips(fact, 15) ? 'N/D' : etapa[fact.status],
    fecha_apertura: fecha(clerk, fact, fact.openedOn),
    norma: fact.instrument,
    noticia_criminal: fact.caseNumber,
    ...ficha(fact, 'Fiscalía Anticorrupción'),
  };
}
