import { Kind, type TypeNode } from 'graphql';
import type { QueryVariable, SavedQuery } from './catalogue.js';

/** Variables of a question as JSON, or every problem with what was given for them. */
export type ReadVariables =
  | { readonly ok: true; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param given - `key=value`; of a list all values, with commas between them */
export function readVariables({ variables }: SavedQuery, given: readonly string[]): ReadVariables {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const one of given) {
    const [, name = '', text = ''] = /^([^=]*)=(.*)$/su.exec(one) ?? [];
    const variable = variables.find((known) => known.name === name);
    const value = variable && readValue(variable.type, text);
    if (variable === undefined) problems.push(unknown(one, variables));
    else if (value === undefined) problems.push(misfit(variable));
    else values[name] = value;
  }
  for (const { name, typeText, isRequired } of variables)
    if (isRequired && !given.some((one) => one.startsWith(`${name}=`)))
      problems.push(`--var ${name}=… is missing / falta (${typeText})`);
  return problems.length === 0 ? { ok: true, variables: values } : { ok: false, problems };
}

function unknown(given: string, variables: readonly QueryVariable[]): string {
  const names = variables.map(({ name }) => name).join(', ');
  return `--var ${given.split('=', 1)[0] ?? ''}: no such variable; there are / no hay tal variable; hay: ${names}`;
}

function misfit({ name, typeText }: QueryVariable): string {
  return `--var ${name}: the value is no ${typeText} / el valor no es ${typeText}`;
}

/** @returns undefined where the text is no value of the type */
function readValue(type: TypeNode, text: string): unknown {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return readValue(type.type, text);
    case Kind.LIST_TYPE: {
      const items = text.split(',').map((item) => readValue(type.type, item.trim()));
      return items.includes(undefined) ? undefined : items;
    }
    case Kind.NAMED_TYPE:
      return readNamed(type.name.value, text);
  }
}

function readNamed(type: string, text: string): unknown {
  switch (type) {
    case 'Int':
      return /^-?\d{1,10}$/u.test(text) ? Number(text) : undefined;
    case 'Float':
      return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
    case 'Boolean':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    default:
      return text === '' ? undefined : text;
  }
}
