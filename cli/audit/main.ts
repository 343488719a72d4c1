import { LogNotReadError } from '../../audit/storage/log-not-read.js';

type Verb = (args: readonly string[]) => Promise<number>;

/** Each verb loads what it needs when it is called. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  verify: async () => (await import('./verify.js')).verify,
  reconcile: async () => (await import('./reconcile/reconcile.js')).reconcile,
  'rebuild-tiles': async () => (await import('./rebuild-tiles.js')).rebuild,
  export: async () => (await import('./export.js')).exportEntries,
  retain: async () => (await import('./retain.js')).retain,
  unseal: async () => (await import('./unseal.js')).unseal,
  witness: async () => (await import('./witness.js')).witness,
  check: async () => (await import('./check.js')).check,
};

/** `istmo audit VERB …`: exit code 2 where a log is not there or cannot be read, which says nothing of what is in it. */
export async function audit([name = '', ...args]: readonly string[]): Promise<number> {
  const verb = await verbs[name]?.();
  if (verb === undefined) throw new Error(`istmo audit ${Object.keys(verbs).join(' | ')}`);
  try {
    return await verb(args);
  } catch (error) {
    if (!(error instanceof LogNotReadError)) throw error;
    console.error(`istmo: ${error.message}`);
    return 2;
  }
}
