/** Guatemala's departments, in the order of their ISO 3166-2 numbers: the first is 1. */
const departments = [
  'guatemala',
  'progreso',
  'sacatepequez',
  'chimaltenango',
  'escuintla',
  'santa rosa',
  'solola',
  'totonicapan',
  'quetzaltenango',
  'suchitepequez',
  'retalhuleu',
  'san marcos',
  'huehuetenango',
  'quiche',
  'baja verapaz',
  'alta verapaz',
  'peten',
  'izabal',
  'zacapa',
  'chiquimula',
  'jalapa',
  'jutiapa',
] as const;

/** Spellings of the source that hold no department's name. "91" stands where "Guatemala" stood. */
const spellings: readonly (readonly [string, number])[] = [
  ['91', 1],
  ['gutemala', 1],
  ['s.m', 12],
  ['altaverapaz', 16],
];

/** The number of the department that a text names, the last one where it names several; null where it names none. */
export function departmentOf(text: string): number | null {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const found = departments
    .map((name, index) => [plain.lastIndexOf(name), index + 1] as const)
    .filter(([position]) => position >= 0)
    .sort(([one], [other]) => other - one);
  return found[0]?.[1] ?? spellings.find(([spelling]) => plain.includes(spelling))?.[1] ?? null;
}
