import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { isDoorArgument } from '../../policy/operation/scope.js';
import type { PassedKeys } from './passed-keys.js';

/** An entity fetch of the planner's, read once: what it asks of which entity types. */
export interface MemberFetch {
  readonly text: string;
  readonly definition: OperationDefinitionNode;
  readonly entities: readonly EntitySelection[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The fields that filter or sort: what they name decides with. */
  readonly doors: readonly FieldNode[];
}

export interface EntitySelection {
  readonly typeName: string;
  readonly selectionSet: SelectionSetNode;
  /** Response keys of what goes to the client as it comes. */
  readonly passed: ReadonlySet<string>;
}

/**
 * Reads the text of an `_entities` fetch.
 *
 * @throws Error where it is none: the planner asks `member` for nothing else, since it has no fields of `Query`
 */
export function readMemberFetch(text: string, passedKeys: PassedKeys = nothingPassed): MemberFetch {
  const document = parse(text, { noLocation: true });
  const definition = operationOf(document);
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const root = definition?.selectionSet.selections[0];
  if (definition === undefined || root?.kind !== Kind.FIELD || root.name.value !== '_entities')
    throw new Error('member is asked for entities only');
  return {
    text,
    definition,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    doors: doorsOf(document),
    entities: entitySelections(document).map(([typeName, selectionSet]) => ({
      typeName,
      selectionSet,
      passed: passedKeys(typeName, selectionSet),
    })),
  };
}

function nothingPassed(): ReadonlySet<string> {
  return new Set();
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
}

/** What a fetch asks of entities, by the names of their types. */
export function entitySelections(
  document: DocumentNode,
): readonly (readonly [typeName: string, selectionSet: SelectionSetNode])[] {
  const root = operationOf(document)?.selectionSet.selections[0];
  const selections = root?.kind === Kind.FIELD ? (root.selectionSet?.selections ?? []) : [];
  return selections.flatMap((node) =>
    node.kind === Kind.INLINE_FRAGMENT && node.typeCondition !== undefined
      ? [[node.typeCondition.name.value, node.selectionSet] as const]
      : [],
  );
}

/** The fetch's variables with the defaults that its definitions give. */
export function withDefaults(
  { definition }: MemberFetch,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const defaults = (definition.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

function doorsOf(document: DocumentNode): readonly FieldNode[] {
  const doors: FieldNode[] = [];
  visit(document, {
    Field: (node) => {
      if (node.arguments?.some(({ name }) => isDoorArgument(name.value)) === true) doors.push(node);
    },
  });
  return doors;
}
