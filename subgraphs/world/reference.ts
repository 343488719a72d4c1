import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { fromRoot } from '../../common/root.js';

/** A town or port, as UN/LOCODE lists it. */
export interface WorldPlace {
  readonly name: string;
  /** ISO 3166-2: GT-01. */
  readonly subdivision: string;
  /** WGS 84 degrees; null where the source gives none. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A department: its ISO 3166-2 code and name. */
export interface Department {
  readonly code: string;
  readonly name: string;
}

/** Places of a State whose department is known. @see data/SOURCES.md */
export function placesOf(state: 'GT' | 'SV'): readonly WorldPlace[] {
  return table('unlocode_gt_sv.csv')
    .filter((row) => row['country'] === state)
    .map(({ nameWoDiacritics = '', subdivision = '', lat, lon }) => ({
      name: nameWoDiacritics,
      subdivision: `${state}-${subdivision}`,
      latitude: degrees(lat),
      longitude: degrees(lon),
    }));
}

/** Departments of a State, in the order of their codes. @see data/SOURCES.md */
export function departmentsOf(state: 'GT' | 'SV'): readonly Department[] {
  return table('iso_3166_2_gt_sv.csv')
    .map(({ code = '', name = '' }) => ({ code, name }))
    .filter(({ code }) => code.startsWith(state))
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
