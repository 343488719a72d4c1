import { z } from 'zod';
import type { Problem } from '../../common/problem.js';
import type { Agreement } from '../agreement.js';
import { agreementSchema } from '../agreement-schema.js';
import { digestOf } from '../signing/agreement-text.js';
import { type KeyRegister, type Party, signatoryOf } from '../signing/parties.js';
import { verifyParty } from '../signing/verify.js';
import type { Words } from '../words/language.js';
import { type HistoryEntry, inForceAt, lastOf, type Publication, type Revocation } from './in-force.js';
import { type HistoryLine, lineHash, lineSchema } from './line.js';
import { parseJson, payloadOf } from './payload.js';
import { releaseFaults } from './release-line.js';

/** A history that holds from its first line to its last, or all that is wrong with it. */
export type ReadHistory =
  | { readonly ok: true; readonly entries: readonly HistoryEntry[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface HistorySource {
  readonly file: string;
  readonly text: string;
  /** The State whose history it is. */
  readonly grantor: string;
  readonly register: KeyRegister;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const agreementText = z.strictObject({
  agreement: agreementSchema,
  version: z.int().min(1),
  supersedes: z.string().optional(),
});

const revocationText = z.strictObject({
  revokes: z.string(),
  version: z.int().min(1),
  digest: z.string(),
  reason: z.string().min(1),
});

/** Milliseconds by which clocks may differ. */
const clockSkewMs = 60_000;

/** Reads a State's history: each line links to the one before, is signed by whom it must be, and follows in version and time. */
export async function readHistory(source: HistorySource): Promise<ReadHistory> {
  const lines = source.text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const entries: HistoryEntry[] = [];
  const problems: Problem[] = [];
  let previous: string | undefined;
  for (const [index, text] of lines.entries()) {
    const read = await readLine(source, text, entries, previous);
    if ('entry' in read) entries.push(read.entry);
    else
      problems.push(
        ...read.faults.map(({ en, es }) => ({
          file: source.file,
          line: index + 1,
          column: 1,
          message: `${en} / ${es}`,
        })),
      );
    previous = lineHash(text);
  }
  return problems.length === 0 ? { ok: true, entries } : { ok: false, problems };
}

type ReadLine = { readonly entry: HistoryEntry } | { readonly faults: readonly Words[] };

async function readLine(
  source: HistorySource,
  text: string,
  entries: readonly HistoryEntry[],
  previous: string | undefined,
): Promise<ReadLine> {
  const line = lineSchema.safeParse(parseJson(text)).data;
  const value = line && payloadOf(line.signed);
  if (line === undefined || value === undefined) return { faults: [notALine] };
  const linked = linkFaults(source, line, entries, previous);
  const read =
    line.kind === 'REVOKED'
      ? await readRevocation(source, line, value, entries)
      : await readPublication(source, line, value, entries);
  if ('faults' in read) return { faults: [...linked, ...read.faults] };
  if (linked.length > 0) return { faults: linked };
  return { entry: { ...read.entry, at: Date.parse(line.at), hash: lineHash(text) } };
}

const notALine: Words = {
  en: 'no line of a history: the grantor restores the file as it published it',
  es: 'no es línea de un historial: el otorgante restituye el archivo como lo publicó',
};

function linkFaults(
  { now }: HistorySource,
  line: HistoryLine,
  entries: readonly HistoryEntry[],
  previous: string | undefined,
): readonly Words[] {
  const at = Date.parse(line.at);
  const faults: Words[] = [];
  if (line.previous !== (previous ?? null))
    faults.push({
      en: 'does not follow from the line before: lines were altered, removed or put in; the grantor restores the file',
      es: 'no sigue a la línea anterior: se alteraron, quitaron o insertaron líneas; el otorgante restituye el archivo',
    });
  if (at < (entries.at(-1)?.at ?? 0))
    faults.push({ en: 'is older than the line before', es: 'es anterior a la línea de antes' });
  if (at > now + clockSkewMs)
    faults.push({
      en: 'was published in the future: check the clocks',
      es: 'fue publicada en el futuro: revise los relojes',
    });
  return faults;
}

type Read<T> = { readonly entry: Omit<T, 'at' | 'hash'> } | { readonly faults: readonly Words[] };

async function readPublication(
  source: HistorySource,
  line: HistoryLine,
  value: unknown,
  entries: readonly HistoryEntry[],
): Promise<Read<Publication>> {
  const text = agreementText.safeParse(value).data;
  if (text === undefined) return { faults: [notAnAgreement] };
  const { agreement, version, supersedes } = text;
  const faults = [
    ...grantorFaults(source, agreement.grantor),
    ...(await signatureFaults(source, agreement, signatories[line.kind], line)),
    ...(await evidenceFaults(source, agreement, line)),
    ...versionFaults(lastOf(entries, agreement.id), agreement.id, version, supersedes),
  ];
  if (faults.length > 0) return { faults };
  const released = line.kind === 'RELEASED' && { released: true as const };
  return {
    entry: {
      kind: 'PUBLISHED',
      id: agreement.id,
      version,
      digest: digestOf(text),
      agreement,
      ...released,
    },
  };
}

/** Who signs: of a release the grantor alone, since three assertions stand for the rest. */
const signatories: Readonly<Record<HistoryLine['kind'], readonly Party[]>> = {
  PUBLISHED: ['GRANTOR', 'GRANTEE'],
  RELEASED: ['GRANTOR'],
  REVOKED: ['GRANTOR'],
};

async function evidenceFaults(
  { register }: HistorySource,
  agreement: Agreement,
  { kind, release, at }: HistoryLine,
): Promise<readonly Words[]> {
  if (kind !== 'RELEASED') return release === undefined ? [] : [notALine];
  if (release === undefined) return [notALine];
  return releaseFaults(agreement, release, register.gateways ?? [], Date.parse(at));
}

const notAnAgreement: Words = {
  en: 'what is signed is no agreement: draft and sign it again',
  es: 'lo firmado no es un convenio: redáctelo y fírmelo de nuevo',
};

async function readRevocation(
  source: HistorySource,
  line: HistoryLine,
  value: unknown,
  entries: readonly HistoryEntry[],
): Promise<Read<Revocation>> {
  const text = revocationText.safeParse(value).data;
  const inForce = text && inForceAt(entries, Infinity).find(({ id }) => id === text.revokes);
  if (text === undefined || inForce?.digest !== text.digest || inForce.version !== text.version)
    return {
      faults: [{ en: 'revokes nothing that is in force', es: 'no revoca nada que esté vigente' }],
    };
  const faults = await signatureFaults(source, inForce.agreement, signatories.REVOKED, line);
  const { revokes: id, version, digest, reason } = text;
  return faults.length > 0 ? { faults } : { entry: { kind: 'REVOKED', id, version, digest, reason } };
}

function grantorFaults({ grantor }: HistorySource, named: string): readonly Words[] {
  if (named === grantor) return [];
  return [
    {
      en: `opens records of ${named}, not of ${grantor}`,
      es: `abre registros de ${named}, no de ${grantor}`,
    },
  ];
}

async function signatureFaults(
  { register }: HistorySource,
  agreement: Agreement,
  parties: readonly Party[],
  line: HistoryLine,
): Promise<readonly Words[]> {
  const checked = await Promise.all(
    parties.map((party) =>
      verifyParty(line.signed, party, signatoryOf(agreement, party, register), Date.parse(line.at)),
    ),
  );
  return checked.flatMap((fault) =>
    fault === undefined
      ? []
      : [{ en: `${agreement.id}: ${fault.words.en}`, es: `${agreement.id}: ${fault.words.es}` }],
  );
}

/** A version is put in force once, after the one that it names. */
function versionFaults(
  last: HistoryEntry | undefined,
  id: string,
  version: number,
  supersedes: string | undefined,
): readonly Words[] {
  const next = (last?.version ?? 0) + 1;
  if (version < next)
    return [
      {
        en: `${id}: version ${String(version)} was in force before; an older version does not come back`,
        es: `${id}: la versión ${String(version)} ya estuvo vigente; una versión anterior no vuelve`,
      },
    ];
  if (version === next && supersedes === last?.digest) return [];
  return [
    {
      en: `${id}: version ${String(version)} does not follow from version ${String(next - 1)}: sign it anew over that one`,
      es: `${id}: la versión ${String(version)} no sigue a la versión ${String(next - 1)}: fírmela de nuevo sobre esa`,
    },
  ];
}
