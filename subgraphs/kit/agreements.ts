import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, importJWK } from 'jose';
import type { HistoryMark } from '../../audit/entry.js';
import type { Clock } from '../../common/clock.js';
import type { PrivateKey } from '../../common/keys.js';
import type { Problem } from '../../common/problem.js';
import type { Region } from '../../common/region.js';
import type { Agreement } from '../../policy/agreement.js';
import { asPublished } from '../../policy/case.js';
import { checkWords } from '../../policy/check-words.js';
import { sha256 } from '../../common/sha256.js';
import { compilePolicy, type Policy } from '../../policy/compile.js';
import { readHistory } from '../../policy/history/history.js';
import { type HistoryEntry, inForceAt } from '../../policy/history/in-force.js';
import { withMatchPaths } from '../../policy/match-on.js';
import { parseAgreements } from '../../policy/parse.js';
import { digestOf, digestOfSet } from '../../policy/signing/agreement-text.js';
import type { Vocabulary } from '../../schema/vocabulary.js';
import { SetUpError } from './set-up-error.js';

/** A State's agreements in force: to decide by, and to publish. */
export interface AgreementSet {
  readonly agreements: readonly Agreement[];
  readonly policy: Policy;
  /** SHA-256 over the texts in force, base64url: what log entries name them by. */
  readonly digest: string;
  /** How far the history goes that puts them in force; undefined where there is none. */
  readonly history?: HistoryMark | undefined;
}

/** What a State's agreements are held against. */
export interface AgreementContext {
  readonly state: string;
  readonly vocabulary: Vocabulary;
  readonly region: Region;
  readonly clock: Clock;
}

/** What is known of a history before it is read. */
export interface KnownHistory {
  /** What was read of it before: it may only have grown. */
  readonly entries: readonly HistoryEntry[];
  /** How far it went by what the State's own access log says, and the key under which it does now. */
  readonly remembered?: HistoryMark | undefined;
  readonly key: string;
}

/**
 * Loads agreements as written, without signatures: for trying out, never for records.
 *
 * @throws SetUpError with every problem of every file
 */
export function loadUnsigned(folder: string, { state, vocabulary, region }: AgreementContext): AgreementSet {
  const files = readdirSync(folder).filter((name) => /\.ya?ml$/u.test(name));
  const sources = files.sort().map((name) => {
    const file = join(folder, name);
    return { file, text: readFileSync(file, 'utf8') };
  });
  const parsed = parseAgreements(sources, state, vocabulary, region);
  if (!parsed.ok) throw new SetUpError('AGREEMENTS_INVALID', parsed.problems);
  const texts = parsed.agreements.map((agreement) => ({ id: agreement.id, digest: digestOf({ agreement }) }));
  return agreementSet(parsed.agreements, digestOfSet(texts));
}

/** What a history says now, with the history itself. */
export interface LoadedHistory {
  readonly set: AgreementSet;
  readonly entries: readonly HistoryEntry[];
}

/**
 * Loads the agreements that a State's history puts in force: those that both parties signed, and that nobody revoked.
 *
 * @throws SetUpError with every problem of every line
 */
export async function loadSigned(
  file: string,
  { state, vocabulary, region, clock }: AgreementContext,
  known: KnownHistory,
): Promise<LoadedHistory> {
  const now = clock();
  const read = await readHistory({ file, text: readText(file), grantor: state, register: region, now });
  if (!read.ok) throw new SetUpError('AGREEMENTS_INVALID', read.problems);
  const entries = read.entries.map((entry) =>
    entry.kind === 'PUBLISHED' ? { ...entry, agreement: withMatchPaths(vocabulary, entry.agreement) } : entry,
  );
  const lost = known.entries.findIndex(({ hash }, index) => entries[index]?.hash !== hash);
  if (lost >= 0)
    throw new SetUpError('AGREEMENTS_INVALID', [{ file, line: lost + 1, column: 1, message: rolledBack }]);
  const { remembered } = known;
  if (remembered?.key === known.key && entries[remembered.lines - 1]?.hash !== remembered.head)
    throw new SetUpError('AGREEMENTS_INVALID', [
      { file, line: remembered.lines, column: 1, message: cutOff(state) },
    ]);
  const inForce = inForceAt(entries, Infinity);
  const problems = inForce.flatMap(({ agreement, hash }) =>
    checkWords(agreement, state, vocabulary, region).map(({ path, message }): Problem => {
      const line = entries.findIndex((entry) => entry.hash === hash) + 1;
      return { file, line, column: 1, message: `${agreement.id}: ${path.map(String).join('.')}: ${message}` };
    }),
  );
  if (problems.length > 0) throw new SetUpError('AGREEMENTS_INVALID', problems);
  return {
    set: agreementSet(
      inForce.map(({ agreement }) => agreement),
      digestOfSet(inForce),
      markOf(entries, known.key),
    ),
    entries,
  };
}

const rolledBack =
  'the history no longer has this line as it was: it may only grow; the grantor restores the file / el historial ya no tiene esta línea como estaba: solo puede crecer; el otorgante restituye el archivo';

function cutOff(state: string): string {
  const en = `the access log says that this line was in force, and the history no longer has it: its end was cut off, or an older copy was put in its place; the grantor ${state} restores the file as it was`;
  const es = `la bitácora de accesos dice que esta línea estuvo vigente, y el historial ya no la tiene: se le cortó el final, o se puso en su lugar una copia anterior; el otorgante ${state} restituye el archivo como estaba`;
  return `${en} / ${es}`;
}

function markOf(entries: readonly HistoryEntry[], key: string): HistoryMark | undefined {
  const head = entries.at(-1)?.hash;
  return head === undefined ? undefined : { lines: entries.length, head, key };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const message =
      'no history of signed agreements: istmo agreement publish writes it / no hay historial de convenios firmados: lo escribe istmo agreement publish';
    throw Object.assign(new SetUpError('AGREEMENTS_INVALID', [{ file, line: 1, column: 1, message }]), {
      cause,
    });
  }
}

/** A set of agreements, made ready. @param digest - of their texts; where they are of nobody's making, of what they say */
export function agreementSet(
  agreements: readonly Agreement[],
  digest: string = sha256(JSON.stringify(agreements)),
  history?: HistoryMark,
): AgreementSet {
  return { agreements, policy: compilePolicy(agreements), digest, history };
}

/** What a history had in force at a moment, in milliseconds since 1970. */
export function setInForceAt(entries: readonly HistoryEntry[], at: number): AgreementSet {
  const inForce = inForceAt(entries, at);
  return agreementSet(
    inForce.map(({ agreement }) => agreement),
    digestOfSet(inForce),
  );
}

/**
 * The agreements as the State publishes them: a JWS that it signed.
 *
 * @param at - milliseconds since 1970; absent: what is in force now. It is signed, too, so that nobody can pass the past off as the present
 */
export async function signAgreements(
  set: AgreementSet,
  state: string,
  privateKey: PrivateKey,
  at?: number,
): Promise<string> {
  const key = await importJWK(privateKey, 'EdDSA');
  const { digest, history } = set;
  const published = { state, digest, history, agreements: set.agreements.map(asPublished) };
  const payload = { ...published, ...(at !== undefined && { at }) };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid: privateKey.kid })
    .sign(key);
}
