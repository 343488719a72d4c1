import type { PrivateKey } from '../../../../common/keys.js';
import { describeProblem } from '../../../../common/problem.js';
import type { Agreement } from '../../../../policy/agreement.js';
import { readHistory } from '../../../../policy/history/history.js';
import type { HistoryEntry } from '../../../../policy/history/in-force.js';
import { lineHash, lineText } from '../../../../policy/history/line.js';
import { type AgreementText, digestOf } from '../../../../policy/signing/agreement-text.js';
import type { KeyRegister } from '../../../../policy/signing/parties.js';
import { countersign, type Signed, signText } from '../../../../policy/signing/sign.js';
import { newEd25519Key } from '../../../../common/keys.js';

export const day = Date.parse('2026-03-01T12:00:00Z');

function makeKey(kid: string): PrivateKey {
  return { ...newEd25519Key(), kid };
}

export const keys = {
  GT: makeKey('state-GT'),
  ATF: makeKey('agency-US-ATF'),
  other: makeKey('state-GT'),
  HN: makeKey('state-HN'),
};

type Times = { readonly notBefore?: string; readonly notAfter?: string };

function publicOf({ kty, crv, kid, x }: PrivateKey, times: Times = {}) {
  return { kty, crv, kid, x, ...times };
}

/** A register of two parties; the grantor's key may be good for a time only. */
export function register(times: Times = {}): KeyRegister {
  const name = { en: 'N', es: 'N' };
  const claims = { officer: 'sub', roles: 'roles' };
  const state = { name, timeZone: 'America/Guatemala', node: 'http://localhost' };
  return {
    states: [
      { ...state, code: 'GT', publicKey: publicOf(keys.GT, times) },
      { ...state, code: 'HN', publicKey: publicOf(keys.HN) },
    ],
    agencies: [
      {
        id: 'US-ATF',
        country: 'US',
        name,
        issuer: 'http://localhost',
        roles: ['tracer'],
        claims,
        publicKey: publicOf(keys.ATF),
      },
      { id: 'HN-ATIC', country: 'HN', name, issuer: 'http://localhost', roles: ['investigator'], claims },
    ],
  };
}

export const agreement: Agreement = {
  id: 'GT-US-ATF-1',
  grantor: 'GT',
  grantee: { agency: 'US-ATF' },
  purposes: ['FIREARM_TRACING'],
  legalBasis: ['L'],
  valid: { from: '2026-01-01', until: '2026-12-31' },
  grants: [{ record: 'Firearm', fields: ['make'] }],
  onwardTransfer: 'PROHIBITED',
};

export function versionOf(
  version: number,
  over: Partial<Agreement> = {},
  before?: AgreementText,
): AgreementText {
  return { agreement: { ...agreement, ...over }, version, ...(before && { supersedes: digestOf(before) }) };
}

/** Both signatures, by default with the right keys. */
export async function bothSign(
  text: AgreementText,
  grantor: PrivateKey = keys.GT,
  grantee: PrivateKey = keys.ATF,
  now = day,
): Promise<Signed> {
  return countersign(await signText(text, 'GRANTOR', grantor, now), 'GRANTEE', grantee, now);
}

export function revocationOf(text: AgreementText, key: PrivateKey = keys.GT): Promise<Signed> {
  const { agreement: revoked, version } = text;
  return signText({ revokes: revoked.id, version, digest: digestOf(text), reason: 'R' }, 'GRANTOR', key, day);
}

/** Lines that link, an hour apart. */
export function linesOf(
  ...signed: readonly (readonly ['PUBLISHED' | 'REVOKED', Signed])[]
): readonly string[] {
  const lines: string[] = [];
  for (const [kind, one] of signed) {
    const last = lines.at(-1);
    lines.push(
      lineText(kind, one, day + lines.length * 3_600_000, last === undefined ? undefined : lineHash(last)),
    );
  }
  return lines;
}

/** What a history says: its entries, or what is wrong with it. */
export async function read(
  lines: readonly string[],
  known: KeyRegister = register(),
  now = day + 86_400_000,
): Promise<readonly HistoryEntry[] | string> {
  const text = lines.map((line) => `${line}\n`).join('');
  const history = await readHistory({ file: 'h', text, grantor: 'GT', register: known, now });
  return history.ok ? history.entries : history.problems.map(describeProblem).join('\n');
}
