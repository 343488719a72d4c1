/** What the end of a field's name says of its unit. */
const units: readonly (readonly [ending: string, unit: string])[] = [
  ['KilogramsPerMonth', 'kg/month · kg/mes'],
  ['Kilograms', 'kg'],
  ['Millimetres', 'mm'],
  ['Percent', '%'],
  ['Days', 'days · días'],
  ['hectares', 'ha'],
  ['Hectares', 'ha'],
  ['latitude', '° (WGS 84)'],
  ['longitude', '° (WGS 84)'],
];

/** The unit of a field, as its name says it; empty where it has none. */
export function unitOf(field: string): string {
  return units.find(([ending]) => field.endsWith(ending))?.[1] ?? '';
}
