import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from 'graphql';
import type { Operation } from './federation.js';

const mostTries = 500;

/** Makes an operation smaller as long as it still fails: what stays is what matters. */
export async function reduceOperation(
  schema: GraphQLSchema,
  operation: Operation,
  fails: (smaller: Operation) => Promise<boolean>,
): Promise<Operation> {
  let smallest = operation;
  let tries = 0;
  let progress = true;
  while (progress) {
    progress = false;
    for (const smaller of smallerThan(smallest)) {
      if (validate(schema, parse(smaller.text)).length > 0) continue;
      tries += 1;
      if (tries > mostTries) return smallest;
      if (!(await fails(smaller))) continue;
      smallest = smaller;
      progress = true;
      break;
    }
  }
  return smallest;
}

/** The operation without one of its parts, one part after the other. */
function* smallerThan(operation: Operation): Generator<Operation> {
  const document = parse(operation.text, { noLocation: true });
  const parts: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      if (isPart(node)) parts.push(node);
    },
  });
  for (const change of [leaveOut, unwrap, withoutAlias])
    for (const part of parts) {
      const changed = change(document, part);
      const text = changed && print(withoutUnused(changed));
      // a selection of nothing cannot be read
      if (text !== undefined && text !== operation.text && canBeRead(text))
        yield { ...operation, text, variables: declaredIn(text, operation.variables) };
    }
}

function isPart({ kind }: ASTNode): boolean {
  return (
    [Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.DIRECTIVE, Kind.ARGUMENT] as string[]
  ).includes(kind);
}

function leaveOut(document: DocumentNode, part: ASTNode): DocumentNode {
  return visit(document, { enter: (node) => (node === part ? null : undefined) });
}

/** Puts what a fragment selects in its place. */
function unwrap(document: DocumentNode, part: ASTNode): DocumentNode | undefined {
  const inner = selectionsOf(document, part);
  if (inner === undefined) return undefined;
  return visit(document, {
    SelectionSet: (set) =>
      set.selections.some((node) => node === part)
        ? { ...set, selections: set.selections.flatMap((node) => (node === part ? inner : [node])) }
        : undefined,
  });
}

function selectionsOf(document: DocumentNode, part: ASTNode): readonly SelectionNode[] | undefined {
  if (part.kind === Kind.INLINE_FRAGMENT) return part.selectionSet.selections;
  if (part.kind !== Kind.FRAGMENT_SPREAD) return undefined;
  return document.definitions
    .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    .find(({ name }) => name.value === part.name.value)?.selectionSet.selections;
}

function withoutAlias(document: DocumentNode, part: ASTNode): DocumentNode {
  return visit(document, { Field: (node) => (node === part ? { ...node, alias: undefined } : undefined) });
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
    FragmentSpread: ({ name }) => void used.add(name.value),
  });
  const left = visit(document, {
    VariableDefinition: ({ variable }) => (used.has(`$${variable.name.value}`) ? undefined : null),
    FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
  });
  return print(left) === print(document) ? left : withoutUnused(left);
}

function canBeRead(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

function declaredIn(text: string, variables: Operation['variables']): Operation['variables'] {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => text.includes(`$${name}: `)));
}
