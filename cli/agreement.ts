type Verb = (args: readonly string[]) => Promise<number>;

/** Each verb loads what it needs when it is called. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  draft: async () => (await import('./agreement/draft.js')).draft,
  sign: async () => (await import('./agreement/sign.js')).sign,
  countersign: async () => (await import('./agreement/countersign.js')).countersign,
  publish: async () => (await import('./agreement/publish.js')).publish,
  revoke: async () => (await import('./agreement/revoke.js')).revoke,
  history: async () => (await import('./agreement/history.js')).history,
};

/** `istmo agreement VERB …` */
export async function agreement([name = '', ...args]: readonly string[]): Promise<number> {
  const verb = await verbs[name]?.();
  if (verb === undefined) throw new Error(`istmo agreement ${Object.keys(verbs).join(' | ')}`);
  return verb(args);
}
