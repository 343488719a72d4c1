import type { RecordList } from '../../../schema/lists.js';
import type { Fault, Source } from '../../execute/source.js';
import { type Data, isData } from '../../plan/data.js';
import type { FetchOperation } from '../../plan/steps.js';
import type { RegionContext } from '../region-context.js';
import type { LatestCursor } from './cursor.js';
import type { Listed, ListPart } from './merge.js';

/** Of a domain's lists the order alone: which records, and when they were recorded. */
export interface ListsFetch {
  readonly lists: readonly RecordList[];
  readonly operation: FetchOperation;
}

/** The same for all States, so that what their agreements say of it is worked out once. */
export function listsFetch(lists: readonly RecordList[]): ListsFetch {
  const variables = lists.map(({ field }) => `$after_${field}: String`).join(', ');
  const selections = lists.map(
    ({ field }) =>
      `${field}(sort: { field: recordedAt, descending: true }, first: $first, after: $after_${field}) ` +
      '{ edges { cursor node { id recordedAt } } pageInfo { hasNextPage } }',
  );
  return {
    lists,
    operation: {
      text:
        `query Latest($representations: [_Any!]!, $first: Int!, ${variables}) ` +
        `{ _entities(representations: $representations) { ... on MemberState { ${selections.join(' ')} } } }`,
      name: 'Latest',
      variables: ['first', ...lists.map(({ field }) => `after_${field}`)],
    },
  };
}

/** One State's lists, from their places on; those that it does not give are missing. */
export interface StateLists {
  readonly parts: readonly ListPart[];
  /** Whether it failed, so that it may have records that nobody has seen. */
  readonly failed: boolean;
}

/** From where a page is read, and how much. */
export interface PageStart {
  readonly first: number;
  readonly after: LatestCursor;
}

/** Asks States for the order of their lists, side by side. Their faults are noted at `path`. */
export async function readLists(
  member: Source,
  fetch: ListsFetch,
  states: readonly string[],
  start: PageStart,
  { context, path }: { readonly context: RegionContext; readonly path: Fault['path'] },
): Promise<readonly StateLists[]> {
  const answers = await Promise.all(
    togetherAsked(fetch, states, start).map(async ({ variables, codes }) => {
      const { entities, faults } = await member.entities(
        { operation: fetch.operation, variables, context },
        codes.map((code) => ({ __typename: 'MemberState', code })),
      );
      context.faults.push(...faults.map(({ position: _, ...fault }) => ({ ...fault, path })));
      return codes.map((state, index) => ({
        parts: partsOf(entities[index], fetch.lists, state),
        failed: faults.some(({ position }) => position === index),
      }));
    }),
  );
  return answers.flat();
}

interface AskedTogether {
  readonly variables: Data;
  readonly codes: string[];
}

/** States of which the same is asked: at the beginning all of them, later each from its own place. */
function togetherAsked(
  { lists }: ListsFetch,
  states: readonly string[],
  { first, after }: PageStart,
): readonly AskedTogether[] {
  const groups = new Map<string, AskedTogether>();
  for (const state of states) {
    const places = lists.flatMap(({ field }) => {
      const place = after.get(`${state}.${field}`);
      return typeof place === 'string' ? [[`after_${field}`, place] as const] : [];
    });
    const variables = { first, ...Object.fromEntries(places) };
    const key = JSON.stringify(variables);
    const group: AskedTogether = groups.get(key) ?? { variables, codes: [] };
    group.codes.push(state);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function partsOf(entity: unknown, lists: readonly RecordList[], state: string): readonly ListPart[] {
  return isData(entity) ? lists.flatMap((list) => partOf(entity, list, state)) : [];
}

function partOf(entity: Data, { field, record }: RecordList, state: string): readonly ListPart[] {
  const connection = entity[field];
  if (!isData(connection)) return [];
  const { edges, pageInfo } = connection;
  const items = (Array.isArray(edges) ? edges : []).flatMap((edge): readonly Listed[] => {
    const node = isData(edge) ? edge['node'] : undefined;
    if (!isData(edge) || !isData(node)) return [];
    const { cursor } = edge;
    const { id, recordedAt } = node;
    if (typeof id !== 'string' || typeof cursor !== 'string') return [];
    return [{ state, record, id, cursor, at: instant(recordedAt) }];
  });
  const more = isData(pageInfo) && pageInfo['hasNextPage'] === true;
  return [{ name: `${state}.${field}`, items, more }];
}

/** Of a date alone the beginning of the day; undefined where it is not known. */
function instant(recordedAt: unknown): number | undefined {
  const time = typeof recordedAt === 'string' ? Date.parse(recordedAt) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
