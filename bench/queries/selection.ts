/** What the bench asks of each firearm: nine fields, some 220 bytes. */
export const firearmSelection =
  'id serialNumber make model category calibre countryOfManufacture yearOfManufacture status';

const optionalFields = [
  ...['serialNumber', 'model', 'category', 'calibre', 'countryOfManufacture', 'yearOfManufacture', 'status'],
  ...['handlingCode', 'originState', 'recordedAt', 'finish', 'barrelLengthMillimetres', 'importMarkYear'],
];

/** A selection that stands at no other position: some of the fields, and one under an alias of its own. */
export function selectionAt(position: number): string {
  // a multiplier that is odd and large spreads neighbours over all subsets
  const bits = Math.imul(position + 1, 0x9e3779b1) >>> 8;
  const fields = optionalFields.filter((_, index) => ((bits >> index) & 1) === 1);
  return ['id', ...fields, `made${String(position)}: make`].join(' ');
}
