import type { BenchQuery, Question } from './query.js';
import { firearmSelection, selectionAt } from './selection.js';

/** The first records of every State. @param first - how many of each */
export function recordsQuery(name: string, title: string, first: number): BenchQuery {
  return {
    name,
    title,
    at: (position) => region('Records', firearmSelection, pageAt(position, first)),
    ordinaryAt: (position, states) => ordinary('Records', firearmSelection, pageAt(position, first), states),
    fromOrdinary,
  };
}

/** One record of every State, asked for each time by an operation that was never asked before. */
export const coldQuery: BenchQuery = {
  name: 'cold',
  title: 'different operations in turn, each planned anew',
  at: (position) => region(`Cold${String(position)}`, selectionAt(position), pageAt(position, 1)),
  ordinaryAt: (position, states) =>
    ordinary(`Cold${String(position)}`, selectionAt(position), pageAt(position, 1), states),
  fromOrdinary,
};

/** What is asked of a firearm by an operation of this name; undefined where it is not a query for records. */
export function selectionOf(operationName: string): string | undefined {
  if (operationName === 'Records') return firearmSelection;
  const position = /^Cold(\d+)$/u.exec(operationName)?.[1];
  return position === undefined ? undefined : selectionAt(Number(position));
}

/**
 * One State's record, by an operation that was never asked before, or by a known one: what the first costs beyond the
 * second is its plan.
 */
export function oneStateQuery(state: string, cold: boolean): Pick<BenchQuery, 'at' | 'ordinaryAt'> {
  const selection = (position: number): string => selectionAt(cold ? position : 0);
  return {
    at: (position) => ({
      operationName: 'OneState',
      query: `query OneState($first: Int!, $after: String) { memberState(code: "${state}") { code firearms(first: $first, after: $after) { edges { node { ${selection(position)} } } } } }`,
      variables: { ...pageAt(position, 1) },
    }),
    ordinaryAt: (position) => ordinary('OneState', selection(position), pageAt(position, 1), [state]),
  };
}

interface Page {
  readonly first: number;
  readonly after: string;
}

/** Pages that are asked for in turn: more than there are requests at a time. */
const pages = 128;

function pageAt(position: number, first: number): Page {
  return { first, after: String(position % pages) };
}

function region(operationName: string, selection: string, page: Page): Question {
  return {
    operationName,
    query: `query ${operationName}($first: Int!, $after: String) { memberStates { code firearms(first: $first, after: $after) { edges { node { ${selection} } } } } }`,
    variables: { ...page },
  };
}

function ordinary(operationName: string, selection: string, page: Page, states: readonly string[]): Question {
  const fields = states.map(
    (state) => `${fieldOf(state)}(first: $first, after: $after) { edges { node { ${selection} } } }`,
  );
  return {
    operationName,
    query: `query ${operationName}($first: Int!, $after: String) { ${fields.join(' ')} }`,
    variables: { ...page },
  };
}

function fromOrdinary(data: Readonly<Record<string, unknown>>, states: readonly string[]): unknown {
  return { memberStates: states.map((code) => ({ code, firearms: data[fieldOf(code)] })) };
}

function fieldOf(state: string): string {
  return `${state.toLowerCase()}Firearms`;
}
