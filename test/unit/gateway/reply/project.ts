import { buildSchema, type FragmentDefinitionNode, getOperationAST, Kind, parse } from 'graphql';
import type { Data } from '../../../../gateway/plan/data.js';
import { createTypeTest } from '../../../../gateway/plan/type-test.js';
import { compileProjection, type ValueProblem } from '../../../../gateway/reply/projection.js';

/** What a projection wrote, and what it found wrong on the way. */
export interface Projected {
  readonly text: string;
  readonly problems: readonly (readonly [ValueProblem, string])[];
}

export interface Projecting {
  readonly conditions?: Readonly<Record<string, boolean>>;
  readonly introspection?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

/** Projects data under a schema as an operation asks for it. */
export function project(
  sdl: string,
  query: string,
  data: Data,
  { conditions = {}, introspection = {}, operationName }: Projecting = {},
): Projected {
  const schema = buildSchema(sdl);
  const document = parse(query);
  const operation = getOperationAST(document, operationName);
  if (operation == null) throw new Error(query);
  const fragments = document.definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const collecting = {
    schema,
    isOfType: createTypeTest(schema),
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    conditions,
  };
  const problems: [ValueProblem, string][] = [];
  const path: (string | number)[] = [];
  const text = compileProjection(collecting, operation)(data, {
    path,
    introspection,
    report: (problem) => problems.push([problem, path.join('.')]),
  });
  return { text, problems };
}
