/** ISO 3166-1 alpha-2 codes: the nine States of the declaration, then others for regions that are larger. */
const codes = [
  'GT SV US HN NI CR PA BZ DO',
  'MX CO EC PE BO CL AR UY PY BR VE GY SR JM TT BB BS HT CU',
  'CA ES PT FR DE IT NL BE LU IE GB IS NO SE FI DK EE LV LT PL CZ SK AT CH HU RO BG GR CY MT HR SI',
  'MA DZ TN EG SN GH NG KE TZ UG RW ZA NA BW MZ AO CV JP KR AU NZ',
]
  .join(' ')
  .split(' ');

/** The codes of a region of `count` States. @param count - 1 to 81 */
export function stateCodes(count: number): readonly string[] {
  if (!Number.isInteger(count) || count < 1 || count > codes.length)
    throw new Error(`a region of the bench has 1 to ${String(codes.length)} States`);
  return codes.slice(0, count);
}
