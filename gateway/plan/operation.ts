import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { IstmoError } from '../../common/errors.js';
import { compileProjection, type Projection } from '../reply/projection.js';
import { compilePlan, countFetches } from './compile-plan.js';
import { compileCost } from './cost.js';
import type { Planner } from './planner.js';
import type { Step } from './steps.js';
import { createTypeTest } from './type-test.js';

/** An operation, planned and compiled: what is run each time that it is asked. */
export interface CompiledOperation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether it asks for `__schema` or `__type`. */
  readonly asksSchema: boolean;
  /** Undefined where nothing is fetched: `{ __typename }`. */
  readonly step: Step | undefined;
  /** Names of the Boolean variables of its `@skip` and `@include`. */
  readonly conditionVariables: readonly string[];
  /** Compiled once for each combination of conditions that occurs, and kept for the latest of them. */
  projection(conditions: Conditions): Projection;
  /** Refuses variables with which the operation would bring too much. @throws IstmoError `PLAN_TOO_COSTLY` */
  admit(variables: Readonly<Record<string, unknown>>): void;
  /** Roughly what it takes of memory. */
  readonly bytes: number;
}

export type Conditions = Readonly<Record<string, boolean>>;

/** Ten conditions, as many as an operation may have, make a thousand combinations: not all of them are kept. */
const keptProjections = 16;

export interface PlanLimits {
  /** Requests to subgraphs that one operation's plan may make. */
  readonly fetches: number;
  /** Objects that one operation may bring. */
  readonly cost: number;
}

/**
 * Plans and compiles an operation.
 *
 * @param document - valid in the planner's API schema
 * @throws IstmoError `PLAN_TOO_COSTLY`; GraphQLError where no plan can be made
 */
export function compileOperation(
  planner: Planner,
  document: DocumentNode,
  operationName: string | undefined,
  limits: PlanLimits,
): CompiledOperation {
  const definition = getOperationAST(document, operationName);
  if (definition == null) throw new IstmoError('BAD_REQUEST');
  const plan = planner.plan(document, operationName);
  const step = compilePlan(plan, planner.isOfType);
  const fetches = countFetches(step);
  if (fetches > limits.fetches)
    throw new IstmoError('PLAN_TOO_COSTLY', { details: { fetches, most: limits.fetches } });
  const fragments = fragmentsOf(document);
  const cost = compileCost({ schema: planner.apiSchema, fragments }, definition);
  const projections = new LRUCache<string, Projection>({ max: keptProjections });
  const isOfType = createTypeTest(planner.apiSchema);
  const conditionVariables = conditionVariablesOf(document);
  return {
    definition,
    fragments,
    step,
    asksSchema: asksSchema(document),
    conditionVariables,
    projection: (conditions) => {
      const key = conditionVariables.map((name) => (conditions[name] === true ? '1' : '0')).join('');
      const known = projections.get(key);
      if (known !== undefined) return known;
      const collecting = { schema: planner.apiSchema, isOfType, fragments, conditions };
      const projection = compileProjection(collecting, definition);
      projections.set(key, projection);
      return projection;
    },
    admit: (variables) => {
      const objects = cost(variables);
      if (objects > limits.cost)
        throw new IstmoError('PLAN_TOO_COSTLY', { details: { cost: objects, most: limits.cost } });
    },
    bytes: 8 * JSON.stringify(plan).length + bytesOf(document),
  };
}

/** Measured: a node of a document with its tokens takes 250 bytes; and the document keeps its text. */
function bytesOf(document: DocumentNode): number {
  let nodes = 0;
  visit(document, {
    enter: () => {
      nodes += 1;
    },
  });
  return 250 * nodes + (document.loc?.source.body.length ?? 0);
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function conditionVariablesOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

function asksSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') asks = true;
    },
  });
  return asks;
}
