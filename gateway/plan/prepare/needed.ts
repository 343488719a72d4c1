import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { TypeTest } from '../type-test.js';
import type { EntityField } from './entity-fields.js';
import { type FieldPaths, pathTo } from './field-set.js';

type Selections = readonly QueryPlanSelectionNode[];

/** Which fields of an entity fetch are asked, of all that the plan's representations are made for. */
export interface Needing {
  readonly fields: readonly EntityField[];
  readonly asked: ReadonlySet<EntityField>;
  /** The keys by which the fetch's subgraph resolves a type. */
  readonly keys: (typeName: string) => readonly FieldPaths[];
  readonly isOfType: TypeTest;
}

/**
 * What of a plan's representations is needed to resolve the fields that are asked: a key, and what they require
 * themselves. What only the others require may be missing.
 */
export function neededSelections(selections: Selections, needing: Needing): Selections {
  return selections.map((selection) => {
    if (selection.kind === 'Field' || selection.typeCondition === undefined) return selection;
    return {
      ...selection,
      selections: [...neededOfType(selection.typeCondition, selection.selections, needing)],
    };
  });
}

function neededOfType(typeName: string, selections: Selections, needing: Needing): Selections {
  const fields = needing.fields.filter((field) => meets(needing, field.typeName, typeName));
  const unneeded = unneededPaths(fields, needing.asked);
  if (unneeded.size === 0) return selections;
  const keys = [typeName, ...new Set(fields.map((field) => field.typeName))].flatMap((name) =>
    needing.keys(name),
  );
  const needed = without(selections, unneeded, '');
  const present = new Set(pathsIn(needed, ''));
  if (keys.some((key) => [...key.keys()].every((path) => present.has(path)))) return needed;
  // the key is among what the others require
  for (const key of keys) for (const path of key.keys()) unneeded.delete(path);
  return without(selections, unneeded, '');
}

function meets({ isOfType }: Needing, one: string, other: string): boolean {
  return isOfType(one, other) || isOfType(other, one);
}

function unneededPaths(fields: readonly EntityField[], asked: ReadonlySet<EntityField>): Set<string> {
  const paths = new Set<string>();
  for (const field of fields)
    if (!asked.has(field)) for (const path of field.requires?.keys() ?? []) paths.add(path);
  for (const field of fields)
    if (asked.has(field)) for (const path of field.requires?.keys() ?? []) paths.delete(path);
  return paths;
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
    return unneeded.has(here) && inner.every(isTypename) ? [] : [{ ...selection, selections: [...inner] }];
  });
}

function isTypename(selection: QueryPlanSelectionNode): boolean {
  return selection.kind === 'Field' && selection.name === '__typename';
}

function pathsIn(selections: Selections, path: string): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'InlineFragment') return pathsIn(selection.selections, path);
    const here = pathTo(path, selection.name);
    return [here, ...pathsIn(selection.selections ?? [], here)];
  });
}
