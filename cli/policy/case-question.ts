import { getNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { z } from 'zod';
import { masks, withholdingReasons } from '../../common/withheld.js';
import type { Condition } from '../../policy/agreement.js';
import type { RowsAnswer, RowsRequest, ShownValue } from '../../policy/decide-rows.js';
import { mergeWithheld } from '../../policy/merge-withheld.js';
import { isComposite, isDoorArgument, recordBehind } from '../../policy/operation/scope.js';

/** A request to a node: the document, and the variables of one page. */
export interface CaseQuestion {
  readonly query: string;
  readonly variables: (after: string | null) => Readonly<Record<string, unknown>>;
}

/** Small, so that answers go over several pages. */
const pageSize = 3;

/** Asks for the records of a worked case as the list of its type. @throws Error where the language has none */
export function caseQuestion(request: RowsRequest, state: string, schema: GraphQLSchema): CaseQuestion {
  const list = listOf(request.record, schema);
  const { filter = null, sort = null } = request;
  const query = `query($r: [_Any!]!, $f: ${list.filter}, $s: ${list.sort}, $a: String) {
    _entities(representations: $r) { ... on MemberState {
      list: ${list.field}(filter: $f, sort: $s, first: ${String(pageSize)}, after: $a) {
        hit totalCount edges { node { id ${request.select.join(' ')} } } pageInfo { hasNextPage endCursor }
      }
    } }
  }`;
  const r = [{ __typename: 'MemberState', code: state }];
  const f = filter && nested(filter);
  return { query, variables: (a) => ({ r, f, s: sort, a }) };
}

/** What is asked of a record that this one refers to (`person.passport`) stands beneath the reference. */
function nested(filter: Condition): Readonly<Record<string, unknown>> {
  const whole: Record<string, Record<string, unknown>> = {};
  for (const [path, wanted] of Object.entries(filter)) {
    const [first = path, beneath] = path.split('.', 2);
    whole[first] = { ...whole[first], ...(beneath === undefined ? wanted : { [beneath]: wanted }) };
  }
  return whole;
}

function listOf(record: string, schema: GraphQLSchema) {
  const state = schema.getType('MemberState');
  const fields = isObjectType(state) ? Object.values(state.getFields()) : [];
  const door = fields.find(({ type, args }) => {
    const list = getNamedType(type);
    return (
      args.some(({ name }) => isDoorArgument(name)) && isComposite(list) && recordBehind(list) === record
    );
  });
  if (door === undefined) throw new Error(`the shared language has no list of ${record}`);
  const typeOf = (argument: string): string =>
    String(door.args.find(({ name }) => name === argument)?.type ?? 'String');
  return { field: door.name, filter: typeOf('filter'), sort: typeOf('sort') };
}

const pageSchema = z.object({
  data: z
    .object({
      _entities: z.tuple([
        z
          .object({
            list: z
              .object({
                hit: z.enum(['HIT', 'NO_HIT']).nullable(),
                totalCount: z.number().nullable(),
                edges: z.array(z.object({ node: z.looseObject({ id: z.string() }) })).nullable(),
                pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }).nullable(),
              })
              .nullable(),
          })
          .nullable(),
      ]),
    })
    .nullable(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) }))
    .optional(),
  extensions: z
    .object({
      istmo: z.object({
        withheld: z.array(
          z.object({
            coordinate: z.string(),
            reason: z.enum(withholdingReasons),
            records: z.array(z.string()).optional(),
          }),
        ),
        masked: z.array(
          z.object({ coordinate: z.string(), mask: z.enum(masks), records: z.array(z.string()) }),
        ),
      }),
    })
    .optional(),
});

/** What a node answers to one page of a question. */
export type CasePage = z.infer<typeof pageSchema>;

/** @throws Error where the node answers with an error other than that all is withheld */
export function readCasePage(json: unknown): CasePage {
  const page = pageSchema.parse(json);
  const fault = page.errors?.find(({ extensions: { code } }) => code !== 'WITHHELD');
  if (fault !== undefined) throw new Error(`the node answers ${fault.extensions.code}: ${fault.message}`);
  return page;
}

export function nextPage(page: CasePage): string | null {
  const info = listIn(page)?.pageInfo;
  return info?.hasNextPage === true ? info.endCursor : null;
}

/** Puts the pages of an answer together, in the form of the worked cases. */
export function answerOf({ record, select }: RowsRequest, pages: readonly CasePage[]): RowsAnswer {
  const nodes = pages.flatMap((page) => listIn(page)?.edges ?? []).map(({ node }) => node);
  const accounts = pages.flatMap(({ extensions }) => extensions?.istmo ?? []);
  const withheld = mergeWithheld(accounts.flatMap((account) => account.withheld));
  const masked = accounts.flatMap((account) => account.masked);
  const [first] = pages;
  const total = first && listIn(first)?.totalCount;
  if (total != null && total !== nodes.length)
    throw new Error(`totalCount is ${String(total)}, but ${String(nodes.length)} records came`);
  const shown = (node: (typeof nodes)[number], field: string): ShownValue => {
    const of = (one: Named): boolean =>
      one.coordinate === `${record}.${field}` && one.records?.includes(node.id) !== false;
    if (withheld.some(of)) return { withheld: true };
    const mask = masked.find(of)?.mask;
    if (mask === undefined) return { value: node[field] };
    return mask === 'HASH' ? { masked: mask } : { masked: mask, value: node[field] };
  };
  return {
    records: nodes.map((node) => ({
      id: node.id,
      fields: Object.fromEntries(select.map((field) => [field, shown(node, field)])),
    })),
    withheld,
    hit: (first && listIn(first)?.hit) ?? null,
  };
}

/** What an account says of a coordinate: of all records, or of some. */
interface Named {
  readonly coordinate: string;
  readonly records?: readonly string[] | undefined;
}

function listIn({ data }: CasePage) {
  return data?._entities[0]?.list ?? undefined;
}
