/** Says what is under way, on standard error: nothing goes on for long without a word. */
export interface Progress {
  /** Begins something. Where it takes over two seconds, its seconds are shown. */
  begin(what: string): void;
  /** Ends what was begun, with what came of it. */
  end(result: string): void;
}

const everyMs = 2_000;
/** Where lines cannot be written over: the first after two seconds, then fewer. */
const linesEveryMs = 10_000;

export function createProgress(stream: NodeJS.WriteStream): Progress {
  const overwrite = (text: string): unknown => stream.write(`\r\u001b[K${text}`);
  let current = '';
  let startedAt = 0;
  let saidAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const sayAgain = (): void => {
    const now = performance.now();
    const line = `${current} … ${((now - startedAt) / 1_000).toFixed(0)} s`;
    if (stream.isTTY) overwrite(line);
    else if (now - saidAt >= linesEveryMs || saidAt < startedAt) {
      saidAt = now;
      stream.write(`${line}\n`);
    }
  };
  return {
    begin: (what) => {
      current = what;
      startedAt = performance.now();
      if (stream.isTTY) overwrite(`${what} …`);
      timer = setInterval(sayAgain, everyMs);
    },
    end: (result) => {
      clearInterval(timer);
      if (stream.isTTY) overwrite(`${current}: ${result}\n`);
      else stream.write(`${current}: ${result}\n`);
    },
  };
}
