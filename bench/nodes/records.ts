/** A firearm that a State of the bench knows: plain values under the names of the shared language. */
export interface FirearmRecord {
  readonly __typename: 'Firearm';
  readonly id: string;
  readonly serialNumber: string;
  readonly make: string;
  readonly model: string;
  readonly [field: string]: unknown;
}

/** A seizure of firearms. */
export interface SeizureRecord {
  readonly __typename: 'FirearmSeizure';
  readonly id: string;
  readonly firearms: readonly FirearmRecord[];
  readonly [field: string]: unknown;
}

const makes = ['Glock', 'Beretta', 'Taurus', 'Smith & Wesson', 'Century Arms'] as const;
const models = ['17', '92FS', 'PT 111', 'M&P Shield', 'WASR-10'] as const;
const categories = ['PISTOL', 'PISTOL', 'REVOLVER', 'RIFLE', 'SHOTGUN'] as const;
const statuses = ['SEIZED', 'RECOVERED', 'STOLEN', 'TRAFFICKED', 'STATE_HELD'] as const;

/** How many firearms a seizure has, each of which is then followed. */
const firearmsSeized = 3;

/** The firearm that stands at a position of a State's records: always the same. */
export function firearmAt(state: string, position: number): FirearmRecord {
  const kind = position % makes.length;
  const number = String(position).padStart(6, '0');
  return {
    __typename: 'Firearm',
    id: `${state}:Firearm:A-${number}`,
    serialNumber: `${state}${number}`,
    make: makes[kind] ?? makes[0],
    model: models[kind] ?? models[0],
    category: categories[kind],
    calibre: '9x19mm',
    countryOfManufacture: 'AT',
    yearOfManufacture: 1990 + (position % 30),
    status: statuses[kind],
    handlingCode: 'H0',
    originState: state,
    recordedAt: '2026-03-01T09:30:00-06:00',
    finish: 'BLACK',
    barrelLengthMillimetres: 114,
    importMarkYear: 2004 + (position % 20),
  };
}

/** Firearms of a State, from a position on. */
export function firearmsFrom(state: string, position: number, count: number): readonly FirearmRecord[] {
  return Array.from({ length: count }, (_, index) => firearmAt(state, position + index));
}

/** The seizure that a State has under a case number; each has firearms of its own. @param caseNumber - `CASE-17` */
export function seizureOf(state: string, caseNumber: string): SeizureRecord {
  const number = Number(/\d+$/u.exec(caseNumber)?.[0] ?? 0);
  return {
    __typename: 'FirearmSeizure',
    id: `${state}:FirearmSeizure:${caseNumber}`,
    caseNumber,
    seizedAt: '2026-02-14T22:10:00-06:00',
    place: { __typename: 'Place', subdivision: 'GT-01', municipality: 'Guatemala' },
    firearms: firearmsFrom(state, number * firearmsSeized, firearmsSeized),
  };
}
