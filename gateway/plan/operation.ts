import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { asksForData } from '../reply/asks-for-data.js';
import { clientPath } from '../reply/client-path.js';
import { compileProjection, type Projection } from '../reply/projection.js';
import { compilePlan, countFetches } from './compile-plan.js';
import { compileCost } from './cost.js';
import { passedKeysAt } from './passed-keys.js';
import type { Planner } from './planner.js';
import { withPrivateKeys } from './prepare/private-keys.js';
import { simplifyOperation } from './simplify.js';
import type { Step } from './steps.js';
import { createTypeTest } from './type-test.js';

/** An operation, planned and compiled: what is run each time that it is asked. */
export interface CompiledOperation extends ReadOperation {
  /** Whether it asks for `__schema` or `__type`. */
  readonly asksSchema: boolean;
  /** Undefined where nothing is fetched: `{ __typename }`. */
  readonly step: Step | undefined;
  /** Whether something is asked for that no subgraph is asked for: it would be null without a reason. */
  readonly isUnanswerable: boolean;
  readonly projection: Projection;
  /** Where the client reads of what happened at a place of the data. */
  clientPath(path: readonly (string | number)[]): readonly (string | number)[];
  /** Refuses variables with which the operation would bring too much. @throws IstmoError `PLAN_TOO_COSTLY` */
  admit(variables: Readonly<Record<string, unknown>>): void;
  /** Roughly what it takes of memory. */
  readonly bytes: number;
}

/** An operation and its fragments, as the client wrote them, under its conditions. */
interface ReadOperation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export interface PlanLimits {
  /** Requests to subgraphs that one operation's plan may make. */
  readonly fetches: number;
  /** Objects that one operation may bring. */
  readonly cost: number;
  /** Records of the longest page that is given. Absent: of other schemas' pages nobody knows it. */
  readonly page?: number;
}

/**
 * Plans and compiles an operation.
 *
 * @param document - valid in the planner's API schema; without `@skip` and `@include`
 * @throws IstmoError `PLAN_TOO_COSTLY`; GraphQLError where no plan can be made
 */
export function compileOperation(
  planner: Planner,
  document: DocumentNode,
  operationName: string | undefined,
  limits: PlanLimits,
): CompiledOperation {
  const asked = readOperation(document, operationName);
  const plannedDocument = withPrivateKeys(document, planner.preparation.plannedNames);
  const { definition, fragments } = readOperation(plannedDocument, operationName);
  const schema = planner.apiSchema;
  const simplified = simplifyOperation(schema, definition, fragments);
  const plan = planner.plan(simplified);
  const collecting = { schema, isOfType: createTypeTest(schema), fragments };
  const step = compilePlan(plan, {
    ...planner,
    passedKeysAt: (path, needs) => passedKeysAt(collecting, definition, path, needs),
  });
  const fetches = countFetches(step);
  if (fetches > limits.fetches)
    throw new IstmoError('PLAN_TOO_COSTLY', { details: { fetches, most: limits.fetches } });
  const cost = compileCost(schema, simplified, limits.page);
  return {
    ...asked,
    step,
    asksSchema: asksSchema(document),
    isUnanswerable: step === undefined && asksForData(collecting, definition),
    projection: compileProjection(collecting, definition),
    clientPath: (path) => clientPath(simplified, path),
    admit: (variables) => {
      const objects = cost(variables);
      if (objects > limits.cost)
        throw new IstmoError('PLAN_TOO_COSTLY', { details: { cost: objects, most: limits.cost } });
    },
    bytes: bytesASign * JSON.stringify(plan).length + bytesOf(document),
  };
}

/**
 * Measured: with what is remembered of how States are asked for it, and the machine code that matches what they answer, an
 * operation takes so many bytes for each sign of its plan (100 KB for nine fields of a record).
 */
const bytesASign = 100;

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

/** @throws IstmoError `BAD_REQUEST` where there is no operation of the name */
function readOperation(document: DocumentNode, operationName: string | undefined): ReadOperation {
  const definition = getOperationAST(document, operationName);
  if (definition == null) throw new IstmoError('BAD_REQUEST');
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return { definition, fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])) };
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
