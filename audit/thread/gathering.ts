/** Decides when what was added goes to the log's thread. */
export interface Gathering {
  /** Something was added. */
  added(): void;
  /** Sends what there is. */
  sendNow(): void;
}

/** Milliseconds that an entry waits at most for others to share its commit. */
export const gatherWithinMs = 3;
/** Entries that are worth a commit: what more of them save is little. */
export const enoughGathered = 16;

/**
 * Has entries that are about to come share a message, and so a commit. What is added in one turn of the event loop is sent
 * together; at the turn's end it goes at once where no more is to come or enough is there, and waits a little otherwise.
 *
 * @param send - sends all that was added
 * @param toCome - requests under way whose entry is still to come
 */
export function gatherEntries(send: () => void, toCome: () => number): Gathering {
  let gathered = 0;
  let turnEnds = false;
  let timer: NodeJS.Timeout | undefined;
  const sendNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    gathered = 0;
    send();
  };
  const atTurnsEnd = (): void => {
    turnEnds = false;
    if (gathered === 0) return;
    if (toCome() === 0 || gathered >= enoughGathered) sendNow();
    else timer ??= setTimeout(sendNow, gatherWithinMs);
  };
  return {
    added: () => {
      gathered += 1;
      if (turnEnds) return;
      turnEnds = true;
      setImmediate(atTurnsEnd);
    },
    sendNow,
  };
}
