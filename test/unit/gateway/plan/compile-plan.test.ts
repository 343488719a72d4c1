import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { describe, expect, it } from '@jest/globals';
import { OperationTypeNode } from 'graphql';
import { type Compiling, compilePlan, countFetches } from '../../../../gateway/plan/compile-plan.js';
import type { Step } from '../../../../gateway/plan/steps.js';

/** Of a supergraph that needs no preparation, and whose types are all apart. */
const compiling: Compiling = {
  isOfType: (typeName, condition) => typeName === condition,
  preparation: {
    sdl: '',
    privateFields: new Map(),
    plannedNames: new Set(),
    requires: () => undefined,
  },
  passedKeysAt: () => () => new Set(),
};

function fetch(serviceName: string, change: Partial<FetchNode> = {}): FetchNode {
  return {
    kind: 'Fetch',
    serviceName,
    operation: `{ of ${serviceName} }`,
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
    ...change,
  };
}

function compile(node: PlanNode): Step | undefined {
  return compilePlan({ kind: 'QueryPlan', node }, compiling);
}

function step(subgraph: string, path: readonly string[] = []): Step {
  return {
    kind: 'fetch',
    subgraph,
    path,
    operation: { text: `{ of ${subgraph} }`, name: undefined, variables: [] },
  };
}

describe('a compiled plan', () => {
  it('is none where nothing is fetched', () => {
    expect(compilePlan({ kind: 'QueryPlan' }, compiling)).toBeUndefined();
  });

  it('keeps sequences and parallels', () => {
    expect(
      compile({
        kind: 'Sequence',
        nodes: [fetch('a'), { kind: 'Parallel', nodes: [fetch('b'), fetch('c')] }],
      }),
    ).toEqual({
      kind: 'sequence',
      steps: [step('a'), { kind: 'parallel', steps: [step('b'), step('c')] }],
    });
  });

  it('gives each fetch its whole path, through whatever stands between', () => {
    expect(
      compile({
        kind: 'Flatten',
        path: ['products', '@'],
        node: { kind: 'Sequence', nodes: [{ kind: 'Flatten', path: ['owner'], node: fetch('a') }] },
      }),
    ).toEqual({ kind: 'sequence', steps: [step('a', ['products', '@', 'owner'])] });
  });

  it('makes representations, rewritten as the subgraph knows them, and rewrites what it answers', () => {
    const compiled = compile(
      fetch('a', {
        operationName: 'Op__a__0',
        variableUsages: ['first'],
        requires: [
          {
            kind: 'InlineFragment',
            typeCondition: 'Book',
            selections: [
              { kind: 'Field', name: '__typename' },
              { kind: 'Field', name: 'id' },
            ],
          },
        ],
        inputRewrites: [{ kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Media' }],
        outputRewrites: [{ kind: 'KeyRenamer', path: ['x__alias_0'], renameKeyTo: 'x' }],
      }),
    );
    if (compiled?.kind !== 'fetch') throw new Error('no fetch');
    const answered = { x__alias_0: 1 };
    compiled.rewriteOutput?.(answered);
    expect([compiled.representation?.({ __typename: 'Book', id: '1', x: 2 }), answered]).toEqual([
      { __typename: 'Media', id: '1' },
      { x: 1 },
    ]);
    expect(compiled.operation).toEqual({ text: '{ of a }', name: 'Op__a__0', variables: ['first'] });
  });

  it.each([
    { kind: 'QueryPlan', node: { kind: 'Subscription', primary: fetch('a') } },
    { kind: 'QueryPlan', node: { kind: 'Defer', primary: {}, deferred: [] } },
    { kind: 'QueryPlan', node: { kind: 'Condition', condition: 'v', ifClause: fetch('a') } },
  ] as readonly QueryPlan[])(
    'of what operations that are planned do not have is refused: $node.kind',
    (plan) => {
      expect(() => compilePlan(plan, compiling)).toThrow('The gateway failed.');
    },
  );

  it('counts the requests that it makes at most', () => {
    const two: PlanNode = { kind: 'Parallel', nodes: [fetch('a'), fetch('b')] };
    const plan = compile({
      kind: 'Sequence',
      nodes: [two, fetch('c'), two],
    });
    expect([countFetches(plan), countFetches(undefined)]).toEqual([5, 0]);
  });
});
