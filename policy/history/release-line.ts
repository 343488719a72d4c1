import type { Agreement } from '../agreement.js';
import { type Asserted, type Gateways, readEvidence } from '../release/asserted.js';
import { decidesReleases, type Evidence, isSamePerson, type Officer } from '../release/life.js';
import {
  approvalSchema,
  deadlineHours,
  digestOfProposal,
  type ProposalText,
  proposalSchema,
  releaseId,
  type RequestText,
  requestSchema,
} from '../release/step-texts.js';
import { releaseAgreement, termFaults } from '../release/terms.js';
import { canonicalText } from '../signing/agreement-text.js';
import type { Words } from '../words/language.js';

/** What a release stands on in place of the grantee's signature: who asked, who proposed, who approved. */
export interface ReleaseEvidence {
  readonly request: Evidence;
  readonly proposal: Evidence;
  readonly approval: Evidence;
}

/**
 * What is wrong with an agreement that a release has made. The grantor's signature alone does not carry it: gateways of the
 * register must have asserted that the agency asked for it, that one officer of the State proposed exactly this, and that
 * another approved it.
 *
 * @param at - milliseconds since 1970: when it was published
 */
export async function releaseFaults(
  agreement: Agreement,
  evidence: ReleaseEvidence,
  gateways: Gateways,
  at: number,
): Promise<readonly Words[]> {
  const [request, proposal, approval] = await Promise.all([
    readStep(evidence.request, requestSchema, gateways),
    readStep(evidence.proposal, proposalSchema, gateways),
    readStep(evidence.approval, approvalSchema, gateways),
  ]);
  if (request === undefined || proposal === undefined || approval === undefined)
    return [fault(agreement, notAsserted)];
  const steps = [request.asserted, proposal.asserted, approval.asserted];
  const faults: Words[] = [];
  const dueAt = request.asserted.iat * 1_000 + deadlineHours[request.text.deadline] * 3_600_000;
  const isLate = approval.asserted.iat * 1_000 > dueAt + clockSkewMs;
  if (steps.some(({ aud }) => aud !== agreement.grantor) || !isInOrder(steps, at) || isLate)
    faults.push(otherSteps);
  if (!areTwo(agreement.grantor, request.asserted, proposal.asserted, approval.asserted))
    faults.push(onePerson);
  if (
    approval.text.id !== proposal.text.id ||
    approval.text.proposal !== digestOfProposal(proposal.text) ||
    !isWhatWasProposed(agreement, request, proposal.text)
  )
    faults.push(otherTerms);
  return faults.map((words) => fault(agreement, words));
}

interface ReadStep<T> {
  readonly asserted: Asserted;
  readonly text: T;
}

async function readStep<T>(
  evidence: Evidence,
  schema: { safeParse(value: unknown): { readonly data?: T | undefined } },
  gateways: Gateways,
): Promise<ReadStep<T> | undefined> {
  const asserted = await readEvidence(evidence, gateways);
  if (asserted === undefined) return undefined;
  const text = schema.safeParse(parseJson(evidence.text)).data;
  return text === undefined ? undefined : { asserted, text };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Milliseconds by which clocks may differ. */
const clockSkewMs = 60_000;

function isInOrder(steps: readonly Asserted[], at: number): boolean {
  const times = [...steps.map(({ iat }) => iat * 1_000), at];
  return times.every((time, index) => time <= (times[index + 1] ?? Infinity) + clockSkewMs);
}

function areTwo(state: string, ...[asked, proposed, approved]: readonly [Asserted, Asserted, Asserted]) {
  const [who, one, other] = [officerOf(asked), officerOf(proposed), officerOf(approved)];
  return (
    decidesReleases(state, one) &&
    decidesReleases(state, other) &&
    !isSamePerson(one, other) &&
    !isSamePerson(who, other)
  );
}

function officerOf({ sub: officer, agency, country, roles }: Asserted): Officer {
  return { agency, country, officer, roles };
}

/** Whether the agreement is, to the letter, the one that the request and the proposal make. */
function isWhatWasProposed(
  agreement: Agreement,
  { asserted, text }: ReadStep<RequestText>,
  { id, terms }: ProposalText,
): boolean {
  const { grantor: state, valid } = agreement;
  if (asserted.case === undefined || id !== releaseId(state, asserted.jti)) return false;
  if (termFaults(state, text, terms, valid.from).length > 0) return false;
  const { agency, purpose, case: caseNumber } = asserted;
  const to = { id, state, agency, purpose, case: caseNumber, record: text.record };
  return canonicalText(releaseAgreement(to, terms, valid.from)) === canonicalText(agreement);
}

function fault({ id }: Agreement, { en, es }: Words): Words {
  return { en: `${id}: ${en}`, es: `${id}: ${es}` };
}

const notAsserted: Words = {
  en: 'what was asked, proposed and approved is not asserted by a gateway of the register; the grantor restores the file',
  es: 'lo pedido, propuesto y aprobado no lo asevera una pasarela del registro; el otorgante restituye el archivo',
};

const otherSteps: Words = {
  en: 'was asked of another State, or not asked, proposed and approved in this order and in time',
  es: 'se pidió a otro Estado, o no se pidió, propuso y aprobó en este orden y a tiempo',
};

const onePerson: Words = {
  en: 'was not proposed by one release officer of the grantor and approved by another: nothing is released by one person',
  es: 'no lo propuso una persona que decide entregas del otorgante y lo aprobó otra: nada se entrega por una sola persona',
};

const otherTerms: Words = {
  en: 'is not what was asked for, proposed and approved',
  es: 'no es lo que se pidió, propuso y aprobó',
};
