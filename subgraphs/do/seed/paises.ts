/** Countries by ISO 3166-1: alpha-2 → alpha-3, as the Dominican Republic writes them. */
const paises: Readonly<Record<string, string>> = {
  AT: 'AUT',
  BE: 'BEL',
  BO: 'BOL',
  BR: 'BRA',
  BZ: 'BLZ',
  CN: 'CHN',
  CO: 'COL',
  CR: 'CRI',
  CZ: 'CZE',
  DE: 'DEU',
  DO: 'DOM',
  EC: 'ECU',
  ES: 'ESP',
  GT: 'GTM',
  HN: 'HND',
  HT: 'HTI',
  IL: 'ISR',
  IN: 'IND',
  IT: 'ITA',
  JM: 'JAM',
  MX: 'MEX',
  NI: 'NIC',
  NL: 'NLD',
  PA: 'PAN',
  PE: 'PER',
  RO: 'ROU',
  SV: 'SLV',
  US: 'USA',
  VE: 'VEN',
};

/** A country that the list does not have is written as it came, and is no country of the list when it is read. */
export function pais(country: string): string {
  return paises[country] ?? country;
}

export function paisONada(country: string | null): string | null {
  return country === null ? null : pais(country);
}
