import { createHmac } from 'node:crypto';
import { dateIn } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { withRetryAt } from '../../common/withheld.js';
import { decide } from '../../policy/decide.js';
import { mergeWithheld } from '../../policy/merge-withheld.js';
import { accessEntry } from './access-entry.js';
import type { AgreementSet } from './agreements.js';
import type { Assertion } from './assertion.js';
import { type GraphQLRequest, readGraphQLRequest } from './execute.js';
import { openLedger } from './ledger.js';
import type { NodeParts } from './node-parts.js';
import type { NodeRequest } from './node-request.js';

/**
 * Answers a question: verifies who asks, decides, reads, logs, in this order.
 *
 * @param authorization - `Bearer`, then the gateway's assertion
 * @param rawBody - as it came: the assertion names its hash
 * @returns what goes to the gateway as JSON
 * @throws IstmoError for what is refused; its entry in the log is the caller's to make
 */
export async function answerQuestion(
  parts: NodeParts,
  authorization: string | undefined,
  rawBody: Buffer,
): Promise<object> {
  const assertion = await parts.verify(authorization, rawBody);
  parts.toCome?.add(assertion.rid);
  try {
    return await answer(parts, assertion, rawBody);
  } finally {
    // where it comes to no answer its entry, a refusal's, has another id
    parts.toCome?.delete(assertion.rid);
  }
}

async function answer(parts: NodeParts, assertion: Assertion, rawBody: Buffer): Promise<object> {
  const graphql = readGraphQLRequest(parseJson(rawBody));
  const { agreements } = parts;
  const { result, ledger, charged } = await answerWithin(parts, agreements, assertion, graphql);
  const failed = result.errors?.some(({ extensions }) => extensions['code'] !== 'WITHHELD') === true;
  const now = parts.clock();
  await parts.log.append(accessEntry(parts.state, assertion, ledger, agreements, now, { failed, charged }));
  const { exhausted, counted } = charged;
  const withheld = withRetryAt(mergeWithheld(ledger.withheld), exhausted);
  return { ...result, extensions: { istmo: { withheld, masked: ledger.masked, counted } } };
}

/** Answers as far as quotas reach: what one does not reach for is answered as if its agreement were not there. */
async function answerWithin(
  parts: NodeParts,
  agreements: AgreementSet,
  assertion: Assertion,
  graphql: GraphQLRequest,
) {
  const { quotas } = agreements.policy;
  const exhausted = new Map(parts.quotas?.exhaustedFor(assertion.sub, quotas));
  for (;;) {
    const request = openRequest(parts, agreements, assertion, [...exhausted.keys()]);
    const { ledger } = request;
    const result = await parts.execute(graphql, request);
    const asked = [...ledger.agreements].map((agreement) => [agreement, new Set<string>()] as const);
    const opened = new Map([...asked, ...ledger.opened]);
    const charged = await parts.quotas?.charge({ assertion, opened, quotas });
    if (charged === undefined || charged.exhausted.size === 0)
      return { result, ledger, charged: { exhausted, counted: charged?.counted ?? {} } };
    for (const [agreement, until] of charged.exhausted) exhausted.set(agreement, until);
  }
}

function openRequest(
  parts: NodeParts,
  { policy }: AgreementSet,
  assertion: Assertion,
  exhausted: readonly string[],
): NodeRequest {
  const now = parts.clock();
  const asker = {
    ...assertion,
    date: dateIn(parts.timeZone, now),
    ...(exhausted.length > 0 && { exhausted }),
  };
  return {
    assertion,
    source: parts.source,
    states: parts.states,
    deciding: {
      vocabulary: parts.vocabulary,
      offered: new Set(parts.offered),
      findable: parts.findable,
      decide: (record, fields, scope) => decide(policy, asker, { record, fields, ...scope }),
    },
    ledger: openLedger(),
    maskKey: createHmac('sha256', parts.maskSecret)
      .update(`mask ${asker.date.slice(0, 7)}`)
      .digest(),
    entities: new Map(),
    byKey: new Map(),
    related: new Map(),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw new IstmoError('BAD_REQUEST', { cause });
  }
}
