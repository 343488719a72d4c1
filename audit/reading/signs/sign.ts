export const signKinds = [
  'MANY_RECORDS_FOR_ONE_CASE',
  'UNUSUAL_HOUR',
  'PERSON_READ_BY_MANY',
  'CASE_OF_SEVERAL_AGENCIES',
  'PURPOSE_DOES_NOT_FIT',
] as const;

export type SignKind = (typeof signKinds)[number];

/** Something that an auditor may want to look into. It is no proof of anything. */
export interface Sign {
  readonly kind: SignKind;
  readonly subject: string;
  /** What was seen and why it may matter, in English and Spanish. */
  readonly en: string;
  readonly es: string;
  /** Numbers of the newest of its entries, at most {@link signLimits.entriesNamed}. */
  readonly entries: readonly number[];
}

/** The signs in all entries of a period, or in the newest of them, and how many entries those are. */
export interface SignReport {
  /** Of each kind the most striking first. */
  readonly signs: readonly Sign[];
  /** How many there are of each kind, named or not. */
  readonly found: readonly { readonly value: SignKind; readonly count: number }[];
  readonly examined: number;
  /** Whether all entries of the period were looked at. */
  readonly complete: boolean;
  /** What was looked at, and what is left out, in English and Spanish. */
  readonly en: string;
  readonly es: string;
}

export const signLimits = {
  /** Above these, something is a sign. */
  recordsForOneCase: 100,
  officersOfOnePerson: 4,
  /** Entries of an agency from which on it has habits, and the share below which an hour is unusual. */
  entriesForHabits: 200,
  rareShare: 0.01,
  /** Of each kind, and of each sign. */
  signsNamed: 100,
  entriesNamed: 100,
  /** The newest of a longer period are looked at: more would keep other auditors waiting. */
  examined: 1_000_000,
};

/** Which types of records a purpose is not for. */
export const unfitting: Readonly<Record<string, readonly string[]>> = {
  FIREARM_TRACING: ['DrugSeizure', 'Gang', 'GangAssociation'],
  ARMS_CONTROL: ['DrugSeizure', 'Person', 'Gang', 'GangAssociation'],
  PRECURSOR_CONTROL: ['Firearm', 'FirearmSeizure', 'Person', 'Gang', 'GangAssociation'],
  CUSTOMS_CONTROL: ['Gang', 'GangAssociation'],
  TREND_ANALYSIS: ['Person', 'GangAssociation'],
  PREVENTION: ['Person', 'GangAssociation'],
};
