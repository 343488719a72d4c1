/** A commitment to the first `size` entries of a log. @see C2SP tlog-checkpoint */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${String(size)}\n${root.toString('base64')}\n`;
}

/** @returns undefined where the text is no checkpoint */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin, size, root] = text.split('\n');
  if (origin === undefined || root === undefined || !/^\d+$/u.test(size ?? '')) return undefined;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}
