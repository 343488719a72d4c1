import { type ASTNode, type DocumentNode, visit } from 'graphql';

/** Names of the variables that are used, definitions not counted. */
export function usedVariables(node: ASTNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(node, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.add(name.value),
  });
  return names;
}

/** A variable that only fields used that are gone must not be declared any more. */
export function withoutUnusedVariables(document: DocumentNode): DocumentNode {
  const used = usedVariables(document);
  return visit(document, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
}
