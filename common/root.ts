import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The package's own folder: where `schema/`, `subgraphs/` and other files that are not code stand. */
const packageRoot: string = findRoot(import.meta.dirname);

/** Resolves path segments against the package's own folder. */
export function fromRoot(...segments: readonly string[]): string {
  return join(packageRoot, ...segments);
}

/** Compiled code stands one level deeper than sources, so the root is found by its manifest. */
function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json not found above the code');
  return findRoot(parent);
}
