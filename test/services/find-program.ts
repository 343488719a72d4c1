import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Looks for a program.
 *
 * @param path - folders as PATH joins them
 * @param folders - where else to look, in order; `*` stands for any folder there, the highest version first
 * @returns its absolute path; undefined where it is nowhere
 */
export function findProgram(
  name: string,
  path: string | undefined,
  folders: readonly string[],
): string | undefined {
  const places = [...(path ?? '').split(delimiter), ...folders.flatMap(unfold)];
  return places
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function unfold(folder: string): readonly string[] {
  const [before, after] = folder.split('*');
  if (before === undefined || after === undefined) return [folder];
  if (!existsSync(before)) return [];
  return readdirSync(before)
    .sort((one, other) => Number(other) - Number(one))
    .map((found) => join(before, found, after));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
