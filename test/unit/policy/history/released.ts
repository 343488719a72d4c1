import { createAsserter } from '../../../../gateway/states/assertion.js';
import { makeKey } from '../../../../cli/region/data-folder.js';
import type { Agreement } from '../../../../policy/agreement.js';
import { readHistory } from '../../../../policy/history/history.js';
import { lineText } from '../../../../policy/history/line.js';
import type { ReleaseEvidence } from '../../../../policy/history/release-line.js';
import type { Evidence } from '../../../../policy/release/life.js';
import {
  digestOfProposal,
  type ProposalText,
  releaseId,
  type RequestText,
  type StepText,
  textOf,
} from '../../../../policy/release/step-texts.js';
import { releaseAgreement } from '../../../../policy/release/terms.js';
import type { KeyRegister } from '../../../../policy/signing/parties.js';
import { signText } from '../../../../policy/signing/sign.js';
import { day, keys, register } from './signed-history.js';

const gatewayKey = makeKey('gateway');
export const strangerKey = makeKey('gateway');

export interface Taker {
  readonly agency: string;
  readonly officer: string;
  readonly roles: readonly string[];
  readonly case?: string;
  readonly state?: string;
  readonly at?: number;
  readonly key?: typeof gatewayKey;
}

const asker: Taker = { agency: 'US-ATF', officer: 'a', roles: ['tracer'], case: 'C-1' };
const first: Taker = { agency: 'GT-PNC', officer: 'e1', roles: ['release-officer'] };
const second: Taker = { agency: 'GT-PNC', officer: 'e2', roles: ['release-officer'] };

/** A step as a gateway signs for it. */
function signedStep(step: StepText, taker: Taker): Evidence & { readonly jti: string } {
  const { agency, officer, roles, state = 'GT', at = day, key = gatewayKey } = taker;
  const text = textOf(step);
  const purpose = taker.case === undefined ? 'RELEASE' : 'FIREARM_TRACING';
  const signed = createAsserter(
    'g',
    key,
    1,
    () => at,
  )({
    requestId: 'r',
    requester: { agency, country: agency.slice(0, 2), officer, client: 'c', roles },
    declaration: { purpose, urgency: 'ROUTINE', ...(taker.case !== undefined && { case: taker.case }) },
    requests: [{ state, body: text }],
  }).get(state);
  return { assertion: signed?.token ?? '', jti: signed?.jti ?? '', text };
}

const request: RequestText = {
  do: 'REQUEST',
  record: 'Firearm',
  fields: ['make', 'model'],
  deadline: 'DAYS_3',
  particulars: 'p',
};

const terms: ProposalText['terms'] = {
  records: ['GT:Firearm:1'],
  fields: ['make'],
  until: '2026-03-31',
  legalBasis: ['L'],
  minors: false,
};

/** A release, in which something may be otherwise than it should. */
export interface Told {
  readonly asker?: Partial<Taker>;
  readonly proposer?: Partial<Taker>;
  readonly approver?: Partial<Taker>;
  readonly terms?: Partial<ProposalText['terms']>;
  /** What is approved, where it is not what was proposed. */
  readonly approved?: Partial<ProposalText['terms']>;
  /** What is published, where it is not what was approved. */
  readonly agreement?: Partial<Agreement>;
  readonly kind?: 'RELEASED' | 'PUBLISHED';
  readonly without?: boolean;
}

/** A history of one line that a release has made, and the register that it is held against. */
export interface ReleasedHistory {
  readonly text: string;
  readonly register: KeyRegister;
}

export async function releasedHistory(told: Told): Promise<ReleasedHistory> {
  const asked = signedStep(request, { ...asker, ...told.asker });
  const id = releaseId('GT', asked.jti);
  const proposal: ProposalText = { do: 'PROPOSE', id, terms: { ...terms, ...told.terms } };
  const proposed = signedStep(proposal, { ...first, ...told.proposer });
  const approvedText = { ...proposal, terms: { ...proposal.terms, ...told.approved } };
  const approved = signedStep(
    { do: 'APPROVE', id, proposal: digestOfProposal(approvedText) },
    { ...second, ...told.approver },
  );
  const to = {
    id,
    state: 'GT',
    agency: 'US-ATF',
    purpose: 'FIREARM_TRACING',
    case: 'C-1',
    record: 'Firearm',
  };
  const agreement = { ...releaseAgreement(to, proposal.terms, '2026-03-01'), ...told.agreement };
  const signed = await signText({ agreement, version: 1 }, 'GRANTOR', keys.GT, day);
  const plain = ({ assertion, text }: Evidence): Evidence => ({ assertion, text });
  const evidence: ReleaseEvidence = {
    request: plain(asked),
    proposal: plain(proposed),
    approval: plain(approved),
  };
  const line = lineText(
    told.kind ?? 'RELEASED',
    signed,
    day,
    undefined,
    told.without === true ? undefined : evidence,
  );
  const { kty, crv, kid, x } = gatewayKey;
  return {
    text: `${line}\n`,
    register: { ...register(), gateways: [{ id: 'g', publicKey: { kty, crv, kid, x } }] },
  };
}

/** The problems of such a history. */
export async function problemsOf(told: Told): Promise<readonly string[]> {
  const read = await readHistory({ file: 'h', ...(await releasedHistory(told)), grantor: 'GT', now: day });
  return read.ok ? [] : read.problems.map(({ message }) => message);
}
