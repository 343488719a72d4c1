import { departmentsOf } from '../../world/reference.js';

/** Names of Guatemala's departments without accents, in the order of their ISO 3166-2 numbers: the first is 1. */
const departments = departmentsOf('GT').map(({ name }) => plainText(name));

/** Spellings of the source that hold no department's name. "91" stands where "Guatemala" stood. */
const spellings: readonly (readonly [string, number])[] = [
  ['91', 1],
  ['gutemala', 1],
  ['s.m', 12],
  ['altaverapaz', 16],
];

/** The number of the department that a text names, the last one where it names several; null where it names none. */
export function departmentOf(text: string): number | null {
  const plain = plainText(text);
  const found = departments
    .map((name, index) => [plain.lastIndexOf(name), index + 1] as const)
    .filter(([position]) => position >= 0)
    .sort(([one], [other]) => other - one);
  return found[0]?.[1] ?? spellings.find(([spelling]) => plain.includes(spelling))?.[1] ?? null;
}

function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
