import type { NumberedEntry } from './log-reader.js';

export type SignKind =
  | 'MANY_RECORDS_FOR_ONE_CASE'
  | 'UNUSUAL_HOUR'
  | 'PERSON_READ_BY_MANY'
  | 'CASE_OF_SEVERAL_AGENCIES'
  | 'PURPOSE_DOES_NOT_FIT';

/** Something that an auditor may want to look into. It is no proof of anything. */
export interface Sign {
  readonly kind: SignKind;
  readonly subject: string;
  /** What was seen and why it may matter, in English and Spanish. */
  readonly en: string;
  readonly es: string;
  /** Numbers of the entries. */
  readonly entries: readonly number[];
}

/** Above these, something is a sign. */
const signLimits = {
  recordsForOneCase: 100,
  officersOfOnePerson: 4,
  entriesForHabits: 200,
  rareShare: 0.01,
};

/** Which types of records a purpose is not for. */
const unfitting: Readonly<Record<string, readonly string[]>> = {
  FIREARM_TRACING: ['DrugSeizure', 'Gang', 'GangAssociation'],
  ARMS_CONTROL: ['DrugSeizure', 'Person', 'Gang', 'GangAssociation'],
  PRECURSOR_CONTROL: ['Firearm', 'FirearmSeizure', 'Person', 'Gang', 'GangAssociation'],
  CUSTOMS_CONTROL: ['Gang', 'GangAssociation'],
  TREND_ANALYSIS: ['Person', 'GangAssociation'],
  PREVENTION: ['Person', 'GangAssociation'],
};

/** Simple signs of misuse among entries; each rule looks at them by itself. */
export function signsOfMisuse(entries: readonly NumberedEntry[]): readonly Sign[] {
  const answered = entries.filter(({ entry }) => entry.data.states.length > 0);
  return [manyRecords, unusualHours, personReadByMany, sharedCases, unfitPurposes].flatMap((rule) =>
    rule(answered),
  );
}

type Rule = (entries: readonly NumberedEntry[]) => readonly Sign[];

const manyRecords: Rule = (entries) =>
  [...groupBy(entries, (one) => caseOf(one).map((number) => `${agencyOf(one)} ${number}`))].flatMap(
    ([subject, of]) => {
      const count = new Set(of.flatMap(recordsOf)).size;
      if (count <= signLimits.recordsForOneCase) return [];
      return sign('MANY_RECORDS_FOR_ONE_CASE', subject, of, [
        `${String(count)} records were read for this one case; more than ${String(signLimits.recordsForOneCase)} may be a search at large.`,
        `Se leyeron ${String(count)} registros para este solo caso; más de ${String(signLimits.recordsForOneCase)} puede ser una búsqueda indiscriminada.`,
      ]);
    },
  );

const sharedCases: Rule = (entries) =>
  [...groupBy(entries, caseOf)].flatMap(([subject, of]) => {
    const agencies = [...new Set(of.map(agencyOf))].sort();
    if (agencies.length < 2) return [];
    return sign('CASE_OF_SEVERAL_AGENCIES', subject, of, [
      `This case number was given by ${agencies.join(', ')}: case numbers are each agency's own.`,
      `Este número de caso lo dieron ${agencies.join(', ')}: los números de caso son propios de cada agencia.`,
    ]);
  });

const personReadByMany: Rule = (entries) =>
  [...groupBy(entries, (one) => recordsOf(one).filter((id) => /^[A-Z]{2}:Person:/u.test(id)))].flatMap(
    ([subject, of]) => {
      const officers = new Set(of.map(officerOf)).size;
      if (officers <= signLimits.officersOfOnePerson) return [];
      return sign('PERSON_READ_BY_MANY', subject, of, [
        `${String(officers)} officers have read this person's record; it may be curiosity.`,
        `${String(officers)} funcionarios han leído el registro de esta persona; puede ser curiosidad.`,
      ]);
    },
  );

/** Hours of the day in which an agency hardly ever reads. */
const unusualHours: Rule = (entries) =>
  [...groupBy(entries, (one) => [agencyOf(one)])].flatMap(([agency, ofAgency]) => {
    if (ofAgency.length < signLimits.entriesForHabits) return [];
    return [...groupBy(ofAgency, ({ entry }) => [entry.time.slice(11, 13)])].flatMap(([hour, of]) => {
      if (of.length / ofAgency.length >= signLimits.rareShare) return [];
      return sign('UNUSUAL_HOUR', `${agency} ${hour}:00 UTC`, of, [
        `${String(of.length)} of this agency's ${String(ofAgency.length)} readings were in this hour, in which it hardly ever reads.`,
        `${String(of.length)} de las ${String(ofAgency.length)} lecturas de esta agencia fueron en esta hora, en la que casi nunca lee.`,
      ]);
    });
  });

const unfitPurposes: Rule = (entries) =>
  [...groupBy(entries, unfitOf)].flatMap(([subject, of]) =>
    sign('PURPOSE_DOES_NOT_FIT', subject, of, [
      'Records of this type were read for a purpose that they hardly serve.',
      'Se leyeron registros de este tipo para una finalidad a la que apenas sirven.',
    ]),
  );

function unfitOf({ entry: { data } }: NumberedEntry): readonly string[] {
  const unfit = unfitting[data.purpose ?? ''] ?? [];
  const types = new Set(data.states.flatMap(({ records }) => Object.keys(records)));
  return unfit.filter((type) => types.has(type)).map((type) => `${data.purpose ?? ''} ${type}`);
}

function sign(
  kind: SignKind,
  subject: string,
  of: readonly NumberedEntry[],
  [en, es]: readonly [string, string],
): readonly Sign[] {
  return [{ kind, subject, en, es, entries: of.map(({ index }) => index) }];
}

function groupBy(
  entries: readonly NumberedEntry[],
  keysOf: (entry: NumberedEntry) => readonly string[],
): ReadonlyMap<string, readonly NumberedEntry[]> {
  const groups = new Map<string, NumberedEntry[]>();
  for (const entry of entries) for (const key of new Set(keysOf(entry))) push(groups, key, entry);
  return groups;
}

function agencyOf({ entry }: NumberedEntry): string {
  return entry.data.requester?.agency ?? '';
}

function officerOf({ entry }: NumberedEntry): string {
  const { requester } = entry.data;
  return `${requester?.agency ?? ''} ${requester?.officer ?? ''}`;
}

function caseOf({ entry }: NumberedEntry): readonly string[] {
  return entry.data.case === undefined ? [] : [entry.data.case];
}

function recordsOf({ entry }: NumberedEntry): readonly string[] {
  return entry.data.states.flatMap(({ records }) => Object.values(records).flat());
}

function push(groups: Map<string, NumberedEntry[]>, key: string, entry: NumberedEntry): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}
