import type { PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { IstmoError } from '../../common/errors.js';

/** What the fetches of a plan need of the data besides writing to it. */
export interface PlanNeeds {
  /** Where fetches fill objects. */
  readonly paths: readonly (readonly string[])[];
  /** Keys of all that representations are made of. */
  readonly required: ReadonlySet<string>;
}

export function planNeeds(node: PlanNode): PlanNeeds {
  const fetches = fetchesOf(node, []);
  return {
    paths: fetches.map(({ path }) => path),
    required: new Set(fetches.flatMap(({ requires }) => keysOf(requires))),
  };
}

interface Fetch {
  readonly path: readonly string[];
  readonly requires: readonly QueryPlanSelectionNode[];
}

function fetchesOf(node: PlanNode, path: readonly string[]): readonly Fetch[] {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((inner) => fetchesOf(inner, path));
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path.map(String)]);
    case 'Fetch':
      return [{ path, requires: node.requires ?? [] }];
    case 'Condition':
    case 'Defer':
      throw new IstmoError('INTERNAL');
  }
}

function keysOf(selections: readonly QueryPlanSelectionNode[]): readonly string[] {
  return selections.flatMap((selection) => [
    ...(selection.kind === 'Field' ? [selection.alias ?? selection.name] : []),
    ...keysOf(selection.selections ?? []),
  ]);
}
