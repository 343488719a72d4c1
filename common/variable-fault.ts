import { type ASTNode, type GraphQLError, Kind, visit } from 'graphql';
import { invalidArgument } from './argument-problem.js';
import { IstmoError } from './errors.js';

/**
 * The refusal of a variable whose value does not fit its type: at the argument that it stands in, never with its value.
 *
 * @param error - of graphql-js, which tells the place in words alone
 */
export function invalidVariable({ nodes, message }: GraphQLError, operation: ASTNode): IstmoError {
  const [node] = nodes ?? [];
  if (node?.kind !== Kind.VARIABLE_DEFINITION) return new IstmoError('ARGUMENT_INVALID');
  const variable = node.variable.name.value;
  // the value comes before the place and may hold any text: what counts is the last place that is one
  const beneath = [...message.matchAll(/ at "\w+((?:\.\w+|\[\d+\])+)"; /gu)].at(-1)?.[1] ?? '';
  const argument = argumentOf(operation, variable) ?? variable;
  return invalidArgument({ path: `${argument}${beneath.replaceAll(/\[\d+\]/gu, '')}`, problem: 'NO_VALUE' });
}

/** Where a variable stands first: `filter`, or `filter.make.eq`. */
function argumentOf(operation: ASTNode, variable: string): string | undefined {
  const path: string[] = [];
  let found: string | undefined;
  const step = {
    enter: ({ name }: { readonly name: { readonly value: string } }): void => void path.push(name.value),
    leave: (): void => void path.pop(),
  };
  visit(operation, {
    Argument: step,
    ObjectField: step,
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (name.value === variable) found ??= path.join('.');
    },
  });
  return found;
}
