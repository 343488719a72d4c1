import { type DocumentNode, type GraphQLSchema, Kind, type SelectionSetNode } from 'graphql';
import { isData, ownField } from '../plan/data.js';
import { idAlias } from '../plan/private-names.js';
import type { Representation } from '../states/owner.js';
import {
  checkObject,
  type CheckValue,
  type CompositeType,
  isCompositeType,
  type Reading,
} from './check-value.js';

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
 * @param document - the fetch, with the id and the type of every record
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
    const records = [...reading.records].map(([type, ids]) => [type, [...ids]] as const);
    return {
      records: Object.fromEntries(records),
      foreign: reading.foreign,
      faults: reading.faults.map(([position, ...beneath]) => [Number(position), ...beneath]),
    };
  };
}

function readEntity(
  entity: unknown,
  representation: Representation,
  byType: ReadonlyMap<unknown, CheckValue>,
  reading: Reading,
): unknown {
  const check = byType.get(representation['__typename']);
  if (entity == null || check === undefined) return null;
  const { id } = representation;
  const given = isData(entity) ? ownField(entity, idAlias) : undefined;
  if (typeof id === 'string' && typeof given === 'string' && given !== id) {
    reading.foreign.push(given);
    reading.faults.push([...reading.path]);
    return null;
  }
  return check(entity, reading);
}

/** The checks of the entities that a fetch asks for, by the names of their types. */
function entityChecks(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
): ReadonlyMap<unknown, CheckValue> {
  const parts = new Map<CompositeType, SelectionSetNode[]>();
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation?.selectionSet.selections[0];
  const fragments = root?.kind === Kind.FIELD ? (root.selectionSet?.selections ?? []) : [];
  for (const node of fragments) {
    const type = node.kind === Kind.INLINE_FRAGMENT && schema.getType(node.typeCondition?.name.value ?? '');
    if (type === false || !isCompositeType(type)) continue;
    parts.set(type, [...(parts.get(type) ?? []), node.selectionSet]);
  }
  return new Map(
    [...parts].map(([type, sets]) => [
      type.name,
      checkObject(
        schema,
        type,
        sets.map((selectionSet) => ({ type, selectionSet })),
      ),
    ]),
  );
}
