import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { publicKey } from '../plan/private-names.js';

type Path = readonly (string | number)[];

/**
 * Where a client reads of something that happened at a place of the data: by its own response keys, and no deeper than
 * it asked. What lies beneath was fetched for what stands there.
 *
 * @param path - by the response keys of the planned operation
 */
export function clientPath(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  path: Path,
): Path {
  const place: (string | number)[] = [];
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const element of path) {
    if (typeof element === 'string') {
      const fields = sets
        .flatMap((set) => fieldsOf(set, fragments))
        .filter((node) => keyOf(node) === element);
      if (fields.length === 0) return place;
      sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
    }
    place.push(typeof element === 'string' ? publicKey(element) : element);
  }
  return place;
}

function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** All fields of a selection, those of its fragments included. A valid operation's fragments do not spread themselves. */
function fieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    return fragment === undefined ? [] : fieldsOf(fragment.selectionSet, fragments);
  });
}
