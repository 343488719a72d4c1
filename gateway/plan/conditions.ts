import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/** Values of the Boolean variables of `@skip` and `@include`. */
export type Conditions = ReadonlyMap<string, boolean>;

const known = new WeakMap<DocumentNode, readonly string[]>();

/** What the conditions of a document come to for these variables. */
export function conditionsOf(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Conditions {
  const names = known.get(document) ?? conditionVariables(document);
  known.set(document, names);
  return new Map(names.map((name) => [name, variables[name] === true]));
}

function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/**
 * The document under its conditions: without `@skip` and `@include`, and without what they leave out. It is planned and
 * projected for each combination that occurs, so that neither has to think of the others: fetches ask for what is wanted and
 * require no more than that takes.
 *
 * @returns the same document where there are no conditions
 */
export function underConditions(document: DocumentNode, conditions: Conditions): DocumentNode {
  const resolve = <T extends { readonly directives?: readonly DirectiveNode[] }>(node: T) => {
    const { directives = [] } = node;
    const left = directives.filter(({ name: { value: name } }) => name !== 'skip' && name !== 'include');
    if (left.length === directives.length) return undefined;
    return directives.every((directive) => isIncluded(directive, conditions))
      ? { ...node, directives: left }
      : null;
  };
  return visit(document, { Field: resolve, InlineFragment: resolve, FragmentSpread: resolve });
}

function isIncluded({ name, arguments: given = [] }: DirectiveNode, conditions: Conditions): boolean {
  if (name.value !== 'skip' && name.value !== 'include') return true;
  const value = given.find((argument) => argument.name.value === 'if')?.value;
  const condition =
    value?.kind === Kind.VARIABLE
      ? conditions.get(value.name.value) === true
      : value?.kind === Kind.BOOLEAN && value.value;
  return condition === (name.value === 'include');
}
