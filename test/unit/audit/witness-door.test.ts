import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { checkpointText } from '../../../audit/checkpoint.js';
import { cosignedAt, createCosigner } from '../../../audit/cosignature.js';
import { parseVerifierKey } from '../../../audit/note.js';
import type { TreeHead } from '../../../audit/proof.js';
import { hashLeaf } from '../../../audit/tree.js';
import { checkpointRequest } from '../../../audit/witness.js';
import { witnessDoor } from '../../../audit/witness-door.js';
import { registerTextDoor } from '../../../common/text-door.js';
import { makeSigner } from './entry-factory.js';
import { newEd25519Key } from '../../../common/keys.js';

const signer = makeSigner();
const jwk = newEd25519Key();
const cosigner = createCosigner('istmo.example/witness/GT', jwk);
const seen = new Map<string, TreeHead>();
const app = Fastify();
const alarms: unknown[] = [];
const witness = {
  logs: [parseVerifierKey(signer.verifierKey)],
  cosigner,
  memory: {
    get: (origin: string) => seen.get(origin),
    set: (origin: string, head: TreeHead) => void seen.set(origin, head),
  },
  clock: () => Date.parse('2026-11-24T10:00:00Z'),
};
registerTextDoor(
  app,
  witnessDoor(witness, (fork, text) => alarms.push([fork, text])),
);
afterEach(() => seen.clear());

function noteOver(leaf: string): string {
  return signer.sign(checkpointText({ origin: signer.name, size: 1, root: hashLeaf(Buffer.from(leaf)) }));
}

async function post(body: string) {
  const {
    statusCode,
    headers,
    body: text,
  } = await app.inject({
    method: 'POST',
    url: '/witness/add-checkpoint',
    headers: { 'content-type': 'text/plain' },
    body,
  });
  return { status: statusCode, type: headers['content-type'], text };
}

describe('POST /witness/add-checkpoint', () => {
  it('answers a cosignature, then the size that it has seen, then refuses another log in its place', async () => {
    const note = noteOver('a');
    const first = await post(checkpointRequest(0, [], note));
    expect(first.status).toBe(200);
    expect(cosignedAt(note + first.text, cosigner.verifierKey)).toBe(
      Date.parse('2026-11-24T10:00:00Z') / 1_000,
    );
    expect(await post(checkpointRequest(0, [], note))).toEqual({
      status: 409,
      type: 'text/x.tlog.size',
      text: '1\n',
    });
    expect((await post(checkpointRequest(1, [], noteOver('b')))).status).toBe(422);
    expect(alarms).toEqual([
      [
        { log: signer.name, from: 1, to: 1 },
        expect.stringMatching(/forked or rewritten.*bifurcada o reescrita/u),
      ],
    ]);
    expect((await post('nonsense')).status).toBe(400);
  });
});
