import { readdirSync, readFileSync } from 'node:fs';
import { concatAST, type DocumentNode, parse, Source } from 'graphql';
import { fromRoot } from '../common/root.js';

/** Where the composed supergraph is kept, checked in. */
export const supergraphPath: string = fromRoot('schema', 'supergraph.graphql');

/** The SDL that every State's node serves, one document of all domains; nodes know their file and line. */
export function memberDocument(): DocumentNode {
  const folder = fromRoot('schema', 'member');
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  return concatAST(files.sort().map((name) => parseFile('schema', 'member', name)));
}

/** The SDL of the region's own subgraph: the directory of States, and the log as auditors read it. */
export function regionDocument(): DocumentNode {
  return concatAST([parseFile('schema', 'region.graphql'), parseFile('schema', 'audit.graphql')]);
}

/** The composed supergraph as checked in. */
export function supergraphSdl(): string {
  return readFileSync(supergraphPath, 'utf8');
}

function parseFile(...segments: readonly string[]): DocumentNode {
  const path = fromRoot(...segments);
  return parse(new Source(readFileSync(path, 'utf8'), segments.join('/')));
}
