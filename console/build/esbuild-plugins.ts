import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** GraphiQL's own sheet holds the editor's styles already; a second copy would only take time to load. */
export const noEditorStyles: Plugin = {
  name: 'no-editor-styles',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]monaco-editor[\\/]esm[\\/].*\.css$/ }, () => ({
      contents: '',
      loader: 'empty',
    }));
  },
};

const fontData = /url\(["']?data:font\/(?<format>\w+)[^,]*;base64,(?<base64>[^"')]+)["']?\)/gu;

/**
 * Puts the fonts that GraphiQL's sheet has as data into files of their own: a browser loads the few of them that it
 * needs, and the content security policy need not allow fonts from data.
 */
export const fontsApart: Plugin = {
  name: 'fonts-apart',
  setup: (build) => {
    const fonts: Buffer[] = [];
    build.onLoad({ filter: /[\\/]graphiql[\\/]dist[\\/].*\.css$/ }, async ({ path }) => {
      const sheet = await readFile(path, 'utf8');
      const contents = sheet.replace(fontData, (_, format: string, base64: string) => {
        fonts.push(Buffer.from(base64, 'base64'));
        return `url("font:${String(fonts.length - 1)}/font.${format}")`;
      });
      return { contents, loader: 'css' };
    });
    build.onResolve({ filter: /^font:/ }, ({ path }) => ({
      path: path.slice('font:'.length),
      namespace: 'font',
    }));
    build.onLoad({ filter: /.*/, namespace: 'font' }, ({ path }) => ({
      contents: fonts[Number.parseInt(path, 10)],
      loader: 'file',
    }));
  },
};
