import { mostInBundle } from '../../common/bundle.js';
import { memberDocument } from '../../schema/sources.js';
import { vocabularyOf } from '../../schema/vocabulary.js';
import { signAgreements } from '../../subgraphs/kit/agreements.js';
import type { PublicKey } from '../../common/region.js';
import { answerCalls } from '../processes/calls.js';
import { makeKey, publicHalf } from '../region/keys.js';
import { agreementsOf } from './agreements.js';
import { createAnswers } from './answers.js';
import { memberSchema } from './member-schema.js';
import { type NodeCounts, startNode } from './node-server.js';
import { ordinarySchema } from './ordinary.js';

/** Which nodes to start, and the keys by which the agency that asks signs its tokens. */
export interface NodesRequest {
  readonly states: readonly string[];
  readonly issuerKeys: { readonly keys: readonly object[] };
}

/** A node that answers. */
export interface StartedNode {
  readonly code: string;
  readonly url: string;
  readonly publicKey: PublicKey;
}

export interface StartedNodes {
  readonly nodes: readonly StartedNode[];
  /** Of the agency's identity provider. */
  readonly issuer: string;
  /** Of a list of the States, for programs that ask for it over HTTP. */
  readonly directoryUrl: string;
}

/** What the process of the nodes answers. */
export type NodesCalls = typeof calls;

const counts: NodeCounts = { calls: 0, exchanges: 0, bytes: 0 };

const member = createMember();

const calls = {
  start: async ({ states, issuerKeys }: NodesRequest): Promise<StartedNodes> => ({
    nodes: await Promise.all(states.map(startState)),
    issuer: await startIssuer(issuerKeys),
    directoryUrl: await startDirectory(states),
  }),
  counts: (): NodeCounts & { readonly cpuMs: number } => {
    const { user, system } = process.cpuUsage();
    return { ...counts, cpuMs: (user + system) / 1_000 };
  },
};

/** All nodes serve the same language, as nodes do. */
function createMember() {
  const { records } = vocabularyOf(memberDocument());
  const offered = [...records].flatMap(([type, fields]) =>
    [...fields.keys()].map((field) => `${type}.${field}`),
  );
  return { schema: memberSchema(), offered };
}

async function startState(code: string): Promise<StartedNode> {
  const key = makeKey(`state-${code}`);
  const agreements = agreementsOf(code);
  const url = await startNode(
    {
      graphql: {
        '/graphql': createAnswers(member.schema, { istmo: { withheld: [] } }),
        '/ordinary': createAnswers(ordinarySchema(code)),
      },
      texts: {
        '/.well-known/istmo.json': JSON.stringify({
          state: code,
          schemaVersion: '1',
          offered: member.offered,
          agreementsDigest: agreements.digest,
          bundles: mostInBundle,
        }),
        '/agreements': await signAgreements(agreements, code, key),
      },
    },
    counts,
  );
  return { code, url, publicKey: publicHalf(key) };
}

/** The identity provider of the agency that asks: where its keys are, and the keys. */
async function startIssuer(issuerKeys: NodesRequest['issuerKeys']): Promise<string> {
  const texts: Record<string, string> = { '/keys': JSON.stringify(issuerKeys) };
  const issuer = await startNode({ graphql: {}, texts }, counts);
  texts['/.well-known/openid-configuration'] = JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` });
  return issuer;
}

async function startDirectory(states: readonly string[]): Promise<string> {
  const list = JSON.stringify({ data: { memberStates: states.map((code) => ({ code })) } });
  return startNode({ graphql: { '/graphql': () => Buffer.from(list) }, texts: {} }, counts);
}

answerCalls(calls);
