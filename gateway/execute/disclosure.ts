import type { DocumentNode, GraphQLSchema } from 'graphql';
import { isData, ownField } from '../plan/data.js';
import { entitySelections } from '../plan/member-fetch.js';
import { idAlias } from '../plan/private-names.js';
import type { Representation } from '../states/owner.js';
import {
  checkObject,
  type CheckValue,
  type CompositeType,
  idKeys,
  isCompositeType,
  type Part,
  type Reading,
} from './check-value.js';
import { idsByType } from './found-records.js';

/** Position of an entity, then the fields beneath it. */
export type Place = readonly [position: number, ...beneath: (string | number)[]];

/** Records found in a node's answer, and what in it must not be there. */
export interface Disclosure {
  /** Ids of the records, by type. */
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** Ids of records that another State owns, or that were not asked for. */
  readonly foreign: readonly string[];
  /** Where something was taken out. */
  readonly faults: readonly Place[];
}

/** @param entities - the node's `_entities`, as many as there are representations; changed in place */
export type ReadDisclosure = (
  entities: unknown[],
  representations: readonly Representation[],
  state: string,
) => Disclosure;

/**
 * Compiles the reading of what a State answers to a fetch. It finds which records are disclosed, and takes out what was not
 * asked for: null stands in the place of a record that is not the State's own or not the one that was asked for, and of a
 * value that is not of its type. Fields that were not asked for are gone: they would be taken for what others have said.
 *
 * @param document - the fetch, with the id of every record, and its type where it may be one of several
 */
export function compileDisclosure(schema: GraphQLSchema, document: DocumentNode): ReadDisclosure {
  const byType = entityChecks(schema, document);
  return (entities, representations, state) => {
    const reading: Reading = { state, path: [], records: new Map(), foreign: [], faults: [] };
    representations.forEach((representation, position) => {
      reading.path.push(position);
      entities[position] = readEntity(entities[position], representation, byType, reading);
      reading.path.pop();
    });
    return {
      records: idsByType(reading.records),
      foreign: reading.foreign,
      faults: reading.faults.map(([position, ...beneath]) => [Number(position), ...beneath]),
    };
  };
}

function readEntity(
  entity: unknown,
  representation: Representation,
  byType: ReadonlyMap<unknown, EntityCheck>,
  reading: Reading,
): unknown {
  const known = byType.get(representation['__typename']);
  if (entity == null || known === undefined) return null;
  const { id } = representation;
  const given = isData(entity) ? ownField(entity, known.idKey) : undefined;
  if (typeof id === 'string' && typeof given === 'string' && given !== id) {
    reading.foreign.push(given);
    reading.faults.push([...reading.path]);
    return null;
  }
  return known.check(entity, reading);
}

interface EntityCheck {
  readonly check: CheckValue;
  /** Response key of the id; of what has none, a key that nothing has. */
  readonly idKey: string;
}

/** The checks of the entities that a fetch asks for, by the names of their types. */
function entityChecks(schema: GraphQLSchema, document: DocumentNode): ReadonlyMap<unknown, EntityCheck> {
  const parts = new Map<CompositeType, Part[]>();
  for (const [typeName, selectionSet] of entitySelections(document)) {
    const type = schema.getType(typeName);
    if (isCompositeType(type)) parts.set(type, [...(parts.get(type) ?? []), { type, selectionSet }]);
  }
  return new Map(
    [...parts].map(([type, selected]) => {
      const [idKey = idAlias] = idKeys(schema, selected);
      return [type.name, { check: checkObject(schema, type, selected), idKey }];
    }),
  );
}
