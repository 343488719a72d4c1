import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { TypeTest } from '../type-test.js';
import type { EntityField } from './entity-fields.js';
import { pathTo } from './field-set.js';

type Selections = readonly QueryPlanSelectionNode[];

/** Which fields of an entity fetch are asked, of all that the plan's representations are made for. */
export interface Needing {
  readonly fields: readonly EntityField[];
  readonly asked: ReadonlySet<EntityField>;
  readonly isOfType: TypeTest;
}

/**
 * What of a plan's representations is needed to resolve the fields that are asked: the key, and what they require
 * themselves. What only the others require may be missing. A key is never among it: composition refuses a `@requires`
 * of what the subgraph has itself.
 */
export function neededSelections(selections: Selections, needing: Needing): Selections {
  return selections.map((selection) => {
    if (selection.kind === 'Field' || selection.typeCondition === undefined) return selection;
    const unneeded = unneededPaths(selection.typeCondition, needing);
    return { ...selection, selections: [...without(selection.selections, unneeded, '')] };
  });
}

/** Paths of what the fields of a type require that are not asked, without those that are needed nonetheless. */
function unneededPaths(typeName: string, { fields, asked, isOfType }: Needing): ReadonlySet<string> {
  const ofType = fields.filter(
    (field) => isOfType(field.typeName, typeName) || isOfType(typeName, field.typeName),
  );
  const paths = new Set(ofType.filter((field) => !asked.has(field)).flatMap(requiredPaths));
  for (const path of ofType.filter((field) => asked.has(field)).flatMap(requiredPaths)) paths.delete(path);
  return paths;
}

function requiredPaths({ requires }: EntityField): readonly string[] {
  return [...(requires?.keys() ?? [])];
}

function without(selections: Selections, unneeded: ReadonlySet<string>, path: string): Selections {
  return selections.flatMap((selection): Selections => {
    if (selection.kind === 'InlineFragment') {
      const inner = without(selection.selections, unneeded, path);
      return inner.length === 0 ? [] : [{ ...selection, selections: [...inner] }];
    }
    const here = pathTo(path, selection.name);
    if (selection.selections === undefined) return unneeded.has(here) ? [] : [selection];
    const inner = without(selection.selections, unneeded, here);
    // an object may hold a part of the key beside what is not needed
    return unneeded.has(here) && inner.every(isTypename) ? [] : [{ ...selection, selections: [...inner] }];
  });
}

function isTypename(selection: QueryPlanSelectionNode): boolean {
  return selection.kind === 'Field' && selection.name === '__typename';
}
