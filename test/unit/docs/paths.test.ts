import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fromRoot } from '../../../common/root.js';

const pages = [
  'README.md',
  'deploy/README.md',
  ...readdirSync(fromRoot('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** What is written like a file of ours, but is one that a region or a State has. */
const elsewhere = new Set(['region.yaml']);

/** Files and folders that a line of text names; one without a folder stands in that of the one before it. */
function pathsIn(line: string): readonly string[] {
  const names = [...line.matchAll(/`([\w./-]+)`/gu)].map(([, name = '']) => name);
  const paths: string[] = [];
  for (const name of names) {
    const isPath =
      /^\w[\w./-]*\/|\.(?:ts|tsx|graphql|yaml|yml|sql|md)$/u.test(name) &&
      !/^application\/|^[A-Z0/]+$/u.test(name);
    if (!isPath || elsewhere.has(name)) continue;
    paths.push(
      name.includes('/') || existsSync(fromRoot(name)) ? name : join(dirname(paths.at(-1) ?? ''), name),
    );
  }
  return paths;
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(fromRoot(page), 'utf8');

  it('names only files that there are', () => {
    const named = text.split('\n').flatMap(pathsIn);
    expect(named.filter((path) => !existsSync(fromRoot(path)))).toEqual([]);
  });

  it('links only to pages that there are', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/gu)].map(([, link = '']) => link);
    const ours = links.filter((link) => !link.startsWith('http'));
    expect(ours.filter((link) => !existsSync(fromRoot(dirname(page), link)))).toEqual([]);
  });
});
