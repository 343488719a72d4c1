/** Addresses of the editor's bundled workers, by their language; filled in when the page is built. */
declare const workerAddresses: Readonly<Record<'editor' | 'graphql' | 'json', string>>;

/** Tells the editor to run its language services in workers from this page's own host. */
export function setUpWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_id: string, label: string) =>
        new Worker(label === 'graphql' || label === 'json' ? workerAddresses[label] : workerAddresses.editor),
    },
  });
}
