import { spawn, type SpawnOptions } from 'node:child_process';
import type { Cleanup } from './cleanup.js';

/** How a program ended. */
export interface CommandResult {
  readonly ok: boolean;
  readonly ms: number;
  /** What it wrote, unless it was shown. */
  readonly output: string;
}

/** How a program is run. */
export interface CommandOptions extends Pick<SpawnOptions, 'env' | 'cwd' | 'uid' | 'gid'> {
  /** Lets it write to our own output as it goes. */
  readonly shown?: boolean;
}

/** Runs a program to its end, or to ours; one that cannot be started has failed, too. */
export async function runCommand(
  program: string,
  args: readonly string[],
  { shown = false, ...options }: CommandOptions,
  cleanup: Cleanup,
): Promise<CommandResult> {
  const started = performance.now();
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
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
