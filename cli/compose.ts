import { writeFileSync } from 'node:fs';
import { compose as composeSupergraph } from '../schema/compose.js';
import { supergraphPath } from '../schema/sources.js';

/** `istmo compose`: composes the supergraph and writes it where it is kept. */
export async function compose(): Promise<void> {
  const composition = composeSupergraph();
  if (!composition.ok) throw new Error(composition.problems.join('\n'));
  writeFileSync(supergraphPath, composition.supergraphSdl);
  console.log('schema/supergraph.graphql');
  return Promise.resolve();
}
