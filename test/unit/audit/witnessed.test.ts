import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { cosignedAt, createCosigner } from '../../../audit/cosignature.js';
import { type AuditLog, openAuditLog } from '../../../audit/log.js';
import { type NoteSigner, parseVerifierKey } from '../../../audit/note.js';
import { openStorage } from '../../../audit/storage/open.js';
import { openWitnessMemory } from '../../../audit/storage/witness-memory.js';
import type { PostText, Submitted } from '../../../audit/submit.js';
import { addCheckpoint, type WitnessOptions, witnessReply } from '../../../audit/witness.js';
import { openWitnessedLog, type WitnessedLog } from '../../../audit/witnessed.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';
import { newEd25519Key } from '../../../common/keys.js';

const now = Date.parse('2026-11-24T10:00:00Z');

async function logOf(signer: NoteSigner, size: number, what = ''): Promise<AuditLog> {
  const log = await openAuditLog(await openStorage(pathToFileURL(temporaryFile('log.db')).href), signer);
  await grow(log, size, what);
  return log;
}

async function grow(log: AuditLog, by: number, what = ''): Promise<void> {
  for (let n = 0; n < by; n += 1) await log.append(makeEntry(`${what}${String(n)}`));
}

function cosigner(name: string) {
  const jwk = newEd25519Key();
  return createCosigner(`istmo.example/witness/${name}`, { ...jwk });
}

/** Witnesses at `http://name/witness`, in this process. */
function witnessesOf(names: readonly string[], logs: readonly string[]) {
  const all = new Map<string, WitnessOptions>(
    names.map((name) => [
      `http://${name}/witness`,
      {
        logs: logs.map(parseVerifierKey),
        cosigner: cosigner(name),
        memory: openWitnessMemory(temporaryFile('witness.db')),
        clock: () => now,
      },
    ]),
  );
  const post: PostText = (url, body) => {
    const witness = all.get(url.replace('/add-checkpoint', ''));
    if (witness === undefined) return Promise.reject(new Error('nobody there'));
    return Promise.resolve(witnessReply(addCheckpoint(body, witness)));
  };
  const keys = [...all].map(([url, witness]) => ({ url, key: witness.cosigner.verifierKey }));
  return { post, keys };
}

function witnessed(
  log: AuditLog,
  witnesses: readonly { url: string; key: string }[],
  post: PostText,
  deadlineMs = 10_000,
): { log: WitnessedLog; told: [string, Submitted['kind']][] } {
  const told: [string, Submitted['kind']][] = [];
  return {
    told,
    log: openWitnessedLog({
      growth: (sizes) => log.growth(sizes),
      witnesses,
      post,
      tell: (witness, { kind }) => told.push([witness, kind]),
      everyMs: 1_000_000,
      deadlineMs,
    }),
  };
}

describe('a log that is witnessed', () => {
  it('has one checkpoint that all its witnesses cosigned, and a newer one after it grew', async () => {
    const signer = makeSigner();
    const { post, keys } = witnessesOf(['gt', 'sv'], [signer.verifierKey]);
    const kept = await logOf(signer, 5);
    const { log, told } = witnessed(kept, keys, post);
    expect(log.cosigned).toBeUndefined();
    await log.ask();
    const first = log.cosigned!;
    expect(keys.map(({ key }) => cosignedAt(first, key))).toEqual([now / 1_000, now / 1_000]);
    expect(parseVerifierKey(signer.verifierKey).open(first)).toContain('\n5\n');
    await grow(kept, 4);
    await log.ask();
    expect(parseVerifierKey(signer.verifierKey).open(log.cosigned!)).toContain('\n9\n');
    expect(keys.map(({ key }) => cosignedAt(log.cosigned!, key))).toEqual([now / 1_000, now / 1_000]);
    // told once, not at every look
    expect(told).toEqual(keys.map(({ url }) => [url, 'COSIGNED']));
    log.close();
  });

  it('goes on where its witnesses are after its keeper was started again', async () => {
    const signer = makeSigner();
    const { post, keys } = witnessesOf(['gt'], [signer.verifierKey]);
    const kept = await logOf(signer, 5);
    await witnessed(kept, keys, post).log.ask();
    await grow(kept, 7);
    const again = witnessed(kept, keys, post);
    await again.log.ask();
    expect(again.told).toEqual([[keys[0]!.url, 'COSIGNED']]);
    expect(again.log.refusals.size).toBe(0);
  });

  it('is refused, between sizes that are said, once it is another than the witness saw', async () => {
    const signer = makeSigner();
    const { post, keys } = witnessesOf(['gt'], [signer.verifierKey]);
    const { url } = keys[0]!;
    await witnessed(await logOf(signer, 8), keys, post).log.ask();
    const forked = witnessed(await logOf(signer, 12, 'forked '), keys, post);
    await forked.log.ask();
    expect([...forked.log.refusals]).toEqual([[url, { from: 8, to: 12 }]]);
    expect([forked.told, forked.log.cosigned]).toEqual([[[url, 'REFUSED']], undefined]);
    const rolledBack = witnessed(await logOf(signer, 5), keys, post);
    await rolledBack.log.ask();
    expect([...rolledBack.log.refusals]).toEqual([[url, { from: 5, to: 8 }]]);
  });

  it('keeps the cosignatures of those who answer, and says of each other what is the matter', async () => {
    const signer = makeSigner();
    const known = witnessesOf(['gt'], [signer.verifierKey]);
    const stranger = witnessesOf(['sv'], [makeSigner('istmo.example/log/other').verifierKey]);
    const liar = witnessesOf(['hn'], [signer.verifierKey]);
    const post: PostText = (url, body) =>
      (url.includes('sv') ? stranger : url.includes('hn') ? liar : known).post(url, body);
    const witnesses = [
      ...known.keys,
      ...stranger.keys,
      { url: 'http://hn/witness', key: cosigner('hn').verifierKey },
      { url: 'http://pa/witness', key: cosigner('pa').verifierKey },
    ];
    const { log, told } = witnessed(await logOf(signer, 3), witnesses, post);
    await log.ask();
    expect(told).toEqual([
      ['http://gt/witness', 'COSIGNED'],
      ['http://sv/witness', 'NOT_KNOWN'],
      ['http://hn/witness', 'NOT_COSIGNED'],
      ['http://pa/witness', 'UNAVAILABLE'],
    ]);
    expect(cosignedAt(log.cosigned!, known.keys[0]!.key)).toBe(now / 1_000);
  });

  it('asks all its witnesses at once, and waits for none beyond its deadline', async () => {
    const signer = makeSigner();
    const { post: answer, keys } = witnessesOf(['gt', 'sv', 'hn'], [signer.verifierKey]);
    let asked = 0;
    let allAsked: () => void;
    const all = new Promise<void>((resolve) => (allAsked = resolve));
    // gt never answers, the others not before every one has been asked
    const post: PostText = async (url, body) => {
      asked += 1;
      if (asked === keys.length) allAsked();
      await all;
      return url.includes('gt') ? new Promise(() => undefined) : answer(url, body);
    };
    const { log, told } = witnessed(await logOf(signer, 3), keys, post, 200);
    await log.ask();
    expect(told.map(([url, kind]) => [new URL(url).host, kind])).toEqual([
      ['gt', 'UNAVAILABLE'],
      ['sv', 'COSIGNED'],
      ['hn', 'COSIGNED'],
    ]);
    expect(keys.map(({ key }) => cosignedAt(log.cosigned!, key) !== undefined)).toEqual([false, true, true]);
  });

  it('that is empty asks nobody', async () => {
    const { keys } = witnessesOf(['gt'], []);
    const { log, told } = witnessed(await logOf(makeSigner(), 0), keys, () => {
      throw new Error('asked');
    });
    await log.ask();
    expect(told).toEqual([]);
  });
});
