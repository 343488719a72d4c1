import { setImmediate } from 'node:timers/promises';
import { type DocumentNode, type GraphQLSchema, validate } from 'graphql';
import { conditionsOf, underConditions } from './conditions.js';
import {
  type AskedOperation,
  type CacheBounds,
  createOperationCache,
  type OperationCache,
} from './operation-cache.js';
import { type CompiledOperation, compileOperation, type PlanLimits } from './operation.js';
import { createPlanner, type Planner } from './planner.js';

/** One supergraph, ready to plan: operations are planned and compiled once, and kept. */
export interface Engine {
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: Planner['subgraphs'];
  readonly interfaces: Planner['interfaces'];
  /**
   * @param key - of the document and the operation's name
   * @param document - valid in the API schema
   * @param variables - coerced; of them it depends on those of `@skip` and `@include`
   * @throws IstmoError `PLAN_TOO_COSTLY`; GraphQLError where no plan can be made
   */
  compile(
    key: string,
    document: DocumentNode,
    operationName: string | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): CompiledOperation;
  /** Plans what another engine is asked most, as far as it is valid here, a bit at a time. */
  warm(other: Engine): Promise<void>;
  busiest: OperationCache['busiest'];
  readonly lookups: OperationCache['lookups'];
}

export interface EngineOptions {
  readonly cache: CacheBounds;
  readonly limits: PlanLimits;
  /** Operations that a new supergraph plans before it takes over. */
  readonly warmOperations: number;
}

export const defaultEngineOptions: EngineOptions = {
  cache: { entries: 5_000, bytes: 128 * 1024 * 1024 },
  limits: { fetches: 64, cost: 1_000, page: 100 },
  warmOperations: 200,
};

/** @throws Error where the text is no valid supergraph */
export function createEngine(supergraphSdl: string, options: EngineOptions = defaultEngineOptions): Engine {
  const planner = createPlanner(supergraphSdl);
  const cache = createOperationCache(options.cache);
  const compile = (key: string, operation: AskedOperation): CompiledOperation => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const { document, operationName, conditions } = operation;
    const asked = underConditions(document, conditions);
    const compiled = compileOperation(planner, asked, operationName, options.limits);
    cache.set(key, { ...operation, compiled });
    return compiled;
  };
  return {
    apiSchema: planner.apiSchema,
    subgraphs: planner.subgraphs,
    interfaces: planner.interfaces,
    compile: (key, document, operationName, variables) => {
      const conditions = conditionsOf(document, variables);
      return compile(`${key} ${[...conditions.values()].map(Number).join('')}`, {
        document,
        operationName,
        conditions,
      });
    },
    busiest: (most) => cache.busiest(most),
    lookups: cache.lookups,
    warm: async (other) => {
      for (const [key, operation] of other.busiest(options.warmOperations)) {
        // requests go on meanwhile
        await setImmediate();
        if (validate(planner.apiSchema, operation.document).length > 0) continue;
        try {
          compile(key, operation);
        } catch {
          // whoever asks for it is told; the supergraph is none the worse
        }
      }
    },
  };
}
