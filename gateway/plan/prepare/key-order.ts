import type { ConstDirectiveNode } from 'graphql';
import { argumentOf, type SupergraphType } from './supergraph-types.js';

/**
 * The type with the keys by which a subgraph resolves it before those by which it does not. The planner, coming back to
 * a subgraph after a `@requires`, takes the first key that is there, resolvable or not.
 */
export function withResolvableKeysFirst(type: SupergraphType): SupergraphType {
  const directives = type.directives ?? [];
  const last = directives.filter(isUnresolvableKey);
  const first = directives.filter((directive) => !isUnresolvableKey(directive));
  const ordered = [...first, ...last];
  return ordered.every((directive, index) => directive === directives[index])
    ? type
    : { ...type, directives: ordered };
}

function isUnresolvableKey(directive: ConstDirectiveNode): boolean {
  return directive.name.value === 'join__type' && argumentOf(directive, 'resolvable') === false;
}
