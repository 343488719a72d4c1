import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.js';
import { compressFiles } from './compress-files.js';
import { digestOf, stampName } from './stamp.js';

export interface PageBuild {
  /** Folder of the page's sources. */
  readonly sources: string;
  /** Names the versions of what is bundled. */
  readonly lockFile: string;
  /** Folder that gets `index.html`, and `console/` with everything it loads; emptied first. */
  readonly into: string;
}

/**
 * Builds the page, unless it stands there already, made of the same sources and versions.
 *
 * @returns whether there was anything to do
 */
export async function buildPage({ sources, lockFile, into }: PageBuild): Promise<boolean> {
  const digest = await digestOf([sources, lockFile]);
  const stamp = join(into, stampName);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === digest) return false;
  await rm(into, { recursive: true, force: true });
  const assets = join(into, 'console');
  await mkdir(assets, { recursive: true });
  const { script, style } = await bundle(sources, assets, '/console/');
  const template = await readFile(join(sources, 'index.html'), 'utf8');
  const page = template.replace('{{script}}', `/console/${script}`).replace('{{style}}', `/console/${style}`);
  await writeFile(join(into, 'index.html'), page);
  await compressFiles(into);
  // last, so that a build that was broken off is done again
  await writeFile(stamp, digest);
  return true;
}
