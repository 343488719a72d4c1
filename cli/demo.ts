/** Placeholder while the demo is written. */
export async function demo(_args: readonly string[]): Promise<number> {
  return Promise.resolve(1);
}
