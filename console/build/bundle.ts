import { basename, join } from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { fontsApart, noEditorStyles } from './esbuild-plugins.js';

/** Names of the files that `index.html` must load. */
export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** The editor's language services: one bundle each, run as workers. */
const workers = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
} as const;

/** The sheet of the shell, which every page has; of the query page, which is GraphiQL's above all; and of all others. */
const styles = { shell: 'shell/shell.css', ask: 'ask/style.css', pages: 'parts/pages.css' } as const;

/**
 * Bundles the page's script, style and workers into `folder`, each under a name with the hash of its content.
 *
 * @param base - path under which browsers find `folder`, with a slash at its end
 */
export async function bundle(sources: string, folder: string, base: string): Promise<Bundle> {
  const common = {
    absWorkingDir: sources,
    outdir: folder,
    bundle: true,
    minify: true,
    metafile: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    target: 'es2022',
    legalComments: 'linked',
    logLevel: 'warning',
    define: { 'process.env.NODE_ENV': '"production"' },
  } as const satisfies BuildOptions;
  const forWorkers = await build({ ...common, entryPoints: workers });
  const addresses = Object.entries(workers).map(([name, entry]) => [
    name,
    base + outputOf(forWorkers.metafile, entry),
  ]);
  // before the scripts, which name the sheets of their pages
  const forStyles = await build({ ...common, entryPoints: styles, plugins: [noEditorStyles, fontsApart] });
  const addressOf = (style: string): string => JSON.stringify(base + outputOf(forStyles.metafile, style));
  const forPage = await build({
    ...common,
    entryPoints: ['main.tsx'],
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    tsconfig: join(sources, 'tsconfig.json'),
    plugins: [noEditorStyles],
    define: {
      ...common.define,
      workerAddresses: JSON.stringify(Object.fromEntries(addresses)),
      askStyle: addressOf(styles.ask),
      pagesStyle: addressOf(styles.pages),
    },
  });
  return {
    script: outputOf(forPage.metafile, 'main.tsx'),
    style: outputOf(forStyles.metafile, styles.shell),
  };
}

/** Name of the file that an entry point became. */
function outputOf({ outputs }: Metafile, entry: string): string {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(entry) === true);
  if (found === undefined) throw new Error(`nothing was built of ${entry}`);
  return basename(found[0]);
}
