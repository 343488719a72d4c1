import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { IstmoError } from '../../common/errors.js';
import { compileRepresentation } from './representation.js';
import { compileRewrites } from './rewrite.js';
import type { FetchStep, Step } from './steps.js';
import type { TypeTest } from './type-test.js';

/**
 * Compiles a plan of Apollo's planner.
 *
 * @returns undefined for a plan that fetches nothing
 */
export function compilePlan({ node }: QueryPlan, isOfType: TypeTest): Step | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'Subscription') throw new IstmoError('INTERNAL');
  return compileNode(node, [], isOfType);
}

function compileNode(node: PlanNode, path: readonly string[], isOfType: TypeTest): Step {
  const compile = (inner: PlanNode): Step => compileNode(inner, path, isOfType);
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map(compile) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map(compile) };
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], isOfType);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        whenTrue: node.ifClause && compile(node.ifClause),
        whenFalse: node.elseClause && compile(node.elseClause),
      };
    case 'Fetch':
      return compileFetch(node, path, isOfType);
    case 'Defer':
      throw new IstmoError('INTERNAL');
  }
}

function compileFetch(node: FetchNode, path: readonly string[], isOfType: TypeTest): FetchStep {
  const rewriteOutput = compileRewrites(node.outputRewrites, isOfType);
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    path,
    operation: {
      text: node.operation,
      name: node.operationName,
      variables: node.variableUsages ?? [],
    },
    ...(node.requires && {
      representation: compileRepresentation(
        node.requires,
        isOfType,
        compileRewrites(node.inputRewrites, isOfType),
      ),
    }),
    ...(rewriteOutput && { rewriteOutput }),
  };
}

/** Requests to subgraphs that a step makes at most. */
export function countFetches(step: Step | undefined): number {
  if (step === undefined) return 0;
  switch (step.kind) {
    case 'fetch':
      return 1;
    case 'condition':
      return Math.max(countFetches(step.whenTrue), countFetches(step.whenFalse));
    case 'sequence':
    case 'parallel':
      return step.steps.reduce((sum, inner) => sum + countFetches(inner), 0);
  }
}
