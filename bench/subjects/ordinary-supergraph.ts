import { composeServices } from '@apollo/composition';
import { ordinaryDocument } from '../nodes/ordinary.js';
import type { SubjectSetup } from './subject.js';

/** The supergraph of one ordinary subgraph a State. */
export function ordinarySupergraph({ nodes }: SubjectSetup): string {
  const { supergraphSdl, errors } = composeServices(
    nodes.map(({ code, url }) => ({
      name: code.toLowerCase(),
      typeDefs: ordinaryDocument(code),
      url: `${url}/ordinary`,
    })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.join('\n'));
  return supergraphSdl;
}
