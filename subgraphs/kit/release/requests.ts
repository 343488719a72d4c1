import { IstmoError } from '../../../common/errors.js';
import {
  decidesReleases,
  isOverdue,
  type Release,
  releaseOf,
  type Step,
} from '../../../policy/release/life.js';
import type { StepText } from '../../../policy/release/step-texts.js';
import { candidatesOf } from './candidates.js';
import { note } from './desk-log.js';
import { type Asked, type DeskParts, invalid, officerOf } from './desk-parts.js';
import type { StoredRelease } from './store.js';
import { type ReleaseView, viewOf } from './view.js';

/** A page of requests for release, the newest first. */
export interface ReleasePage {
  readonly releases: readonly ReleaseView[];
  readonly next: string | null;
}

/** Requests that are looked at for one page, at most: where fewer fit, the next page goes on from there. */
const examined = 500;

export async function list(
  parts: DeskParts,
  asked: Asked,
  { status, first, after }: Extract<StepText, { readonly do: 'LIST' }>,
): Promise<ReleasePage> {
  const officer = officerOf(asked.assertion);
  const agency = decidesReleases(parts.state, officer) ? undefined : officer.agency;
  const from = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
  if (!Number.isSafeInteger(from) || from < 1) throw invalid('after', 'what next was');
  const stored = await parts.store.before(from, examined, agency);
  const page: Release[] = [];
  let position: number | undefined;
  for (const one of stored) {
    const { release } = await current(parts, one);
    position = one.position;
    if (release === undefined) continue;
    if (status !== undefined && viewOf(release, officer, [])['status'] !== status) continue;
    page.push(release);
    if (page.length === first) break;
  }
  await note(parts, { asked, releases: page.map(({ id }) => ({ id, step: 'READ' })) });
  const isLast = position === stored.at(-1)?.position && stored.length < examined;
  return {
    releases: await allShown(parts, asked, page),
    next: isLast || position === undefined ? null : String(position),
  };
}

/** A request that the asker may see at all. */
export async function visible(parts: DeskParts, { assertion }: Asked, id: string) {
  const stored = await parts.store.get(id);
  if (stored === undefined) throw new IstmoError('RELEASE_UNKNOWN');
  const { release, steps } = await current(parts, stored);
  const officer = officerOf(assertion);
  const sees =
    release !== undefined &&
    (decidesReleases(parts.state, officer) || release.requested.by.agency === officer.agency);
  if (!sees) throw new IstmoError('RELEASE_UNKNOWN');
  return { release, steps };
}

interface Standing {
  readonly release: Release | undefined;
  readonly steps: readonly Step[];
}

/** A request as it stands now, with its steps: one whose time is over has expired, and the log and the store say so. */
export async function current(parts: DeskParts, { id, steps }: StoredRelease): Promise<Standing> {
  const { state, clock, store } = parts;
  const release = releaseOf(id, state, steps);
  if (release === undefined || !isOverdue(release, clock())) return { release, steps };
  const step: Step = { kind: 'EXPIRED', at: release.dueAt };
  await note(parts, { releases: [{ id, step: 'EXPIRED' }] });
  await store.add(id, release.requested.by.agency, steps.length, step);
  const all = [...steps, step];
  return { release: releaseOf(id, state, all), steps: all };
}

export async function shown(parts: DeskParts, asked: Asked, release: Release): Promise<ReleaseView> {
  const [view] = await allShown(parts, asked, [release]);
  return view ?? viewOf(release, officerOf(asked.assertion), []);
}

/** As they are told to who asks: of those that wait its officers are told which records fit. */
async function allShown(
  { source, state }: DeskParts,
  { assertion }: Asked,
  releases: readonly Release[],
): Promise<readonly ReleaseView[]> {
  const officer = officerOf(assertion);
  const open = decidesReleases(state, officer) ? releases.filter(({ decided }) => decided === undefined) : [];
  const candidates = await candidatesOf(
    source,
    open.map(({ requested }) => requested),
  );
  return releases.map((release) => viewOf(release, officer, candidates[open.indexOf(release)] ?? []));
}
