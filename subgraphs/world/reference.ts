import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fromRoot } from '../../common/root.js';
import type { FactPlace, StateCode } from './facts/fact.js';

/** A department, district, province or state: its ISO 3166-2 code and name. */
export interface Department {
  readonly code: string;
  readonly name: string;
}

const places = new Map<string, FactPlace[]>();
for (const { country = '', nameWoDiacritics = '', subdivision = '', lat, lon } of table(
  'unlocode_places.csv',
)) {
  const place = {
    country,
    subdivision: `${country}-${subdivision}`,
    municipality: nameWoDiacritics,
    latitude: degrees(lat),
    longitude: degrees(lon),
  };
  const others = places.get(country);
  if (others === undefined) places.set(country, [place]);
  else others.push(place);
}

/** Places of a State whose department is known. @see data/SOURCES.md */
export function placesOf(state: StateCode): readonly FactPlace[] {
  return places.get(state) ?? [];
}

/** Departments of a State, in the order of their codes. @see data/SOURCES.md */
export function departmentsOf(state: StateCode): readonly Department[] {
  return table('iso_3166_2.csv')
    .map(({ code = '', name = '' }) => ({ code, name }))
    .filter(({ code }) => code.startsWith(`${state}-`))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** The name under which a maker is licensed in the United States, where it makes firearms there. @see data/SOURCES.md */
export function licensedName(make: string): string | undefined {
  const word = make === 'Hi-Point' ? 'STRASSELLS' : make.toUpperCase();
  return table('atf_afmer_manufacturers_2021.csv').find(({ APP_LICENSE_NAME = '' }) =>
    APP_LICENSE_NAME.includes(word),
  )?.['APP_LICENSE_NAME'];
}

/** The rows of a reference file by their headings. */
export function table(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(fromRoot('subgraphs', 'world', 'data', name), 'utf8'), { columns: true });
}

function degrees(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}
