import { addCheckpoint, type WitnessOptions, witnessReply } from './witness.js';

/** A log that was forked or rewritten, and between which sizes: an alarm in the witness's own program. */
export type Alarm = (
  fork: { readonly log: string; readonly from: number; readonly to: number },
  text: string,
) => void;

const forked =
  'a log that is witnessed here was forked or rewritten between these sizes / una bitácora que aquí se refrenda fue bifurcada o reescrita entre estos tamaños';

/** `POST /witness/add-checkpoint`: cosigns the logs of others. @see C2SP tlog-witness */
export function witnessDoor(witness: WitnessOptions, alarm: Alarm) {
  return {
    path: '/witness/add-checkpoint',
    bodyLimit: 64 * 1024,
    answer: (body: string) => {
      const answer = addCheckpoint(body, witness);
      if (answer.status === 422) alarm({ log: answer.log, ...answer.between }, forked);
      return witnessReply(answer);
    },
  };
}
