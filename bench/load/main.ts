import { answerCalls } from '../processes/calls.js';
import { type LoadRequest, openLoad, type OpenLoad, type Target } from './run-load.js';

/** What the process that asks answers. */
export type LoadCalls = typeof calls;

let current: OpenLoad | undefined;

const calls = {
  /** Opens connections to a gateway; those to the one before are closed. */
  open: async (target: Target): Promise<void> => {
    await current?.close();
    current = openLoad(target);
  },
  run: async (request: LoadRequest) => {
    if (current === undefined) throw new Error('no gateway to ask');
    return current.run(request);
  },
};

answerCalls(calls);
