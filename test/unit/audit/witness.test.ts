import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { cosignedAt, createCosigner } from '../../../audit/cosignature.js';
import { openAuditLog } from '../../../audit/log.js';
import { type NoteSigner, parseVerifierKey } from '../../../audit/note.js';
import { growthSince } from '../../../audit/growth.js';
import { openStorage } from '../../../audit/storage/open.js';
import type { LogStorage } from '../../../audit/storage/storage.js';
import { openWitnessMemory } from '../../../audit/storage/witness-memory.js';
import { addCheckpoint, checkpointRequest } from '../../../audit/witness.js';
import { makeEntry, makeSigner, temporaryFile } from './entry-factory.js';
import { newEd25519Key } from '../../../common/keys.js';

const now = Date.parse('2026-11-24T10:00:00Z');
const jwk = newEd25519Key();
const cosigner = createCosigner('istmo.example/witness/gt', jwk);

/** A log of so many entries; those from `forkAt` on are others than in the log of the same key without a fork. */
async function logOf(signer: NoteSigner, size: number, forkAt = size): Promise<LogStorage> {
  const url = pathToFileURL(temporaryFile('log.db')).href;
  const log = await openAuditLog(await openStorage(url), signer);
  for (let n = 0; n < size; n += 1)
    await log.append(makeEntry(n < forkAt ? String(n) : `forked ${String(n)}`));
  await log.close();
  return openStorage(url);
}

async function request(storage: LogStorage, old: number): Promise<string> {
  const { note, proofs } = (await growthSince(storage, [old]))!;
  return checkpointRequest(old, proofs.get(old)!, note);
}

function witness(signer: NoteSigner, file = temporaryFile('witness.db')) {
  const options = { logs: [parseVerifierKey(signer.verifierKey)], cosigner, clock: () => now };
  return (body: string) => {
    // opened anew for each: what it saw must be on disk
    const memory = openWitnessMemory(file);
    const answer = addCheckpoint(body, { ...options, memory });
    memory.close();
    return answer;
  };
}

describe('a witness', () => {
  it('cosigns a log that only grew, and its cosignature is one that others can verify', async () => {
    const signer = makeSigner();
    const ask = witness(signer);
    const [small, large] = [await logOf(signer, 5), await logOf(signer, 12)];
    expect(ask(await request(small, 0))).toMatchObject({ status: 200 });
    const answer = ask(await request(large, 5));
    const { note } = (await large.lastCheckpoint())!;
    const signatures = answer.status === 200 ? answer.signatures : '';
    expect(cosignedAt(note + signatures, cosigner.verifierKey)).toBe(now / 1_000);
    expect(parseVerifierKey(signer.verifierKey).open(note + signatures)).toBeDefined();
    const other = createCosigner('istmo.example/witness/gt', {
      ...newEd25519Key(),
    });
    expect(cosignedAt(note + signatures, other.verifierKey)).toBeUndefined();
    expect(
      cosignedAt(
        note + signatures.replace(/.(?=.{10}\n)/u, (one) => (one === 'x' ? 'y' : 'x')),
        cosigner.verifierKey,
      ),
    ).toBeUndefined();
  });

  it('says which size it has seen where it is asked from another', async () => {
    const signer = makeSigner();
    const ask = witness(signer);
    const log = await logOf(signer, 5);
    ask(await request(log, 0));
    expect(ask(await request(log, 3))).toEqual({ status: 409, size: 5 });
    expect(ask(await request(log, 5))).toMatchObject({ status: 200 });
  });

  it('refuses a log that was forked, rewritten or rolled back, and says between which sizes', async () => {
    const signer = makeSigner();
    const ask = witness(signer);
    ask(await request(await logOf(signer, 8), 0));
    const forked = await logOf(signer, 12, 6);
    expect(ask(await request(forked, 8))).toMatchObject({ status: 422, between: { from: 8, to: 12 } });
    const rewritten = await logOf(signer, 8, 0);
    expect(ask(await request(rewritten, 8))).toMatchObject({ status: 422, between: { from: 8, to: 8 } });
    const rolledBack = await logOf(signer, 5);
    expect(ask(checkpointRequest(8, [], (await rolledBack.lastCheckpoint())!.note))).toEqual({ status: 400 });
    expect(ask(await request(await logOf(signer, 9), 8))).toMatchObject({ status: 200 });
  });

  it('knows no other log, and takes no checkpoint that its log did not sign', async () => {
    const signer = makeSigner();
    const ask = witness(signer);
    const others = await logOf(makeSigner('istmo.example/log/other'), 3);
    expect(ask(await request(others, 0))).toEqual({ status: 404 });
    const forged = await logOf(makeSigner(signer.name), 3);
    expect(ask(await request(forged, 0))).toEqual({ status: 403 });
    for (const body of ['', 'old 00\n\nx', 'old 1\nshort\n\nx', `old 0\n${'A'.repeat(43)}=\n`.repeat(70)])
      expect(ask(body)).toEqual({ status: 400 });
  });
});
