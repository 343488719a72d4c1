type Undo = () => void | Promise<void>;

/** What is to be undone at the end, however the end comes. */
export interface Cleanup {
  /** Undoes it at the end; at once where the end has come. */
  add(undo: Undo): void;
  /** Undoes all, last added first; a failure keeps none of the others from being undone. */
  run(): Promise<void>;
}

export function createCleanup(): Cleanup {
  const undos: Undo[] = [];
  let ended = false;
  return {
    add: (undo) => {
      if (ended) void attempt(undo);
      else undos.push(undo);
    },
    run: async () => {
      ended = true;
      for (let undo = undos.pop(); undo !== undefined; undo = undos.pop()) await attempt(undo);
    },
  };
}

async function attempt(undo: Undo): Promise<void> {
  try {
    await undo();
  } catch (error) {
    process.stderr.write(`cleaning up: ${String(error)}\n`);
  }
}
