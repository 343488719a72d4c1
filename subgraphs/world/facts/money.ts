import type {
  CaseStatus,
  CorruptionOffence,
  FinancialReportCode,
  FreezeStatus,
  TransactionMode,
} from '../../../schema/types.js';
import type { Fact } from './fact.js';

export interface FinancialReportFact extends Fact {
  readonly reportCode: FinancialReportCode;
  readonly reason: string;
  readonly indicators: readonly string[];
  readonly submittedOn: string;
  readonly reportingEntity: string;
  readonly transactions: readonly {
    readonly on: string;
    readonly mode: TransactionMode;
    readonly amount: number;
    readonly currency: string;
    readonly from: string;
    readonly to: string;
    readonly fromCountry: string;
    readonly toCountry: string;
  }[];
  readonly persons: readonly number[];
  readonly organizations: readonly number[];
}

export interface AssetFreezeFact extends Fact {
  readonly orderedOn: string;
  readonly court: string;
  readonly status: FreezeStatus;
  readonly assets: readonly {
    readonly kind: string;
    readonly description: string;
    readonly value: number;
    readonly currency: string;
    readonly country: string;
  }[];
  readonly caseNumber: string;
  readonly persons: readonly number[];
}

export interface CorruptionCaseFact extends Fact {
  readonly office: string;
  readonly offence: CorruptionOffence;
  readonly status: CaseStatus;
  readonly openedOn: string;
  readonly instrument: string;
  readonly caseNumber: string;
}
