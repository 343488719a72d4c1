import type { GraphQLArgument, GraphQLResolveInfo } from 'graphql';
import { invalidArgument } from '../../common/argument-problem.js';
import { argumentFaults } from '../../schema/check-arguments.js';

type Resolver = (parent: never, given: never, context: never, info: never) => unknown;

/** Name States that are told apart one by one: one that does not take part leaves the others their answers. */
const stateArguments: ReadonlySet<string> = new Set(['code', 'codes', 'states']);

/**
 * Fields of the region that refuse arguments which fit GraphQL's types and are wrong all the same.
 *
 * @returns resolvers that throw IstmoError `ARGUMENT_INVALID` with the path of the argument, never with its value
 */
export function checkingArguments<Resolvers extends Readonly<Record<string, Resolver>>>(
  resolvers: Resolvers,
): Resolvers {
  return Object.fromEntries(
    Object.entries(resolvers).map(([field, resolve]) => [
      field,
      (parent: never, given: never, context: never, info: never) => {
        check(argumentsOf(info), given);
        return resolve(parent, given, context, info);
      },
    ]),
  ) as Resolvers;
}

function check(definitions: readonly GraphQLArgument[], given: Readonly<Record<string, unknown>>): void {
  const [fault] = argumentFaults(
    definitions.filter(({ name }) => !stateArguments.has(name)),
    given,
  );
  if (fault !== undefined) throw invalidArgument(fault);
}

function argumentsOf({
  parentType,
  fieldName,
}: Pick<GraphQLResolveInfo, 'parentType' | 'fieldName'>): readonly GraphQLArgument[] {
  return parentType.getFields()[fieldName]?.args ?? [];
}
