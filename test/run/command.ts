import { spawn } from 'node:child_process';
import type { Cleanup } from './cleanup.js';

/** How a program ended. */
export interface CommandResult {
  readonly ok: boolean;
  readonly ms: number;
  /** What it wrote, unless it was shown. */
  readonly output: string;
}

/** How a program is run. */
export interface CommandOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Lets it write to our own output as it goes. */
  readonly shown: boolean;
}

/** Runs a Node program from the package's folder to its end; one that cannot be started has failed, too. */
export async function runNode(
  args: readonly string[],
  { env, shown }: CommandOptions,
  cleanup: Cleanup,
): Promise<CommandResult> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  cleanup.add(() => {
    child.kill();
  });
  const written: Buffer[] = [];
  for (const [stream, ours] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const)
    stream.on('data', (chunk: Buffer) => {
      if (shown) ours.write(chunk);
      else written.push(chunk);
    });
  const code = await new Promise((resolve) => {
    child.once('close', resolve).once('error', (error) => {
      written.push(Buffer.from(String(error)));
      resolve(null);
    });
  });
  return { ok: code === 0, ms: performance.now() - started, output: Buffer.concat(written).toString() };
}
