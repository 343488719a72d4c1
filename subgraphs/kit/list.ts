import { tellsHit } from '../../policy/hit.js';
import type { Authorised } from './authorise.js';
import { readContact } from './contact.js';
import { materialise } from './materialise.js';
import { hitPlanFor, type NodeRequest, planFor } from './node-request.js';
import { countRows, hasHit, type PageQuery, placeOf, readPage } from './records/page.js';

/** Answers a list of MemberState, or one that hangs on a record: what is asked of its records, and hit or no hit where a hit grant tells it. */
export async function answerList(
  request: NodeRequest,
  authorised: Authorised,
  query: PageQuery,
): Promise<Readonly<Record<string, unknown>>> {
  const { access, beneath, selection } = authorised;
  // a cursor that is none is one whatever is asked of the page
  if (access.decision !== undefined) placeOf(request.source, access.decision.reading.record, query);
  const names = new Set([...selection.fields.values()].map(({ name }) => name));
  const isWanted = (field: string): boolean => names.has(field) && !access.hidden.has(field);
  const told = isWanted('hit') || isWanted('contact') ? await tellHit(request, authorised, query) : null;
  const contact = await readContact(
    request,
    beneath.get('contact'),
    access.decision?.reading.record,
    told === 'HIT',
  );
  const totalCount = isWanted('totalCount') ? await countReturned(request, authorised, query) : null;
  const page =
    isWanted('edges') || isWanted('pageInfo') ? await answerPage(request, authorised, query) : undefined;
  return { hit: told, contact, totalCount, ...page };
}

async function tellHit(
  { source, ledger }: NodeRequest,
  { access, selection }: Authorised,
  { filter, owner }: PageQuery,
): Promise<'HIT' | 'NO_HIT' | null> {
  const { decision, hits } = access;
  if (decision === undefined || !tellsHit(hits, decision.reading)) return null;
  ledger.shown.add(`${selection.type.name}.hit`);
  const { plan, rest } = hitPlanFor({ reading: decision.reading, hits }, filter);
  return (await hasHit(source, plan, rest, owner)) ? 'HIT' : 'NO_HIT';
}

async function countReturned(
  { source }: NodeRequest,
  { access: { decision } }: Authorised,
  { filter, owner }: PageQuery,
): Promise<number | null> {
  return decision === undefined ? null : countRows(source, planFor(decision), filter, owner);
}

async function answerPage(request: NodeRequest, { access, beneath }: Authorised, query: PageQuery) {
  const record = beneath.get('edges')?.beneath.get('node');
  const decision = record?.access.decision ?? access.decision;
  if (decision === undefined) return {};
  const { rows, hasNextPage } = await readPage(request.source, planFor(decision), query);
  const found = rows.map(({ row }) => row);
  const nodes = record && (await materialise(request, found, record));
  return {
    edges: rows.map(({ cursor }, position) => ({ cursor, node: nodes?.[position] ?? null })),
    pageInfo: {
      hasNextPage,
      hasPreviousPage: query.after !== undefined,
      startCursor: rows[0]?.cursor ?? null,
      endCursor: rows.at(-1)?.cursor ?? null,
    },
  };
}
