import type { FastifyInstance } from 'fastify';
import type { SealKeys } from '../../audit/seal.js';
import type { Clock } from '../../common/clock.js';
import { IstmoError } from '../../common/errors.js';
import { entryOf } from '../audit/entry.js';
import { sightOf } from '../audit/sight.js';
import type { Identity } from '../identity/identity.js';
import type { Requester } from '../identity/requester.js';
import { exchangeOf } from './exchange-of.js';
import type { LogRouteParts } from './log-routes.js';
import { secondAuditor } from './two-auditors.js';

export interface SealKeyParts extends LogRouteParts {
  readonly identity: Identity;
  readonly sealKeys: SealKeys | undefined;
  readonly clock: Clock;
}

const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

/**
 * `POST /audit/seal-keys/destroy/MONTH`: destroys the keys of months before the one named, at the word of two auditors: a regional one those of all States,
 * a national one its own State's. Which is logged before they are gone. Months that are not over keep theirs.
 */
export function registerSealKeys(app: FastifyInstance, parts: SealKeyParts): void {
  app.post<{ Params: { month: string } }>('/audit/seal-keys/destroy/:month', async (request) => {
    const exchange = exchangeOf(request);
    const first = exchange.requester;
    if (first === undefined) throw new IstmoError('INTERNAL');
    const { month } = request.params;
    const thisMonth = new Date(parts.clock()).toISOString().slice(0, 7);
    if (!monthPattern.test(month) || month > thisMonth) throw new IstmoError('MONTH_NOT_OVER');
    if (keysOpenTo(first, []) === undefined) throw new IstmoError('AUDITORS_ONLY');
    const second = await secondAuditor(request, first, parts.identity);
    const expired = (parts.sealKeys?.names() ?? []).filter((name) => name.slice(3) < month);
    const keys = keysOpenTo(second, keysOpenTo(first, expired) ?? []);
    if (keys === undefined) throw new IstmoError('SECOND_AUDITOR_MISSING');
    const { data, ...envelope } = entryOf(exchange, { result: 'ANSWERED' }, parts.source);
    const { index } = await parts.log.append({
      ...envelope,
      type: 'org.istmo.key-destruction.v1',
      data: { ...data, keyDestruction: { before: month, keys, secondAuditor: second } },
    });
    exchange.entry = index;
    for (const name of keys) parts.sealKeys?.destroy(name);
    return { before: month, destroyed: keys };
  });
}

/** Those of the keys that this auditor may have destroyed; undefined for who is none. */
function keysOpenTo(auditor: Requester, names: readonly string[]): readonly string[] | undefined {
  const sight = sightOf(auditor);
  if (sight === undefined || sight.filter.agency !== undefined) return undefined;
  const { state } = sight;
  return state === undefined ? names : names.filter((name) => name.startsWith(`${state}-`));
}
