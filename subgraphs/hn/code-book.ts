import type { FactPlace } from '../world/facts/fact.js';

/** A catalogue that grows: each value gets the next number when it is first met. */
export interface CodeBook<Value> {
  code(value: Value): number;
  code(value: Value | null): number | null;
  codes(values: readonly Value[]): readonly number[];
  /** What has been met so far, in the order of the numbers. */
  entries(): readonly (readonly [code: number, value: Value])[];
}

/**
 * @param keyOf - two values of the same key are one entry
 * @param numberOf - a number of the value's own, where it has one; others are counted from `first`
 */
export function openCodeBook<Value>(
  keyOf: (value: Value) => string,
  numberOf: (value: Value) => number | undefined = () => undefined,
  first = 1,
): CodeBook<Value> {
  const met = new Map<string, readonly [code: number, value: Value]>();
  let next = first;
  function code(value: Value): number;
  function code(value: Value | null): number | null;
  function code(value: Value | null): number | null {
    if (value === null) return null;
    const key = keyOf(value);
    const entry = met.get(key);
    if (entry !== undefined) return entry[0];
    const number = numberOf(value) ?? next++;
    met.set(key, [number, value]);
    return number;
  }
  return { code, codes: (values) => values.map((value) => code(value)), entries: () => [...met.values()] };
}

/** A model of firearm as the catalogue keeps it: an item of a licence does not say where it was made. */
export interface CatalogueModel {
  readonly make: string;
  readonly model: string;
  readonly calibre: string;
  readonly category: 'PISTOL' | 'REVOLVER' | 'RIFLE' | 'SHOTGUN' | 'SUBMACHINE_GUN';
  readonly country?: string;
  readonly barrelMillimetres?: number;
}

const text = (value: string): string => value;

/** ISO 3166-1 numeric. */
const countryNumbers: Readonly<Record<string, number>> = {
  ...{
    AT: 40,
    BE: 56,
    BO: 68,
    BR: 76,
    BZ: 84,
    CN: 156,
    CO: 170,
    CR: 188,
    CZ: 203,
    DE: 276,
    DO: 214,
    EC: 218,
  },
  ...{
    ES: 724,
    GT: 320,
    HN: 340,
    IL: 376,
    IT: 380,
    JM: 388,
    MX: 484,
    NI: 558,
    PA: 591,
    PE: 604,
    RO: 642,
    RU: 643,
  },
  ...{ SV: 222, US: 840, VE: 862 },
};

/** Departments of Honduras in the order of the National Institute of Statistics. */
const departments = [
  ...['HN-AT', 'HN-CL', 'HN-CM', 'HN-CP', 'HN-CR', 'HN-CH', 'HN-EP', 'HN-FM', 'HN-GD', 'HN-IN', 'HN-IB'],
  ...['HN-LP', 'HN-LE', 'HN-OC', 'HN-OL', 'HN-SB', 'HN-VA', 'HN-YO'],
];

function departmentNumber(subdivision: string): number | undefined {
  const index = departments.indexOf(subdivision);
  return index < 0 ? undefined : index + 1;
}

/** The catalogues that Honduras's rows refer to. */
export function openCodeBooks() {
  return {
    countries: openCodeBook(text, (iso) => countryNumbers[iso], 900),
    divisions: openCodeBook(text, departmentNumber, 101),
    localities: openCodeBook<Pick<FactPlace, 'subdivision' | 'municipality'>>(
      ({ subdivision, municipality }) => `${subdivision} ${municipality}`,
    ),
    organizations: openCodeBook(text),
    makes: openCodeBook(text),
    calibres: openCodeBook(text),
    finishes: openCodeBook(text),
    models: openCodeBook<CatalogueModel>(({ make, model, calibre }) => `${make} ${model} ${calibre}`),
    substances: openCodeBook<readonly [name: string, group: number | null]>(([name]) => name),
    hidingPlaces: openCodeBook(text),
    vehicleMakes: openCodeBook(text),
  };
}

export type CodeBooks = ReturnType<typeof openCodeBooks>;
