import { dateIn } from '../../../common/clock.js';
import { IstmoError } from '../../../common/errors.js';
import {
  type Approved,
  type Proposed,
  type Refused,
  type Release,
  releaseOf,
  type Step,
  stepFault,
} from '../../../policy/release/life.js';
import {
  digestOfParticulars,
  releaseId,
  type RequestText,
  type StepText,
} from '../../../policy/release/step-texts.js';
import { releaseAgreementId, termFaults } from '../../../policy/release/terms.js';
import { named, note } from './desk-log.js';
import { type Asked, type DeskParts, invalid, officerOf } from './desk-parts.js';
import { oneByOne } from './one-by-one.js';
import { checkOpenness } from './openness.js';
import { checkPace } from './pace.js';
import { current, list, type ReleasePage, shown, visible } from './requests.js';
import { type ReleaseView, viewOf } from './view.js';

/** What is answered: one request for release, or a page of them. */
export type DeskAnswer = { readonly release: ReleaseView } | ReleasePage;

/** Where a State's node takes requests for release, and its officers decide them. */
export interface ReleaseDesk {
  /** @throws IstmoError with why a step is not taken; that too is in the log */
  answer(asked: Asked): Promise<DeskAnswer>;
  /** Notes what nobody decided in time, and puts in force what is approved and is not yet. */
  tidy(): Promise<void>;
}

/** Each step is in the access log before it counts, and counts before it is answered. */
export function openDesk(parts: DeskParts): ReleaseDesk {
  const turn = oneByOne();
  return {
    answer: (asked) =>
      turn(async () => {
        try {
          return await take(parts, asked);
        } catch (error) {
          if (error instanceof IstmoError && error.code !== 'AUDIT_UNAVAILABLE')
            await note(parts, { asked, refusal: error, releases: named(asked) });
          throw error;
        }
      }),
    tidy: () =>
      turn(async () => {
        for (const stored of await parts.store.undecided()) await current(parts, stored);
        for (const { id, steps } of await parts.store.unpublished())
          await putInForce(parts, releaseOf(id, parts.state, steps), steps.length).catch(parts.onFault);
      }),
  };
}

async function take(parts: DeskParts, asked: Asked): Promise<DeskAnswer> {
  const { step } = asked;
  switch (step.do) {
    case 'REQUEST':
      return { release: await request(parts, asked, step) };
    case 'LIST':
      return list(parts, asked, step);
    case 'READ': {
      const { release } = await visible(parts, asked, step.id);
      await note(parts, { asked, releases: [{ id: release.id, step: 'READ' }] });
      return { release: await shown(parts, asked, release) };
    }
    case 'PROPOSE':
    case 'APPROVE':
    case 'REFUSE':
      return { release: await decide(parts, asked, step) };
  }
}

async function request(parts: DeskParts, asked: Asked, text: RequestText): Promise<ReleaseView> {
  const { state, clock, store, timeZone, vocabulary, agreements } = parts;
  const { assertion, particulars, evidence } = asked;
  const { purpose, case: caseNumber, agency, roles, urgency, jti } = assertion;
  if (particulars === undefined || digestOfParticulars(particulars) !== text.particulars)
    throw new IstmoError('ASSERTION_BODY_MISMATCH');
  if (!vocabulary.purposes.has(purpose)) throw new IstmoError('PURPOSE_UNKNOWN');
  if (caseNumber === undefined) throw new IstmoError('CASE_MISSING');
  if (text.deadline === 'HOURS_8' && urgency !== 'URGENT')
    throw invalid('deadline', 'HOURS_8 is for what is URGENT');
  const at = clock();
  const asker = { agency, roles, purpose, case: caseNumber, date: dateIn(timeZone, at) };
  checkOpenness({ state, vocabulary, policy: agreements.policy }, asker, text, particulars);
  await checkPace(store, agency, at);
  const { record, fields, deadline } = text;
  const step: Step = {
    kind: 'REQUESTED',
    at,
    by: officerOf(assertion),
    purpose,
    case: caseNumber,
    record,
    fields,
    deadline,
    particulars,
    evidence,
  };
  const id = releaseId(state, jti);
  await note(parts, { asked, releases: [{ id, step: 'REQUESTED' }] });
  await store.add(id, agency, 0, step);
  const release = releaseOf(id, state, [step]);
  if (release === undefined) throw new IstmoError('INTERNAL');
  // never with candidates: whoever asks is told the same whether there are any or not
  return viewOf(release, officerOf(assertion), []);
}

type Deciding = Extract<StepText, { readonly do: 'PROPOSE' | 'APPROVE' | 'REFUSE' }>;

async function decide(parts: DeskParts, asked: Asked, text: Deciding): Promise<ReleaseView> {
  const { state, store, clock, timeZone } = parts;
  const { release, steps } = await visible(parts, asked, text.id);
  const at = clock();
  const step = stepOf(asked, text, at);
  const fault = stepFault(release, step);
  if (fault !== undefined) throw new IstmoError(fault);
  const terms = step.kind === 'PROPOSED' ? step.terms : release.proposed?.terms;
  const [wrong] =
    step.kind === 'REFUSED' || terms === undefined
      ? []
      : termFaults(state, release.requested, terms, dateIn(timeZone, at));
  if (wrong !== undefined) throw invalid(wrong.argument, wrong.message);
  await note(parts, {
    asked,
    releases: [{ id: release.id, step: step.kind }],
    agreements: step.kind === 'APPROVED' ? [releaseAgreementId(release.id)] : [],
  });
  await store.add(release.id, release.requested.by.agency, steps.length, step);
  const after = releaseOf(release.id, state, [...steps, step]);
  if (after === undefined) throw new IstmoError('INTERNAL');
  if (step.kind === 'APPROVED') await putInForce(parts, after, steps.length + 1);
  return shown(parts, asked, after);
}

/** @param known - steps that were taken */
async function putInForce(
  { store, clock, publish }: DeskParts,
  release: Release | undefined,
  known: number,
): Promise<void> {
  if (release === undefined) return;
  await publish(release);
  await store.add(release.id, release.requested.by.agency, known, { kind: 'IN_FORCE', at: clock() });
}

function stepOf({ assertion, evidence }: Asked, text: Deciding, at: number): Proposed | Approved | Refused {
  const taken = { at, by: officerOf(assertion) };
  switch (text.do) {
    case 'PROPOSE':
      return { kind: 'PROPOSED', ...taken, terms: text.terms, evidence };
    case 'APPROVE':
      return { kind: 'APPROVED', ...taken, proposal: text.proposal, evidence };
    case 'REFUSE':
      return { kind: 'REFUSED', ...taken, reason: text.reason };
  }
}
