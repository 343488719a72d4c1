import { Agent, request } from 'undici';
import { IstmoError } from '../../common/errors.js';
import type { State } from '../../common/region.js';
import { openAgreements, type PublishedAgreements } from './agreements.js';

/** What the States' agreements said at any past moment, read from their nodes when somebody asks. */
export interface PastAgreements {
  /**
   * @param at - milliseconds since 1970
   * @returns undefined where the State keeps no history
   * @throws IstmoError `STATE_UNAVAILABLE` where its node does not answer, `NODE_BAD_RESPONSE` where the State has not signed it
   */
  at(state: State, at: number): Promise<PublishedAgreements | undefined>;
  close(): Promise<void>;
}

const timeoutMs = 5_000;
const maxBytes = 4 * 1024 * 1024;

export function openPastAgreements(): PastAgreements {
  const agent = new Agent({ connections: 1, maxResponseSize: maxBytes });
  return {
    at: async (state, at) => {
      const jws = await fetchAt(agent, state, at);
      if (jws === undefined) return undefined;
      return openAgreements(jws, state, at).catch((cause: unknown) => {
        throw new IstmoError('NODE_BAD_RESPONSE', { cause });
      });
    },
    close: () => agent.destroy(),
  };
}

async function fetchAt(dispatcher: Agent, { node }: State, at: number): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const url = new URL(`/agreements/${String(at)}`, node);
    const { statusCode, body } = await request(url, { dispatcher, signal });
    const text = await body.text();
    if (statusCode === 404) return undefined;
    if (statusCode !== 200) throw new Error(`HTTP ${String(statusCode)}`);
    return text;
  } catch (cause) {
    throw new IstmoError('STATE_UNAVAILABLE', { cause });
  }
}
