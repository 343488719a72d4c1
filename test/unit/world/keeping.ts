type Values = Readonly<Record<string, unknown>>;

/** States whose whole databases are held against the world, each with its own keys, units and faults of its clerks. */
export const keepingStates = ['BZ', 'CR', 'DO', 'HN', 'NI', 'PA'] as const;
export type KeepingState = (typeof keepingStates)[number];

/** Keys that say of which table they are. */
const prefixes: Readonly<Partial<Record<KeepingState, Readonly<Record<string, string>>>>> = {
  NI: {
    ...{ Firearm: 'AF', FirearmSeizure: 'OC', ArmsTransferLicence: 'PT', Stockpile: 'PV' },
    ...{ DestructionRecord: 'AD', DrugSeizure: 'ID', TraffickingRoute: 'RT', Conveyance: 'VH' },
    ...{ Programme: 'PG', BestPractice: 'BP', LegalInstrument: 'LY', ContactPoint: 'CT' },
  },
  DO: {
    ...{ Firearm: 'A', FirearmSeizure: 'AC', DrugSeizure: 'ID', IllicitCropSite: 'CU' },
    ...{ PrecursorShipment: 'EM', PrecursorIncident: 'IN', PharmaceuticalDiversion: 'DM' },
    ...{ TraffickingRoute: 'RU', Person: 'P', CriminalOrganization: 'O', FinancialReport: 'RE' },
    ...{ LegalInstrument: 'LE', ContactPoint: 'CO' },
  },
};

/** The id of a State's record of a type, from the number of its fact. */
export function idOf(state: KeepingState, type: string, number: number): string {
  const prefix = prefixes[state]?.[type] ?? '';
  const keys: Readonly<Partial<Record<KeepingState, string>>> = {
    NI: `${prefix}-${String(number).padStart(6, '0')}`,
    DO: `${prefix}${String(number).padStart(7, '0')}`,
  };
  return `${state}:${type}:${keys[state] ?? String(number)}`;
}

/** What a State makes of a fact, where its tables hold it in another unit. */
export function asKept(state: KeepingState, type: string, told: Values): Values {
  if (state !== 'DO' || type !== 'Firearm') return told;
  return { ...told, barrelLengthMillimetres: inInches(Number(told['barrelLengthMillimetres'])) };
}

/** In hundredths of an inch, and back. */
function inInches(millimetres: number): number {
  return Math.round(Math.round((millimetres / 25.4) * 100) * 0.254 * 1e6) / 1e6;
}

/** Whether the notes of a record say why it is not what was told at a path. */
export function isExplained(
  state: KeepingState,
  type: string,
  path: string,
  notes: ReadonlySet<string>,
): boolean {
  if (notes.has(path)) return true;
  const [whole, part = ''] = path.split('.');
  // where a place that is no place would be, nothing is told
  if (['latitude', 'longitude'].includes(part) && notes.has(`${whole ?? ''}.municipality`)) return true;
  // Costa Rica keeps with the model what is the same of all its firearms
  const ofModel = ['calibre', 'barrelLengthMillimetres', 'countryOfManufacture', 'category'];
  return state === 'CR' && type === 'Firearm' && notes.has('model') && ofModel.includes(path);
}

/** What the notes of a State's records say at this scale whatever the chance, and what else its clerks may have typed wrong. */
export const faults: Readonly<
  Record<KeepingState, { readonly sure: readonly string[]; readonly rare: readonly string[] }>
> = {
  BZ: {
    sure: ['Firearm.make UNKNOWN_CODE', 'Firearm.serialNumber BLANK'],
    rare: [
      'Person.nationalIdentification BLANK',
      'Person.handlingCode UNKNOWN_CODE',
      'GangIncident.kind UNKNOWN_CODE',
    ],
  },
  CR: {
    sure: [
      'Firearm.make BLANK',
      'Firearm.model BLANK',
      'Firearm.category UNKNOWN_CODE',
      'Firearm.serialNumber BLANK',
    ],
    rare: [
      'Person.birthDate INVALID_DATE',
      'Firearm.status UNKNOWN_CODE',
      'DrugSeizure.category UNKNOWN_CODE',
      'DrugSeizure.substance BLANK',
      'PrecursorShipment.reply UNKNOWN_CODE',
      'PrecursorIncident.kind UNKNOWN_CODE',
      'Person.sex UNKNOWN_CODE',
      'CriminalOrganization.category UNKNOWN_CODE',
      'FinancialReport.reportCode UNKNOWN_CODE',
      'CorruptionCase.status UNKNOWN_CODE',
      'Programme.targetGroup UNKNOWN_CODE',
    ],
  },
  DO: {
    sure: ['Firearm.make UNKNOWN_CODE', 'Firearm.serialNumber BLANK'],
    rare: [
      'Person.birthDate INVALID_DATE',
      'Firearm.status UNKNOWN_CODE',
      'DrugSeizure.quantityKilograms INVALID_NUMBER',
      'DrugSeizure.substance UNKNOWN_CODE',
      'PrecursorShipment.casNumber BLANK',
      'PrecursorIncident.kind UNKNOWN_CODE',
      'Person.nationalIdentification BLANK',
      'Person.sex UNKNOWN_CODE',
      'CriminalOrganization.category UNKNOWN_CODE',
      'FinancialReport.reportCode UNKNOWN_CODE',
    ],
  },
  HN: {
    sure: ['Firearm.make BLANK', 'Firearm.serialNumber BLANK'],
    rare: [
      ...['model', 'calibre', 'barrelLengthMillimetres', 'countryOfManufacture'].map(
        (field) => `Firearm.${field} BLANK`,
      ),
      'Firearm.category UNKNOWN_CODE',
      'Conveyance.registration BLANK',
      'Person.nationalIdentification BLANK',
      'GangIncident.kind UNKNOWN_CODE',
    ],
  },
  NI: {
    sure: ['Firearm.make UNKNOWN_CODE', 'Firearm.serialNumber BLANK'],
    rare: ['Firearm', 'FirearmSeizure', 'LegalInstrument'].flatMap((type) => [
      `${type}.sourceReliability UNKNOWN_CODE`,
      `${type}.informationAccuracy UNKNOWN_CODE`,
    ]),
  },
  PA: {
    sure: ['Firearm.make UNKNOWN_CODE', 'Firearm.serialNumber BLANK'],
    rare: [
      'Person.birthDate INVALID_DATE',
      'Firearm.status UNKNOWN_CODE',
      'ArmsTransferLicence.kind UNKNOWN_CODE',
      'DrugSeizure.category UNKNOWN_CODE',
      'DrugSeizure.quantityKilograms INVALID_NUMBER',
      'PrecursorShipment.quantityKilograms INVALID_NUMBER',
      'PrecursorShipment.quantityReceivedKilograms INVALID_NUMBER',
      'PrecursorShipment.casNumber BLANK',
      'PrecursorIncident.kind UNKNOWN_CODE',
      'PrecursorIncident.quantityKilograms INVALID_NUMBER',
      'Person.nationalIdentification BLANK',
      'CriminalOrganization.category UNKNOWN_CODE',
      'Conveyance.status UNKNOWN_CODE',
      'FinancialReport.reportCode UNKNOWN_CODE',
      'CorruptionCase.status UNKNOWN_CODE',
    ],
  },
};
