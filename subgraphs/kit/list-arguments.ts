import { getNamedType, type GraphQLResolveInfo, isObjectType } from 'graphql';
import { invalidArgument } from '../../common/argument-problem.js';
import { parseRecordId } from '../../common/record-id.js';
import type { FieldCondition } from '../../policy/agreement.js';
import { isComposite, recordBehind } from '../../policy/operation/scope.js';
import { argumentFaults } from '../../schema/check-arguments.js';
import type { Filter } from './records/condition-sql.js';
import type { PageQuery } from './records/page.js';

/** Arguments of a list, `first` with its default. */
export interface ListArguments {
  readonly filter?: Filter | null;
  readonly sort?: { readonly field: string; readonly descending: boolean } | null;
  readonly first: number;
  readonly after?: string | null;
}

/**
 * What a list is asked for.
 *
 * @param states - that take part: an id of another names no record
 * @throws IstmoError `ARGUMENT_INVALID` with the path of the argument, never with its value
 */
export function readListArguments(
  info: GraphQLResolveInfo,
  given: ListArguments,
  states: ReadonlySet<string>,
): PageQuery {
  const field = info.parentType.getFields()[info.fieldName];
  const [fault] = argumentFaults(field?.args ?? [], { ...given });
  if (fault !== undefined) throw invalidArgument(fault);
  const filter = withoutNulls(given.filter ?? {}) as Filter;
  checkIds(info, filter, states);
  const { sort, first, after } = given;
  return { filter, sort: sort ?? undefined, first, after: after ?? undefined };
}

/** A key that is null asks for nothing, as one that is not there. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner != null);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]));
}

/** Ids in a filter are of the type that the field refers to, whichever State of the region they are of. */
function checkIds(info: GraphQLResolveInfo, filter: Filter, states: ReadonlySet<string>): void {
  const list = getNamedType(info.returnType);
  const record = isComposite(list) ? info.schema.getType(recordBehind(list) ?? '') : undefined;
  if (!isObjectType(record)) return;
  for (const [field, wanted] of Object.entries(filter)) {
    const target = getNamedType(record.getFields()[field]?.type);
    if (!isObjectType(target) || target.getFields()['id'] === undefined) continue;
    const { eq, in: oneOf } = (wanted ?? {}) as FieldCondition;
    for (const [key, ids] of Object.entries({ eq, in: oneOf }))
      for (const id of [ids ?? []].flat()) {
        const path = `filter.${field}.${key}`;
        const parsed = parseRecordId(String(id));
        if (parsed?.type !== target.name) throw invalidArgument({ path, problem: 'NO_ID' });
        if (!states.has(parsed.state)) throw invalidArgument({ path, problem: 'UNKNOWN_STATE' });
      }
  }
}
