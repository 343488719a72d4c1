import { type DocumentNode, Kind, parse, print } from 'graphql';
import { fieldPaths, type FieldPaths, namesIn, parseFieldSet } from './field-set.js';
import { withResolvableKeysFirst } from './key-order.js';
import { findPrivateFields, type PrivateField, withPrivateFields } from './private-fields.js';
import { argumentOf, hasFields, requirementsOf, type SupergraphTypes, typesOf } from './supergraph-types.js';

/** A supergraph as the planner plans it rightly, and what must be known to run its plans. */
export interface Preparation {
  /** What the planner is given: the same text where there was nothing to prepare. */
  readonly sdl: string;
  /** By name. */
  readonly privateFields: ReadonlyMap<string, PrivateField>;
  /** Names of all fields that the planner may add to what a client asks: those of keys and of `@requires`. */
  readonly plannedNames: ReadonlySet<string>;
  /** What a subgraph requires to resolve a field; undefined where nothing. */
  requires(subgraph: string, typeName: string, fieldName: string): FieldPaths | undefined;
}

/**
 * Prepares a supergraph for the planner.
 *
 * @param sdl - of a valid supergraph
 * @see docs/adr/0006-a-supergraph-is-prepared-for-the-planner.md
 */
export function prepareSupergraph(sdl: string): Preparation {
  const document = parse(sdl, { noLocation: true });
  const found = findPrivateFields(typesOf(document));
  const prepared: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.map((node) =>
      hasFields(node) ? withResolvableKeysFirst(withPrivateFields(node, found)) : node,
    ),
  };
  const privateFields = new Map([...found.values()].map((field) => [field.name, field]));
  const isSame = prepared.definitions.every((node, index) => node === document.definitions[index]);
  return {
    sdl: isSame ? sdl : print(prepared),
    privateFields,
    ...fieldSetsOf(prepared, (name) => privateFields.get(name)?.realName ?? name),
  };
}

function fieldSetsOf(
  document: DocumentNode,
  realName: (name: string) => string,
): Pick<Preparation, 'plannedNames' | 'requires'> {
  const types = typesOf(document);
  const requirements = requirementsOf(types);
  const fieldSets = [...keysOf(types), ...requirements.map(({ requires }) => requires)];
  const required = new Map(
    requirements.map(({ graph, type, field, requires }) => [
      `${graph} ${type.name.value}.${field.name.value}`,
      fieldPaths(parseFieldSet(requires), realName),
    ]),
  );
  const graphs = graphNames(document);
  return {
    plannedNames: new Set(['__typename', ...fieldSets.flatMap((text) => namesIn(parseFieldSet(text)))]),
    requires: (subgraph, typeName, fieldName) =>
      required.get(`${String(graphs.get(subgraph))} ${typeName}.${fieldName}`),
  };
}

/** Texts of all keys. */
function keysOf(types: SupergraphTypes): readonly string[] {
  return [...types.values()].flatMap(({ directives = [] }) =>
    directives
      .filter(({ name }) => name.value === 'join__type')
      .map((directive) => argumentOf(directive, 'key'))
      .filter((key) => typeof key === 'string'),
  );
}

/** Values of `join__Graph` by the name of the subgraph that each stands for. */
function graphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') continue;
    for (const { name, directives = [] } of node.values ?? [])
      for (const directive of directives) graphs.set(String(argumentOf(directive, 'name')), name.value);
  }
  return graphs;
}
