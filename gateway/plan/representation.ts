import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, isData, mergeData, ownField } from './data.js';
import type { RepresentationBuilder, Rewrite } from './steps.js';
import type { TypeTest } from './type-test.js';

/** Adds to `into` what is selected of `source`; false where something of it is missing. */
type Copy = (source: Data, into: Data) => boolean;

/**
 * Compiles a fetch's `requires` into a function that makes an entity's representation.
 *
 * @param requires - where a field has an alias, that is its key in the data; the subgraph is told its name
 * @param rewrite - applied to each representation: names that the subgraph knows the type by
 * @see Apollo Federation subgraph specification, "Resolve requests for entities"
 */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  isOfType: TypeTest,
  rewrite: Rewrite | undefined,
): RepresentationBuilder {
  const copy = compileSelections(requires, isOfType);
  return (entity) => {
    const representation: Data = {};
    if (!copy(entity, representation) || representation['__typename'] === undefined) return undefined;
    rewrite?.(representation);
    return representation;
  };
}

function compileSelections(selections: readonly QueryPlanSelectionNode[], isOfType: TypeTest): Copy {
  const copies = selections.map((selection) =>
    selection.kind === 'Field' ? compileField(selection, isOfType) : compileFragment(selection, isOfType),
  );
  return (source, into) => copies.every((copy) => copy(source, into));
}

function compileField(
  { alias, name, selections }: Extract<QueryPlanSelectionNode, { kind: 'Field' }>,
  isOfType: TypeTest,
): Copy {
  const copy = selections && compileSelections(selections, isOfType);
  return (source, into) => {
    const value = ownField(source, alias ?? name);
    if (value === undefined) return false;
    into[name] = copy === undefined ? value : copyValue(value, copy);
    return true;
  };
}

/** An object of which something is missing is null, as far as the subgraph is told. */
function copyValue(value: unknown, copy: Copy): unknown {
  if (Array.isArray(value)) return value.map((item) => copyValue(item, copy));
  if (!isData(value)) return null;
  const into: Data = {};
  return copy(value, into) ? into : null;
}

/** Of an object to which the fragment does not apply, nothing is missing. */
function compileFragment(
  { typeCondition, selections }: Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>,
  isOfType: TypeTest,
): Copy {
  const copy = compileSelections(selections, isOfType);
  return (source, into) => {
    const typeName = source['__typename'];
    if (typeCondition !== undefined && (typeof typeName !== 'string' || !isOfType(typeName, typeCondition)))
      return true;
    const part: Data = {};
    if (!copy(source, part)) return false;
    mergeData(into, part);
    return true;
  };
}
