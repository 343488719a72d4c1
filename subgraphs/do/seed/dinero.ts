import type { Clerk, Tables } from '../../world/clerk.js';
import type { FinancialReportFact } from '../../world/facts/money.js';
import type { StateFacts } from '../../world/facts/state-facts.js';
import { modo, tipoReporte } from './codigos.js';
import { clave, enColumnas, enLista, fecha, ficha } from './ficha.js';
import { pais } from './paises.js';
import { dayFirst, type Row, rowsOf } from '../../world/tables.js';

/** Transactions for which a row has columns. */
const transactionColumns = [1, 2, 3, 4] as const;

/** Reports to the financial analysis unit, with their transactions in one row. */
export function dinero({ financialReports }: StateFacts, clerk: Clerk): Tables {
  return [['REPORTES_UAF', rowsOf(financialReports, (report) => reporte(clerk, report))]];
}

function reporte(clerk: Clerk, fact: FinancialReportFact): Row {
  return {
    REPORTE: clave('RE', fact.number),
    TIPO: clerk.slips(fact, 15) ? 'N/D' : tipoReporte[fact.reportCode],
    MOTIVO: fact.reason,
    INDICADORES: enLista(fact.indicators),
    F_ENVIO: fecha(clerk, fact, fact.submittedOn),
    SUJETO_OBLIGADO: fact.reportingEntity,
    ...enColumnas(transactionColumns.map((column) => operacion(fact, column))),
    ...ficha(fact, 'UNIDAD DE ANALISIS FINANCIERO'),
  };
}

function operacion({ transactions }: FinancialReportFact, column: number): Row {
  const one = transactions[column - 1];
  const name = (part: string): string => `OP${String(column)}_${part}`;
  return {
    [name('FECHA')]: one === undefined ? null : dayFirst(one.on),
    [name('MODO')]: one === undefined ? null : modo[one.mode],
    [name('MONTO')]: one?.amount ?? null,
    [name('MONEDA')]: one?.currency ?? null,
    [name('ORIGEN')]: one?.from ?? null,
    [name('DESTINO')]: one?.to ?? null,
    [name('PAIS_ORIGEN')]: one === undefined ? null : pais(one.fromCountry),
    [name('PAIS_DESTINO')]: one === undefined ? null : pais(one.toCountry),
  };
}
