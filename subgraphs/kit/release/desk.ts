import type { AuditLog } from '../../../audit/log.js';
import type { ReleaseStep } from '../../../audit/entry.js';
import { type Clock, dateIn } from '../../../common/clock.js';
import { IstmoError } from '../../../common/errors.js';
import {
  type Approved,
  decidesReleases,
  type Evidence,
  isOverdue,
  type Officer,
  type Proposed,
  type Refused,
  type Release,
  releaseOf,
  type Step,
  stepFault,
} from '../../../policy/release/life.js';
import {
  digestOfParticulars,
  type Particulars,
  releaseId,
  type RequestText,
  type StepText,
} from '../../../policy/release/step-texts.js';
import { releaseAgreementId, termFaults } from '../../../policy/release/terms.js';
import type { Vocabulary } from '../../../schema/vocabulary.js';
import type { AgreementSet } from '../agreements.js';
import type { Assertion } from '../assertion.js';
import type { Source } from '../records/source.js';
import { candidatesOf } from './candidates.js';
import { oneByOne } from './one-by-one.js';
import { checkOpenness } from './openness.js';
import { checkPace } from './pace.js';
import { releaseEntry } from './release-entry.js';
import type { ReleaseStore, StoredRelease } from './store.js';
import { type ReleaseView, viewOf } from './view.js';

export interface DeskParts {
  readonly state: string;
  readonly timeZone: string;
  readonly vocabulary: Vocabulary;
  readonly source: Source;
  readonly store: ReleaseStore;
  readonly log: Pick<AuditLog, 'append'>;
  readonly clock: Clock;
  /** In force now; changes while the node runs. */
  readonly agreements: AgreementSet;
  /** Puts an approved release in force, if it is not yet. */
  readonly publish: (release: Release) => Promise<void>;
  /** Told where that failed: it is tried again. */
  readonly onFault: (error: unknown) => void;
}

/** A step as it came, with who takes it. */
export interface Asked {
  readonly assertion: Assertion;
  readonly step: StepText;
  readonly particulars: Particulars | undefined;
  readonly evidence: Evidence;
}

/** What is answered: one request for release, or a page of them. */
export type DeskAnswer =
  | { readonly release: ReleaseView }
  | { readonly releases: readonly ReleaseView[]; readonly next: string | null };

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
        for (const stored of await parts.store.before(Number.MAX_SAFE_INTEGER, 1_000)) {
          const release = releaseOf(stored.id, parts.state, stored.steps);
          if (release?.status === 'APPROVED') await parts.publish(release).catch(parts.onFault);
        }
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
  if (step.kind === 'APPROVED') await parts.publish(after);
  return shown(parts, asked, after);
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

/** Requests that are looked at for one page, at most: where fewer fit, the next page goes on from there. */
const examined = 500;

async function list(
  parts: DeskParts,
  asked: Asked,
  { status, first, after }: Extract<StepText, { readonly do: 'LIST' }>,
): Promise<DeskAnswer> {
  const officer = officerOf(asked.assertion);
  const agency = decidesReleases(parts.state, officer) ? undefined : officer.agency;
  const from = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
  if (!Number.isSafeInteger(from) || from < 1) throw invalid('after', 'what next was');
  const stored = await parts.store.before(from, examined, agency);
  const page: { readonly position: number; readonly view: ReleaseView; readonly id: string }[] = [];
  let position: number | undefined;
  for (const one of stored) {
    const release = await current(parts, one);
    position = one.position;
    if (release === undefined) continue;
    const view = viewOf(release, officer, []);
    if (status !== undefined && view['status'] !== status) continue;
    page.push({ position, id: one.id, view: await shown(parts, asked, release) });
    if (page.length === first) break;
  }
  await note(parts, { asked, releases: page.map(({ id }) => ({ id, step: 'READ' })) });
  const isLast = position === stored.at(-1)?.position && stored.length < examined;
  return {
    releases: page.map(({ view }) => view),
    next: isLast || position === undefined ? null : String(position),
  };
}

/** A request that the asker may see at all. */
async function visible(parts: DeskParts, { assertion }: Asked, id: string) {
  const stored = await parts.store.get(id);
  const release = stored && (await current(parts, stored));
  const officer = officerOf(assertion);
  const sees =
    release !== undefined &&
    (decidesReleases(parts.state, officer) || release.requested.by.agency === officer.agency);
  if (!sees) throw new IstmoError('RELEASE_UNKNOWN');
  return { release, steps: (await parts.store.get(id))?.steps ?? [] };
}

/** A request as it stands now: one whose time is over has expired, and the log and the store say so. */
async function current(parts: DeskParts, { id, steps }: StoredRelease): Promise<Release | undefined> {
  const { state, clock, store } = parts;
  const release = releaseOf(id, state, steps);
  if (release === undefined || !isOverdue(release, clock())) return release;
  const step: Step = { kind: 'EXPIRED', at: release.dueAt };
  await note(parts, { releases: [{ id, step: 'EXPIRED' }] });
  await store.add(id, release.requested.by.agency, steps.length, step);
  return releaseOf(id, state, [...steps, step]);
}

async function shown({ source, state }: DeskParts, { assertion }: Asked, release: Release) {
  const officer = officerOf(assertion);
  const isOpen = release.decided === undefined && decidesReleases(state, officer);
  return viewOf(release, officer, isOpen ? await candidatesOf(source, release.requested) : []);
}

interface Noted {
  readonly asked?: Asked;
  readonly releases: readonly ReleaseStep[];
  readonly agreements?: readonly string[];
  readonly refusal?: IstmoError;
}

async function note(
  { state, log, clock, agreements: { digest } }: DeskParts,
  { asked, releases, agreements, refusal }: Noted,
): Promise<void> {
  const told = {
    state,
    releases,
    agreementsDigest: digest,
    ...(asked && { assertion: asked.assertion }),
    ...(agreements && { agreements }),
    ...(refusal && { refusal: refusal.code }),
  };
  try {
    await log.append(releaseEntry(told, clock()));
  } catch (cause) {
    throw new IstmoError('AUDIT_UNAVAILABLE', { cause });
  }
}

const doing: Readonly<Record<Exclude<StepText['do'], 'LIST'>, ReleaseStep['step']>> = {
  REQUEST: 'REQUESTED',
  READ: 'READ',
  PROPOSE: 'PROPOSED',
  APPROVE: 'APPROVED',
  REFUSE: 'REFUSED',
};

/** What was tried, of a step that is not taken. */
function named({ step }: Asked): readonly ReleaseStep[] {
  return 'id' in step ? [{ id: step.id, step: doing[step.do] }] : [];
}

function officerOf({ sub: officer, agency, country, roles }: Assertion): Officer {
  return { agency, country, officer, roles };
}

function invalid(argument: string, message: string): IstmoError {
  return new IstmoError('ARGUMENT_INVALID', { detail: `${argument}: ${message}.`, details: { argument } });
}
