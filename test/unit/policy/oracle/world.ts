import fc from 'fast-check';

/** A row of a State's database, as the State wrote it: blanks, wrong codes and dates that are none among it. */
export interface RawRow {
  readonly key: string;
  readonly values: Readonly<Record<string, string | null>>;
}

/** Rows by record type. */
export type World = Readonly<Record<WorldType, readonly RawRow[]>>;
export type WorldType = (typeof worldTypes)[number];

export const worldTypes = ['Person', 'Firearm', 'FirearmSeizure', 'GangAssociation', 'ContactPoint'] as const;

/** How a column's text becomes a value of the shared language. */
export type ValueForm = 'TEXT' | 'DATE' | 'PARTIAL_DATE' | 'COUNTRY' | 'LIST' | readonly string[];

/** Plain fields of each record type, each in a column of its name. */
export const plainFields: Readonly<Record<WorldType, Readonly<Record<string, ValueForm>>>> = {
  Person: {
    personName: 'TEXT',
    aliases: 'LIST',
    birthDate: 'PARTIAL_DATE',
    eventDate: 'DATE',
    recordedAt: 'DATE',
    nationality: 'COUNTRY',
    nationalIdentification: 'TEXT',
    passport: 'TEXT',
    handlingCode: ['H0', 'H1', 'H2', 'H3'],
  },
  Firearm: {
    make: 'TEXT',
    model: 'TEXT',
    calibre: 'TEXT',
    serialNumber: 'TEXT',
    status: ['SEIZED', 'STOLEN'],
    recordedAt: 'DATE',
    handlingCode: ['H0', 'H1', 'H2', 'H3'],
  },
  FirearmSeizure: { caseNumber: 'TEXT', recordedAt: 'DATE', handlingCode: ['H0', 'H1', 'H2', 'H3'] },
  GangAssociation: {
    role: ['MEMBER', 'LEADER'],
    reviewOn: 'DATE',
    recordedAt: 'DATE',
    handlingCode: ['H0', 'H1', 'H2', 'H3'],
  },
  ContactPoint: { organization: 'TEXT', phone: 'TEXT', domain: ['PERSONS', 'FIREARMS', 'GANGS'] },
};

/**
 * Links of records to others; the column `seizureKey` of a person or firearm holds the seizure's key, `personKey` of an association
 * the person's.
 */
export const links = {
  Firearm: { seizure: { target: 'FirearmSeizure', many: false } },
  FirearmSeizure: {
    firearms: { target: 'Firearm', many: true },
    persons: { target: 'Person', many: true },
  },
  GangAssociation: { person: { target: 'Person', many: false } },
} as const;

export const grantableFields: Readonly<Record<WorldType, readonly string[]>> = {
  Person: Object.keys(plainFields.Person),
  Firearm: [...Object.keys(plainFields.Firearm), 'seizure'],
  FirearmSeizure: [...Object.keys(plainFields.FirearmSeizure), 'firearms', 'persons'],
  GangAssociation: [...Object.keys(plainFields.GangAssociation), 'person'],
  ContactPoint: Object.keys(plainFields.ContactPoint),
};

const names = ['Juan Perez', 'Ana Lucía Paz', 'María', '', '  '];
const documents = ['0000000000001', '0000000000002', '77', ' 77', ''];
const births = [
  ...['1990-05-01', '2004-02-29', '2005-02-29', '2007-12-31', '2008-01-01', '1990', '20x4-01-01'],
  ...['2004', '2004-02', '2007-12', '2008', '1990-13', '1995'],
];
const days = ['2020-01-01', '2022-02-28', '2025-12-31', '2026-01-01', '2023-02-30'];
const handling = ['H0', 'H1', 'H2', 'H3', 'H9'];

const maybe = (values: readonly string[]): fc.Arbitrary<string | null> =>
  fc.option(fc.constantFrom(...values), { nil: null, freq: 6 });

const columns: Readonly<Record<WorldType, Readonly<Record<string, fc.Arbitrary<string | null>>>>> = {
  Person: {
    personName: maybe(names),
    aliases: maybe(['Chino', 'Chino,El Zurdo', '']),
    birthDate: maybe(births),
    eventDate: maybe(days),
    recordedAt: maybe(days),
    nationality: maybe(['GT', 'HN', 'gt']),
    nationalIdentification: maybe(documents),
    passport: maybe(['P1', 'P2']),
    handlingCode: maybe(handling),
    seizureKey: maybe(['0', '1', '2']),
  },
  Firearm: {
    make: maybe(['Glock', 'Colt', 'glock']),
    model: maybe(['17', 'M4']),
    calibre: maybe(['9x19', '.38']),
    serialNumber: maybe(['SN1', 'SN2', 'SN00003', '']),
    status: maybe(['SEIZED', 'STOLEN', 'LOANED']),
    recordedAt: maybe(days),
    handlingCode: maybe(handling),
    seizureKey: maybe(['0', '1', '2', '9']),
  },
  FirearmSeizure: {
    caseNumber: maybe(['C-1', 'C-2']),
    recordedAt: maybe(days),
    handlingCode: maybe(handling),
  },
  GangAssociation: {
    role: maybe(['MEMBER', 'LEADER', 'BOSS']),
    reviewOn: maybe(days),
    recordedAt: maybe(days),
    handlingCode: maybe(handling),
    personKey: maybe(['0', '1', '2', '9']),
  },
  ContactPoint: {
    organization: maybe(['PNC', 'DIGECAM']),
    phone: maybe(['+502 1', '+502 2']),
    domain: maybe(['PERSONS', 'FIREARMS', 'GANGS']),
  },
};

/** Columns of each record's table, besides its key. */
export function columnsOf(type: WorldType): readonly string[] {
  return Object.keys(columns[type]);
}

export function rowOf(type: WorldType): fc.Arbitrary<RawRow['values']> {
  return fc.record(columns[type]);
}

function rowsOf(type: WorldType, maxLength: number): fc.Arbitrary<readonly RawRow[]> {
  return fc
    .array(rowOf(type), { minLength: 1, maxLength, size: 'max' })
    .map((rows) => rows.map((values, index) => ({ key: String(index), values })));
}

export const world: fc.Arbitrary<World> = fc.record({
  Person: rowsOf('Person', 6),
  Firearm: rowsOf('Firearm', 12),
  FirearmSeizure: rowsOf('FirearmSeizure', 3),
  GangAssociation: rowsOf('GangAssociation', 4),
  ContactPoint: rowsOf('ContactPoint', 2),
});
