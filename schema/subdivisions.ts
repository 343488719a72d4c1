import { isCountry } from './countries.js';

/**
 * Subdivisions of the States of the region and of their neighbours. Of other countries only the form is known.
 *
 * @see ISO 3166-2, as in Debian's iso-codes (LGPL-2.1)
 */
const subdivisions: Readonly<Record<string, string>> = {
  BZ: 'BZ CY CZL OW SC TOL',
  CO: 'AMA ANT ARA ATL BOL BOY CAL CAQ CAS CAU CES CHO COR CUN DC GUA GUV HUI LAG MAG MET NAR NSA PUT QUI RIS SAN SAP SUC TOL VAC VAU VID',
  CR: 'A C G H L P SJ',
  DO: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42',
  GT: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22',
  HN: 'AT CH CL CM CP CR EP FM GD IB IN LE LP OC OL SB VA YO',
  MX: 'AGU BCN BCS CAM CHH CHP CMX COA COL DUR GRO GUA HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SIN SLP SON TAB TAM TLA VER YUC ZAC',
  NI: 'AN AS BO CA CI CO ES GR JI LE MD MN MS MT NS RI SJ',
  PA: '1 10 2 3 4 5 6 7 8 9 EM KY NB NT',
  SV: 'AH CA CH CU LI MO PA SA SM SO SS SV UN US',
  US: 'AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UM UT VA VI VT WA WI WV WY',
};

const known = new Map(
  Object.entries(subdivisions).map(([country, codes]) => [country, new Set(codes.split(' '))]),
);

/** The subdivisions of a country whose list is kept here, in the order of their codes; none of other countries. */
export function subdivisionsOf(country: string): readonly string[] {
  return [...(known.get(country) ?? [])].map((code) => `${country}-${code}`);
}

/** Whether a text is a code of ISO 3166-2, as far as the lists that are kept here can tell. */
export function isSubdivision(text: string): boolean {
  const [, country = '', code = ''] = /^([A-Z]{2})-([A-Z0-9]{1,3})$/u.exec(text) ?? [];
  return code !== '' && (known.get(country)?.has(code) ?? isCountry(country));
}
