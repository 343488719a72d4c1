import { readdirSync, readFileSync } from 'node:fs';
import { concatAST, type DocumentNode, parse, Source } from 'graphql';
import { fromRoot } from '../common/root.js';

/** Where the composed supergraph is kept, checked in. */
export const supergraphPath: string = fromRoot('schema', 'supergraph.graphql');

/**
 * The SDL that every State's node serves, one document of all domains.
 *
 * @param located - whether its parts know their file and line, which takes as much memory again as they do
 */
export function memberDocument(located = true): DocumentNode {
  const folder = fromRoot('schema', 'member');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return concatAST(files.sort().map((name) => parseFile(['schema', 'member', name], located)));
}

/** The SDL of one domain: a file of `schema/member/`, without its ending. */
export function domainDocument(file: string): DocumentNode {
  return parseFile(['schema', 'member', `${file}.graphql`], false);
}

/** The SDL of the region's own subgraph: the directory of States, why they share what, the log as auditors read it, requests for release. */
export function regionDocument(): DocumentNode {
  const names = ['region.graphql', 'explain.graphql', 'audit.graphql', 'release.graphql'];
  return concatAST(names.map((name) => parseFile(['schema', name])));
}

/** The composed supergraph as checked in. */
export function supergraphSdl(): string {
  return readFileSync(supergraphPath, 'utf8');
}

function parseFile(segments: readonly string[], located = true): DocumentNode {
  const path = fromRoot(...segments);
  return parse(new Source(readFileSync(path, 'utf8'), segments.join('/')), { noLocation: !located });
}
