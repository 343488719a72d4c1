import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type DocumentNode, Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { isIncluded } from '../../reply/collect.js';
import type { Conditions } from '../conditions.js';
import type { FetchOperation } from '../steps.js';
import type { TypeTest } from '../type-test.js';
import { usedVariables } from '../variables.js';
import { entityFields, type EntityField, fetchOf, groupWithoutConflict } from './entity-fields.js';
import { neededSelections } from './needed.js';
import type { PrivateField } from './private-fields.js';
import type { Preparation } from './supergraph.js';

/** A fetch of a plan, as the subgraph is asked. */
export interface PreparedFetch {
  readonly operation: FetchOperation;
  /** Absent where the fetch asks for fields of the root type. */
  readonly requires?: RequiredSelections;
}

/** What the entities' representations are made of; an alias says where a field stands in the data. */
interface RequiredSelections {
  /** Names of the Boolean variables that it depends on. */
  readonly variables: readonly string[];
  readonly under: (conditions: Conditions) => Selections;
}

type Selections = readonly QueryPlanSelectionNode[];

/**
 * Makes of a planned fetch what the subgraph is asked: private fields by their real names and arguments, in as many
 * fetches as there must be representations, each with what its fields need under the conditions of the request.
 */
export function prepareFetch(
  node: FetchNode,
  preparation: Preparation,
  isOfType: TypeTest,
): readonly PreparedFetch[] {
  const { serviceName: subgraph, requires } = node;
  if (preparation.privateFields.size === 0 && !node.operation.includes('@')) return [asPlanned(node)];
  const document = parse(node.operation, { noLocation: true });
  const whole = { ...asPlanned(node), operation: operationOf(node, document, preparation) };
  if (requires === undefined) return [whole];
  const fields = entityFields(document, (type, field) => preparation.requires(subgraph, type, field));
  if (fields.every((field) => field.requires === undefined)) return [whole];
  const groups = groupWithoutConflict(fields);
  return groups.map((group) => ({
    operation:
      groups.length === 1 ? whole.operation : operationOf(node, fetchOf(document, group), preparation),
    requires: {
      variables: conditionVariables(group),
      under: (conditions) => {
        const asked = new Set(group.filter((field) => isAsked(field, conditions)));
        if (asked.size === 0) return [];
        const needed = neededSelections(requires, { fields, asked, isOfType });
        return realSelections(needed, preparation.privateFields);
      },
    },
  }));
}

function asPlanned({ operation, operationName, variableUsages, requires }: FetchNode): PreparedFetch {
  return {
    operation: { text: operation, name: operationName, variables: variableUsages ?? [] },
    ...(requires && { requires: { variables: [], under: () => requires } }),
  };
}

function isAsked({ within }: EntityField, conditions: Conditions): boolean {
  return within.every((node) => isIncluded(node, conditions));
}

function conditionVariables(fields: readonly EntityField[]): readonly string[] {
  const names = new Set<string>();
  for (const { within } of fields)
    for (const { directives = [] } of within)
      for (const directive of directives) usedVariables(directive).forEach((name) => names.add(name));
  return [...names];
}

function operationOf(
  node: FetchNode,
  document: DocumentNode,
  { privateFields }: Preparation,
): FetchOperation {
  const used = usedVariables(document);
  return {
    text: stripIgnoredCharacters(print(withRealFields(document, privateFields))),
    name: node.operationName,
    variables: (node.variableUsages ?? []).filter((name) => used.has(name)),
  };
}

/** Private fields under their real names and with their arguments; what was their name is their alias. */
function withRealFields(
  document: DocumentNode,
  privateFields: ReadonlyMap<string, PrivateField>,
): DocumentNode {
  return visit(document, {
    Field: (node) => {
      const field = privateFields.get(node.name.value);
      if (field === undefined) return undefined;
      const name = { kind: Kind.NAME, value: field.realName } as const;
      return { ...node, alias: node.alias ?? node.name, name, arguments: field.arguments };
    },
  });
}

function realSelections(
  selections: Selections,
  privateFields: ReadonlyMap<string, PrivateField>,
): QueryPlanSelectionNode[] {
  return selections.map((selection) => {
    const inner = selection.selections && realSelections(selection.selections, privateFields);
    if (selection.kind === 'InlineFragment') return { ...selection, selections: inner ?? [] };
    const field = privateFields.get(selection.name);
    return {
      ...selection,
      ...(field && { alias: selection.name, name: field.realName }),
      ...(inner && { selections: inner }),
    };
  });
}
