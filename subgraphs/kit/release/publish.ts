import { readFileSync } from 'node:fs';
import { type Clock, dateIn } from '../../../common/clock.js';
import type { PrivateKey } from '../../../common/keys.js';
import { describeProblem } from '../../../common/problem.js';
import { readHistory } from '../../../policy/history/history.js';
import { lastOf } from '../../../policy/history/in-force.js';
import { lineHash, lineText } from '../../../policy/history/line.js';
import type { KeyRegister } from '../../../policy/signing/parties.js';
import { signText } from '../../../policy/signing/sign.js';
import type { Approved, Release } from '../../../policy/release/life.js';
import { releaseAgreement } from '../../../policy/release/terms.js';
import { appendHistory } from '../append-history.js';

export interface Publishing {
  readonly state: string;
  readonly timeZone: string;
  readonly historyFile: string;
  readonly register: KeyRegister;
  /** The State's. */
  readonly key: PrivateKey;
  readonly clock: Clock;
}

/**
 * Puts an approved release in force: a line of the State's history, signed by the State, with what stands for the grantee's
 * signature. What stands there already is not put there again.
 *
 * @throws Error where the history does not hold, or cannot be written
 */
export async function publishRelease(publishing: Publishing, release: Release): Promise<void> {
  const { requested, proposed, decided } = release;
  if (proposed === undefined || decided?.kind !== 'APPROVED') return;
  const { historyFile: file, state, register, clock, key } = publishing;
  const agreement = agreementOf(publishing, release, decided);
  const evidence = {
    request: requested.evidence,
    proposal: proposed.evidence,
    approval: decided.evidence,
  };
  await appendHistory(file, async () => {
    const text = readFileSync(file, 'utf8');
    const checked = async (whole: string) => {
      const read = await readHistory({ file, text: whole, grantor: state, register, now: clock() });
      if (!read.ok) throw new Error(read.problems.map(describeProblem).join('\n'));
      return read.entries;
    };
    const entries = await checked(text);
    if (lastOf(entries, agreement.id) !== undefined) return undefined;
    const now = Math.max(clock(), entries.at(-1)?.at ?? 0);
    const signed = await signText({ agreement, version: 1 }, 'GRANTOR', key, now);
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    const line = lineText('RELEASED', signed, now, last === '' ? undefined : lineHash(last), evidence);
    await checked(`${text}${line}\n`);
    return line;
  });
}

function agreementOf(
  { timeZone }: Publishing,
  { id, state, requested, proposed }: Release,
  { at }: Approved,
) {
  if (proposed === undefined) throw new Error(`${id} was not proposed`);
  const { purpose, case: caseNumber, record, by } = requested;
  const to = { id, state, agency: by.agency, purpose, case: caseNumber, record };
  return releaseAgreement(to, proposed.terms, dateIn(timeZone, at));
}
