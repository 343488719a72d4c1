import {
  type ASTVisitor,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { IstmoError } from '../../common/errors.js';

/** How large an operation may be. */
export interface OperationLimits {
  readonly bodyBytes: number;
  readonly tokens: number;
  /** Levels of selections. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
}

export const defaultLimits: OperationLimits = {
  bodyBytes: 256 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 30,
  rootFields: 5,
  directives: 10,
};

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const empty: Size = { depth: 0, aliases: 0, directives: 0 };

/** A validation rule that refuses operations over the limits, naming the limit and both figures. */
export function limitsRule(limits: OperationLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    OperationDefinition: (operation) => {
      // introspection is deep by nature and touches no State
      if (isIntrospection(operation.selectionSet)) return;
      const measured = {
        ...measure({ context, fragments: new Map() }, operation.selectionSet),
        rootFields: operation.selectionSet.selections.length,
      };
      for (const limit of ['depth', 'aliases', 'rootFields', 'directives'] as const)
        if (measured[limit] > limits[limit])
          context.reportError(tooLarge(limit, measured[limit], limits[limit]));
    },
  });
}

function isIntrospection({ selections }: SelectionSetNode): boolean {
  return selections.every((node) => node.kind === Kind.FIELD && node.name.value.startsWith('__'));
}

/** Fragments are measured once, however often they are spread: else a few lines could take for ever. */
interface Measuring {
  readonly context: ValidationContext;
  readonly fragments: Map<string, Size>;
}

/** Sizes of a selection, with its fragments counted as often as they are spread. */
function measure(measuring: Measuring, { selections }: SelectionSetNode): Size {
  return selections.map((node) => withDirectives(node, measureNode(measuring, node))).reduce(merge, empty);
}

function measureNode(measuring: Measuring, node: SelectionNode): Size {
  switch (node.kind) {
    case Kind.FIELD: {
      const inner = node.selectionSet === undefined ? empty : measure(measuring, node.selectionSet);
      const aliases = inner.aliases + (node.alias === undefined ? 0 : 1);
      return { ...inner, depth: inner.depth + 1, aliases };
    }
    case Kind.INLINE_FRAGMENT:
      return measure(measuring, node.selectionSet);
    case Kind.FRAGMENT_SPREAD:
      return measureFragment(measuring, node.name.value);
  }
}

function measureFragment(measuring: Measuring, name: string): Size {
  const known = measuring.fragments.get(name);
  if (known !== undefined) return known;
  // a fragment that spreads itself is refused by a rule of GraphQL's own
  measuring.fragments.set(name, empty);
  const fragment = measuring.context.getFragment(name);
  const size = fragment == null ? empty : measure(measuring, fragment.selectionSet);
  measuring.fragments.set(name, size);
  return size;
}

function withDirectives(node: SelectionNode, size: Size): Size {
  return { ...size, directives: size.directives + (node.directives?.length ?? 0) };
}

function merge(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
  };
}

function tooLarge(limit: string, measured: number, most: number): GraphQLError {
  const error = new IstmoError('OPERATION_TOO_LARGE', {
    detail: `${limit}: ${String(measured)}, at most ${String(most)}.`,
    details: { limit, measured, most },
  });
  return new GraphQLError(error.message, { originalError: error });
}
