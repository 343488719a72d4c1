import {
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** Reads the field set of a `@key` or `@requires`. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no field set: ${text}`);
  return definition.selectionSet;
}

export function printFieldSet(fieldSet: SelectionSetNode): string {
  return stripIgnoredCharacters(print(fieldSet)).slice(1, -1);
}

/** Names of the fields of a field set, at all depths. */
export function namesIn(fieldSet: SelectionSetNode): readonly string[] {
  const names: string[] = [];
  visit(fieldSet, { Field: ({ name }) => void names.push(name.value) });
  return names;
}

/**
 * The fields of a field set by their path (`category/averagePrice`), and for each the path by which the subgraph knows
 * it. Type conditions are passed over: a field of one type is taken for that of another.
 */
export type FieldPaths = ReadonlyMap<string, string>;

export function fieldPaths(fieldSet: SelectionSetNode, realName: (name: string) => string): FieldPaths {
  const paths = new Map<string, string>();
  const collect = (selections: readonly SelectionNode[], path: string, realPath: string): void => {
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet.selections, path, realPath);
      if (node.kind === Kind.FIELD) collectField(node, path, realPath);
    }
  };
  const collectField = ({ name, selectionSet }: FieldNode, path: string, realPath: string): void => {
    const here = pathTo(path, name.value);
    const realHere = pathTo(realPath, realName(name.value));
    paths.set(here, realHere);
    collect(selectionSet?.selections ?? [], here, realHere);
  };
  collect(fieldSet.selections, '', '');
  return paths;
}

export function pathTo(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`;
}
