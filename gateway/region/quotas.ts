import { dateIn } from '../../common/clock.js';
import { lacks } from '../../policy/applies.js';
import type { Policy } from '../../policy/compile.js';
import type { QuotaQuestion, QuotaStanding, QuotaStandings } from '../access/quotas.js';
import type { Requester } from '../identity/requester.js';
import type { KnownState } from '../states/directory.js';

/** What is left of one limit of an agreement, as the requester is told. */
interface AgreementQuota extends QuotaStanding {
  readonly purposes: readonly string[];
}

/**
 * What is left to a requester of the quotas of the agreements that these States have with his agency, for any purpose. Of other
 * agencies nothing is told.
 */
export async function quotasOf(
  states: readonly KnownState[],
  requester: Requester,
  standings: QuotaStandings,
  now: number,
): Promise<readonly AgreementQuota[]> {
  const purposes = new Map<string, readonly string[]>();
  const questions = states.map((known): QuotaQuestion => {
    const { code: state, timeZone } = known.state;
    const limited = limitedFor(known, requester, now);
    for (const [agreement, of] of limited) purposes.set(`${state} ${agreement}`, of.purposes);
    const quotas = [...limited].map(([agreement, { quota }]) => ({ agreement, quota }));
    return { state, timeZone, officer: requester.officer, quotas };
  });
  const found = await standings(questions);
  return found.map((one) => ({ ...one, purposes: purposes.get(`${one.state} ${one.agreement}`) ?? [] }));
}

/** Agreements that have a quota and are in force for the requester's agency and roles, by id. */
function limitedFor({ state, offering }: KnownState, { agency, roles }: Requester, now: number) {
  const { grants, quotas } = offering?.policy ?? nothing;
  const date = dateIn(state.timeZone, now);
  const all = [...(grants.get(agency)?.values() ?? [])].flat().map(({ agreement }) => agreement);
  return new Map(
    all.flatMap((agreement) => {
      const quota = quotas.get(agreement.id);
      const [purpose = ''] = agreement.purposes;
      // what was released for one case is no standing share
      const isMine =
        agreement.case === undefined && lacks(agreement, { agency, roles, purpose, date }).length === 0;
      return quota !== undefined && isMine
        ? [[agreement.id, { quota, purposes: agreement.purposes }] as const]
        : [];
    }),
  );
}

const nothing: Pick<Policy, 'grants' | 'quotas'> = { grants: new Map(), quotas: new Map() };
