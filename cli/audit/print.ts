import { once } from 'node:events';

/** Writes a line to the standard output, and waits where whoever reads it is slower: lines do not gather in memory. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}
