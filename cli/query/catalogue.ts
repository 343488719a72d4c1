import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Kind, parse, print, type TypeNode } from 'graphql';
import { fromRoot } from '../../common/root.js';

/** A question that is kept in `docs/queries`, ready to be asked. */
export interface SavedQuery {
  readonly name: string;
  readonly title: { readonly en: string; readonly es: string };
  /** The client of the demo region that asks it by default. */
  readonly as: string;
  /** Undefined where no State is asked for records. */
  readonly purpose: string | undefined;
  /** `key=value`, as after `--var`. */
  readonly example: readonly string[];
  readonly text: string;
  readonly variables: readonly QueryVariable[];
}

export interface QueryVariable {
  readonly name: string;
  readonly type: TypeNode;
  /** As GraphQL writes it. */
  readonly typeText: string;
  readonly isRequired: boolean;
}

/** The questions of `docs/queries`, by name. */
export function savedQueries(): ReadonlyMap<string, SavedQuery> {
  const folder = fromRoot('docs', 'queries');
  const names = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  const queries = names
    .sort()
    .map((file) =>
      readSavedQuery(basename(file, '.graphql'), readFileSync(fromRoot('docs', 'queries', file), 'utf8')),
    );
  return new Map(queries.map((query) => [query.name, query]));
}

const head =
  /^# (?<en>.+)\n# (?<es>.+)\n# as (?<as>\S+)(?: for (?<purpose>\S+))?\n# example ?(?<example>.*)\n/u;

/** @throws Error naming the question whose first four lines do not say what, who, for which purpose, by which example */
export function readSavedQuery(name: string, text: string): SavedQuery {
  const said = head.exec(text)?.groups;
  const operation = parse(text).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (said === undefined || operation?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error(`docs/queries/${name}.graphql does not begin with its four lines, or has no operation`);
  const { en = '', es = '', as = '', purpose, example = '' } = said;
  return {
    name,
    title: { en, es },
    as,
    purpose,
    example: [...example.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/gu)].map(
      ([, key = '', quoted, plain = '']) => `${key}=${quoted ?? plain}`,
    ),
    text,
    variables: (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => ({
      name: variable.name.value,
      type,
      typeText: print(type) + (defaultValue === undefined ? '' : ` = ${print(defaultValue)}`),
      isRequired: type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined,
    })),
  };
}

/** How the example is typed. */
export function exampleCommand({ name, example }: SavedQuery): string {
  const given = example.map((one) => ` --var ${/\s/u.test(one) ? `'${one}'` : one}`);
  return `npx istmo query ${name}${given.join('')}`;
}
