import { type Data, isData, ownField } from '../plan/data.js';

/** From the root of the data to a place in it. */
export type Place = readonly (string | number)[];

/** The objects that stand at a step's path, in order; what is null on the way has none. */
export function targetsAt(root: Data, path: readonly string[]): readonly Data[] {
  if (path.length === 0) return [root];
  const found: Data[] = [];
  collect(root, path, 0, (target) => {
    found.push(target);
  });
  return found;
}

/** Places of the same objects, in the same order. Worked out only where something went wrong. */
export function placesAt(root: Data, path: readonly string[]): readonly Place[] {
  const found: Place[] = [];
  const here: (string | number)[] = [];
  collect(root, path, 0, () => found.push([...here]), here);
  return found;
}

/** @param here - kept up to date with the place, where it is given */
function collect(
  value: unknown,
  path: readonly string[],
  depth: number,
  visit: (target: Data) => void,
  here?: (string | number)[],
): void {
  const element = path[depth];
  if (Array.isArray(value)) {
    // a list within a list stands for one `@` each
    const inner = element === '@' ? depth + 1 : depth;
    value.forEach((item, index) => {
      here?.push(index);
      collect(item, path, inner, visit, here);
      here?.pop();
    });
    return;
  }
  if (!isData(value)) return;
  if (element === undefined) {
    visit(value);
    return;
  }
  here?.push(element);
  collect(ownField(value, element), path, depth + 1, visit, here);
  here?.pop();
}
