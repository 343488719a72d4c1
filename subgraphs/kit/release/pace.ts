import { IstmoError } from '../../../common/errors.js';
import type { ReleaseStore } from './store.js';

/** Requests of one agency that may wait, and that it may make within an hour: each takes two officers' time. */
const maxWaiting = 100;
const maxAnHour = 30;

/** @throws IstmoError `RATE_LIMITED` where an agency asks for more than a State can look at */
export async function checkPace(store: ReleaseStore, agency: string, now: number): Promise<void> {
  const waiting = (await store.undecided()).filter(
    ({ steps: [first] }) => first?.kind === 'REQUESTED' && first.by.agency === agency,
  );
  const [oldest] = (await store.before(Number.MAX_SAFE_INTEGER, maxAnHour, agency)).slice(maxAnHour - 1);
  const since = oldest?.steps[0]?.at;
  if (waiting.length >= maxWaiting || (since !== undefined && since > now - 3_600_000))
    throw new IstmoError('RATE_LIMITED');
}
