import type { FastifyInstance } from 'fastify';
import { type AuditEntry, entryNumber } from '../../audit/entry.js';
import { openSeal, type SealKeys } from '../../audit/seal.js';
import { IstmoError } from '../../common/errors.js';
import { entryOf } from '../audit/entry.js';
import { sightOf } from '../audit/sight.js';
import type { Identity } from '../identity/identity.js';
import type { Requester } from '../identity/requester.js';
import { exchangeOf } from './exchange-of.js';
import type { LogRouteParts } from './log-routes.js';
import { secondAuditor } from './two-auditors.js';

export interface UnsealParts extends LogRouteParts {
  readonly identity: Identity;
  readonly sealKeys: SealKeys | undefined;
}

/**
 * `POST /audit/unseal/NUMBER`: what was asked, in full, to two auditors who may both see the entry. That they opened it is
 * logged before they read it.
 */
export function registerUnseal(app: FastifyInstance, parts: UnsealParts): void {
  app.post<{ Params: { number: string } }>('/audit/unseal/:number', async (request) => {
    const exchange = exchangeOf(request);
    const first = exchange.requester;
    const number = entryNumber(request.params.number);
    if (first === undefined) throw new IstmoError('INTERNAL');
    if (number === undefined) throw new IstmoError('NOT_FOUND');
    const entry = (await parts.reader.entry(number))?.entry;
    // to who may not see the entry it is not there
    const names = entry && namesOpenTo(first, entry);
    const { sealed } = entry?.data ?? {};
    if (entry === undefined || sealed === undefined || names === undefined) throw new IstmoError('NOT_FOUND');
    const second = await secondAuditor(request, first, parts.identity);
    const both = namesOpenTo(second, entry)?.filter((name) => names.includes(name)) ?? [];
    if (both.length === 0) throw new IstmoError('SECOND_AUDITOR_MISSING');
    const content = parts.sealKeys && openSeal(sealed, parts.sealKeys, both);
    if (content === undefined) throw new IstmoError('SEAL_KEY_DESTROYED');
    const { data, ...envelope } = entryOf(exchange, { result: 'ANSWERED' }, parts.source);
    const { index } = await parts.log.append({
      ...envelope,
      type: 'org.istmo.unsealing.v1',
      data: { ...data, unsealing: { entry: number, secondAuditor: second } },
    });
    exchange.entry = index;
    return { entry: number, unsealed: content };
  });
}

/** The seal keys of an entry by which this auditor may open it; undefined where it may not even see the entry. */
function namesOpenTo(auditor: Requester, { data }: AuditEntry): readonly string[] | undefined {
  const sight = sightOf(auditor);
  if (sight === undefined || data.sealed === undefined) return undefined;
  const names = Object.keys(data.sealed.keys);
  const { state } = sight;
  if (state !== undefined) {
    const own = names.filter((name) => name.startsWith(`${state}-`));
    return own.length === 0 ? undefined : own;
  }
  return sight.filter.agency === undefined || sight.filter.agency === data.requester?.agency
    ? names
    : undefined;
}
