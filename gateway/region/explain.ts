import { type Clock, dateIn } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import type { Agency, Region } from '../../common/region.js';
import type { Agreement } from '../../policy/agreement.js';
import { isOfCase } from '../../policy/case.js';
import { explain, type Explanation, type GrantAccount } from '../../policy/explain.js';
import { conditionWords } from '../../policy/words/condition-words.js';
import { lackingWords, verdictWords } from '../../policy/words/explain-words.js';
import type { QueryExplainArgs } from '../../schema/types.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { sightOf } from '../audit/sight.js';
import type { GatewayContext } from '../exchange.js';
import type { Requester } from '../identity/requester.js';
import type { Directory, KnownState } from '../states/directory.js';
import type { PastAgreements } from '../states/past-agreements.js';
import { questionOf } from './explain-question.js';

export interface ExplainParts {
  readonly directory: Pick<Directory, 'get'>;
  readonly past: Pick<PastAgreements, 'at'>;
  readonly region: Pick<Region, 'agencies'>;
  readonly vocabulary: Vocabulary;
  readonly clock: Clock;
}

/** The texts that are judged. */
interface Texts {
  readonly agreements: readonly Agreement[];
  readonly digest: string;
  readonly isFromHistory: boolean;
}

/** Why a State shows a field or does not, by what it has published of its agreements: no State's record is read. */
export function explainResolver(parts: ExplainParts) {
  return async (_: unknown, args: QueryExplainArgs, { exchange: { requester } }: GatewayContext) => {
    if (requester === undefined) throw new IstmoError('INTERNAL');
    const known = parts.directory.get(args.state);
    if (known === undefined)
      throw new IstmoError('UNKNOWN_STATE', {
        details: { argument: 'state', state: args.state.slice(0, 2) },
      });
    const agency = agencyOf(parts.region, args.agency ?? requester.agency);
    const isOwn = agency.id === requester.agency;
    const sees = whatIsSeen(requester, args.state, agency);
    const now = parts.clock();
    const moment = momentOf(args.at, now);
    const asker = {
      agency: agency.id,
      roles: args.roles ?? (isOwn ? requester.roles : []),
      purpose: args.purpose,
      case: args.case ?? undefined,
      date: dateIn(known.state.timeZone, moment),
    };
    const question = { asker, ...questionOf(args, parts.vocabulary) };
    const past = moment < now ? await parts.past.at(known.state, moment) : undefined;
    const texts = past === undefined ? textsNow(known) : { ...past, isFromHistory: true };
    // what was released for another case is not even named
    const agreements = texts.agreements.filter(
      (one) => (sees === 'ALL' || one.grantee.agency === agency.id) && isOfCase(one, asker.case),
    );
    const { offered = new Set<string>() } = known.offering ?? {};
    const explanation = explain({ vocabulary: parts.vocabulary, agreements, offered }, question);
    return {
      state: args.state,
      ...asker,
      ...present(explanation),
      agreementsDigest: texts.digest,
      isFromHistory: texts.isFromHistory,
    };
  };
}

function agencyOf({ agencies }: Pick<Region, 'agencies'>, id: string): Agency {
  const found = agencies.find((agency) => agency.id === id);
  if (found === undefined) throw invalid('agency');
  return found;
}

/**
 * Whether all agreements of the State are explained, or those with the agency alone.
 *
 * @throws IstmoError `WITHHELD` where the requester may not ask at all
 */
function whatIsSeen(requester: Requester, state: string, agency: Agency): 'ALL' | 'WITH_AGENCY' {
  const sight = sightOf(requester);
  if (sight !== undefined && Object.keys(sight.filter).length === 0) return 'ALL';
  if (sight?.state === state) return 'ALL';
  if (sight?.state === agency.country || agency.id === requester.agency) return 'WITH_AGENCY';
  throw new IstmoError('WITHHELD');
}

function momentOf(at: string | null | undefined, now: number): number {
  if (at == null) return now;
  const moment = Date.parse(at);
  if (Number.isNaN(moment) || !/(?:Z|[+-]\d{2}:\d{2})$/u.test(at)) throw invalid('at');
  return moment;
}

/** Of a State that keeps no history, what it has published now stands for the past, too. */
function textsNow({ offering }: KnownState): Texts {
  if (offering === undefined) throw new IstmoError('STATE_UNAVAILABLE');
  const grants = [...offering.policy.grants.values()].flatMap((byRecord) => [...byRecord.values()].flat());
  const agreements = [...new Set(grants.map(({ agreement }) => agreement))];
  return { agreements, digest: offering.agreementsDigest, isFromHistory: false };
}

function present(explanation: Explanation) {
  const { asker: _, minorsProtected, applied, near, ...rest } = explanation;
  return {
    ...rest,
    verdictEnglish: verdictWords(explanation, 'en'),
    verdictSpanish: verdictWords(explanation, 'es'),
    areMinorsProtected: minorsProtected,
    applied: applied.map(presentAccount),
    near: near.map(presentAccount),
  };
}

function presentAccount({ where, hit = [], lacking, ...account }: GrantAccount) {
  return {
    ...account,
    hitOn: hit,
    whereEnglish: where && conditionWords(where, 'en'),
    whereSpanish: where && conditionWords(where, 'es'),
    lacking: lacking.map((one) => ({
      kind: one.lacks,
      english: lackingWords(one, 'en'),
      spanish: lackingWords(one, 'es'),
    })),
  };
}

function invalid(argument: string): IstmoError {
  return new IstmoError('ARGUMENT_INVALID', { details: { argument } });
}
