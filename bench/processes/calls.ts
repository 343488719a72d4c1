/** What one process answers another by name: each takes one value and gives one, both plain data. */
export type Calls = Readonly<Record<string, (given: never) => unknown>>;

/** One call on its way to a process. */
export interface Call {
  readonly number: number;
  readonly name: string;
  readonly given: unknown;
}

/** What came of a call. */
export type Reply =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  | { readonly number: number; readonly ok: false; readonly problem: string };

/** Answers the calls of the process that started this one, and ends when that one is gone. */
export function answerCalls(calls: Calls): void {
  process.on('message', (message) => {
    const { number, name, given } = message as Call;
    void answer(calls, name, given).then(
      (value) => send({ number, ok: true, value }),
      (error: unknown) => send({ number, ok: false, problem: describe(error) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  // whoever interrupts the bench interrupts this process, too: the one that started it closes it in order
  process.on('SIGINT', () => undefined);
}

async function answer(calls: Calls, name: string, given: unknown): Promise<unknown> {
  const call = calls[name];
  if (call === undefined) throw new Error(`no call ${name}`);
  return await call(given as never);
}

function send(reply: Reply): void {
  process.send?.(reply);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
