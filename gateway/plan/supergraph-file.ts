import { readFileSync, statSync } from 'node:fs';

/** The supergraph, as a file that may be replaced while the gateway serves. */
export interface SupergraphFile {
  /** @throws Error where the file cannot be read */
  read(): string;
  /**
   * Calls for every new text of the file, one at a time.
   *
   * @param known - the text that was read last: another one is new, also where it came before the watch began
   * @returns stops watching
   */
  watch(known: string, onChange: (text: string) => Promise<void>): () => Promise<void>;
}

/** @param everyMs - milliseconds between two looks at the file */
export function openSupergraphFile(path: string, everyMs = 1_000): SupergraphFile {
  const read = (): string => readFileSync(path, 'utf8');
  return {
    read,
    watch: (known, onChange) => {
      let last = known;
      let seen: string | undefined;
      let pending = Promise.resolve();
      const look = (): void => {
        pending = pending.then(async () => {
          const stamp = stampOf(path);
          if (stamp === seen) return;
          // before it is read: what comes in between is found at the next look
          seen = stamp;
          const text = readIfThere(path);
          if (text === undefined || text === last) return;
          last = text;
          await onChange(text);
        });
      };
      // not `watchFile`: a change before its own first look, which may come late, is none to it
      const timer = setInterval(look, everyMs).unref();
      look();
      return async () => {
        clearInterval(timer);
        await pending;
      };
    },
  };
}

/** What is another one whenever the file has been written or replaced; undefined where it cannot be looked at. */
function stampOf(path: string): string | undefined {
  try {
    const { ino, size, mtimeNs } = statSync(path, { bigint: true });
    return `${String(ino)} ${String(size)} ${String(mtimeNs)}`;
  } catch {
    return undefined;
  }
}

/** A file that is being replaced is not there for a moment: the next look finds it. */
function readIfThere(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
