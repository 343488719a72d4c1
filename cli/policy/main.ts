type Verb = (args: readonly string[]) => Promise<number>;

/** Each verb loads what it needs when it is called. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  decide: async () => (await import('./decide.js')).decideCases,
};

/** `istmo policy VERB …` */
export async function policy([name = '', ...args]: readonly string[]): Promise<number> {
  const verb = await verbs[name]?.();
  if (verb === undefined) throw new Error(`istmo policy ${Object.keys(verbs).join(' | ')}`);
  return verb(args);
}
