import type { StatisticsDimension, StatisticsSubject } from '../../../schema/types.js';

/** By what counts are broken down. */
export type Dimension = StatisticsDimension;

/** What is counted, and by which fields of which records. */
export interface Subject {
  readonly name: StatisticsSubject;
  readonly record: string;
  /** The date that says in which month it counts. */
  readonly date: string;
  /** Whether it happened at a `place`. */
  readonly placed: boolean;
  readonly substance?: string;
  readonly calibre?: string;
  readonly origin?: string;
  readonly weight?: string;
}

export const subjects: readonly Subject[] = [
  {
    name: 'DRUG_SEIZURES',
    record: 'DrugSeizure',
    date: 'seizedAt',
    placed: true,
    substance: 'category',
    origin: 'origin',
    weight: 'quantityKilograms',
  },
  { name: 'FIREARM_SEIZURES', record: 'FirearmSeizure', date: 'seizedAt', placed: true, origin: 'origin' },
  {
    name: 'FIREARMS',
    record: 'Firearm',
    date: 'recordedAt',
    placed: false,
    calibre: 'calibre',
    origin: 'countryOfManufacture',
  },
  { name: 'GANG_INCIDENTS', record: 'GangIncident', date: 'occurredAt', placed: true },
  {
    name: 'PRECURSOR_INCIDENTS',
    record: 'PrecursorIncident',
    date: 'occurredOn',
    placed: true,
    origin: 'origin',
  },
];

/** Fields of `Statistics` and the subjects that each tells of. */
export const subjectsOf: Readonly<Record<string, readonly StatisticsSubject[]>> = {
  seizureCounts: ['DRUG_SEIZURES', 'FIREARM_SEIZURES'],
  quantityKilograms: ['DRUG_SEIZURES'],
  firearmsByOrigin: ['FIREARMS'],
  incidentCounts: ['GANG_INCIDENTS', 'PRECURSOR_INCIDENTS'],
};

/** Calibres that are counted apart; all others are counted in the levels above alone. */
export const calibres = [
  '.22 LR',
  '.38 Special',
  '.357 Magnum',
  '.380 ACP',
  '.40 S&W',
  '.45 ACP',
  '9x19mm',
  '12 gauge',
  '5.56x45mm',
  '7.62x39mm',
  '7.62x51mm',
] as const;

/** Countries of origin that are counted apart; all others are counted in the levels above alone. */
export const origins = [
  ...['AT', 'BE', 'BO', 'BR', 'BZ', 'CN', 'CO', 'CR', 'CZ', 'DE', 'DO', 'EC', 'ES', 'GT', 'HN', 'IL', 'IN'],
  ...['IT', 'MX', 'NI', 'PA', 'PE', 'RO', 'RU', 'SV', 'TR', 'US', 'VE'],
] as const;
