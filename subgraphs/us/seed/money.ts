import type { AssetFreezeFact, FinancialReportFact } from '../../world/facts/money.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { codes } from './code-lists.js';
import { entered } from './codes.js';

export function reportRow(report: FinancialReportFact): Row {
  return {
    report_id: report.number,
    report_type: codes.report[report.reportCode],
    narrative: report.reason,
    red_flags: report.indicators.join('|'),
    filed_on: monthFirst(report.submittedOn),
    filer: report.reportingEntity,
    ...entered(report),
  };
}

export function transactionRows({ number, transactions }: FinancialReportFact): readonly Row[] {
  return transactions.map((one) => ({
    report_id: number,
    done_on: monthFirst(one.on),
    instrument: codes.transaction[one.mode],
    amount: one.amount,
    currency: one.currency,
    from_account: one.from,
    to_account: one.to,
    from_country: one.fromCountry,
    to_country: one.toCountry,
  }));
}

export function reportSubjectRows({ number, persons }: FinancialReportFact): readonly Row[] {
  return persons.map((person) => ({ report_id: number, purchaser_id: person }));
}

export function reportOrganizationRows({ number, organizations }: FinancialReportFact): readonly Row[] {
  return organizations.map((organization) => ({ report_id: number, org_id: organization }));
}

export function freezeRow(freeze: AssetFreezeFact): Row {
  return {
    order_id: freeze.number,
    ordered_on: monthFirst(freeze.orderedOn),
    court: freeze.court,
    status: codes.freeze[freeze.status],
    docket_no: freeze.caseNumber,
    ...entered(freeze),
  };
}

export function assetRows({ number, assets }: AssetFreezeFact): readonly Row[] {
  return assets.map(({ kind, description, value, currency, country }) => ({
    order_id: number,
    kind,
    description,
    value,
    currency,
    country,
  }));
}

export function freezeSubjectRows({ number, persons }: AssetFreezeFact): readonly Row[] {
  return persons.map((person) => ({ order_id: number, purchaser_id: person }));
}
