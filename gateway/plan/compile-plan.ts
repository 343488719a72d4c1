import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { IstmoError } from '../../common/errors.js';
import type { PassedKeys } from './passed-keys.js';
import { type PlanNeeds, planNeeds } from './plan-needs.js';
import type { Planner } from './planner.js';
import { prepareFetch, type PreparedFetch } from './prepare/fetch.js';
import { compileRepresentation } from './representation.js';
import { compileRewrites } from './rewrite.js';
import type { FetchStep, Step } from './steps.js';

/** What compiling needs to know of the supergraph, and of the operation. */
export interface Compiling extends Pick<Planner, 'isOfType' | 'preparation'> {
  /** What of a fetch at a path goes to the client as it comes. */
  passedKeysAt(path: readonly string[], needs: PlanNeeds): PassedKeys;
}

/** What is known of the whole plan while a part of it is compiled. */
interface Compilation extends Compiling {
  readonly needs: PlanNeeds;
}

/**
 * Compiles a plan of Apollo's planner.
 *
 * @returns undefined for a plan that fetches nothing
 */
export function compilePlan({ node }: QueryPlan, compiling: Compiling): Step | undefined {
  if (node === undefined) return undefined;
  if (node.kind === 'Subscription') throw new IstmoError('INTERNAL');
  return compileNode(node, [], { ...compiling, needs: planNeeds(node) });
}

function compileNode(node: PlanNode, path: readonly string[], compiling: Compilation): Step {
  const compile = (inner: PlanNode): Step => compileNode(inner, path, compiling);
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', steps: node.nodes.map(compile) };
    case 'Parallel':
      return { kind: 'parallel', steps: node.nodes.map(compile) };
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path.map(String)], compiling);
    case 'Fetch':
      return compileFetch(node, path, compiling);
    case 'Condition':
    case 'Defer':
      throw new IstmoError('INTERNAL');
  }
}

/** One request, or some side by side, whose answers are merged into the same objects. */
function compileFetch(node: FetchNode, path: readonly string[], compiling: Compilation): Step {
  const steps = prepareFetch(node, compiling.preparation, compiling.isOfType).map((fetch) =>
    compilePrepared(fetch, node, path, compiling),
  );
  const [only] = steps;
  return only !== undefined && steps.length === 1 ? only : { kind: 'parallel', steps };
}

function compilePrepared(
  { operation, requires }: PreparedFetch,
  node: FetchNode,
  path: readonly string[],
  compilation: Compilation,
): FetchStep {
  const { isOfType, needs } = compilation;
  const rewriteInput = compileRewrites(node.inputRewrites, isOfType);
  const rewriteOutput = compileRewrites(node.outputRewrites, isOfType);
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    path,
    operation: {
      ...operation,
      ...(requires && !rewriteOutput && { passedKeys: compilation.passedKeysAt(path, needs) }),
    },
    ...(requires && {
      representation: compileRepresentation(requires, isOfType, rewriteInput),
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
    case 'sequence':
    case 'parallel':
      return step.steps.reduce((sum, inner) => sum + countFetches(inner), 0);
  }
}
