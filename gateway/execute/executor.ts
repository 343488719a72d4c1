import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { invalidVariable } from '../../common/variable-fault.js';
import type { GatewayContext } from '../exchange.js';
import type { Data } from '../plan/data.js';
import type { Engine } from '../plan/engine.js';
import type { CompiledOperation } from '../plan/operation.js';
import { introspectionTexts } from '../reply/introspection.js';
import { JsonText } from '../plan/json-text.js';
import { refusal } from '../reply/refusal.js';
import { writeAnswer } from '../reply/write-answer.js';
import { runStep } from './run.js';
import type { Fault, Source } from './source.js';

/** What executes under one supergraph. */
export interface Executing {
  readonly engine: Engine;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Executes an operation. @throws what is nobody's answer: a fault of the gateway's own */
export type Execute = (asked: AskedOperation) => ReturnType<GatewayExecutor>;

/** A gateway as Apollo Server takes it, that can also be asked directly. */
export interface ExecutingGateway extends GatewayInterface {
  readonly execute: Execute;
}

/** Of Apollo Server's request what executing it needs. */
type AskedOperation = Pick<
  Parameters<GatewayExecutor>[0],
  'schema' | 'document' | 'operation' | 'queryHash' | 'context'
> & { readonly request: { readonly variables?: Readonly<Record<string, unknown>> | undefined } };

/**
 * Makes the executor of operations.
 *
 * @param executingFor - finds the engine of a schema: an operation ends under the supergraph that it began with
 */
export function createExecutor(executingFor: (schema: GraphQLSchema) => Executing): Execute {
  return async ({ schema, document, operation, request, queryHash, context }) => {
    const { engine, sources } = executingFor(schema);
    const { errors, coerced } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      request.variables ?? {},
    );
    if (coerced === undefined)
      return { errors: errors.map((error) => refusal(invalidVariable(error, document))) };
    const operationName = operation.name?.value;
    const compiled = compileOrRefuse(() => {
      const known = engine.compile(`${queryHash} ${operationName ?? ''}`, document, operationName, coerced);
      known.admit(coerced);
      return known;
    });
    if (compiled instanceof GraphQLError) return { errors: [compiled] };
    if (compiled.isUnanswerable) return { errors: [refusal(new IstmoError('UNANSWERABLE'))] };
    const data: Data = {};
    const faults: Fault[] = [];
    const run = {
      sources,
      interfaces: engine.interfaces,
      variables: (request.variables ?? {}) as Data,
      context: context as GatewayContext,
      data,
      faults,
    };
    if (compiled.step !== undefined) await runStep(compiled.step, run);
    const introspection = compiled.asksSchema ? introspectionTexts(engine.apiSchema, compiled, coerced) : {};
    const clientFaults = faults.map((fault) => ({ ...fault, path: compiled.clientPath(fault.path) }));
    const written = writeAnswer(compiled.projection, data, introspection, clientFaults);
    return {
      data: written.text === 'null' ? null : (new JsonText(written.text) as never),
      ...(written.errors.length > 0 && { errors: written.errors }),
    };
  };
}

function compileOrRefuse(compile: () => CompiledOperation): CompiledOperation | GraphQLError {
  try {
    return compile();
  } catch (error) {
    if (error instanceof IstmoError) return refusal(error);
    throw error;
  }
}
