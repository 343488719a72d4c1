import { getNamedType, type GraphQLResolveInfo, isObjectType } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { parseRecordId } from '../../common/record-id.js';
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

/** What a list is asked for. @throws IstmoError `ARGUMENT_INVALID` with the path of the argument */
export function readListArguments(info: GraphQLResolveInfo, given: ListArguments): PageQuery {
  checkListArguments(info, { ...given });
  const { filter, sort, first, after } = given;
  return { filter: filter ?? {}, sort: sort ?? undefined, first, after: after ?? undefined };
}

/**
 * Checks what GraphQL's own types do not see in the arguments of a list.
 *
 * @throws IstmoError `ARGUMENT_INVALID` with the path of the argument, never with its value
 */
function checkListArguments(info: GraphQLResolveInfo, given: Readonly<Record<string, unknown>>): void {
  const field = info.parentType.getFields()[info.fieldName];
  const [fault] = argumentFaults(field?.args ?? [], given);
  if (fault !== undefined) throw invalid(fault.path, fault.message);
  const filter = given['filter'];
  if (typeof filter === 'object' && filter !== null) checkIds(info, { ...filter });
}

/** Ids in a filter are of the type that the field refers to, whichever State they are of. */
function checkIds(info: GraphQLResolveInfo, filter: Readonly<Record<string, unknown>>): void {
  const list = getNamedType(info.returnType);
  const record = isComposite(list) ? info.schema.getType(recordBehind(list) ?? '') : undefined;
  if (!isObjectType(record)) return;
  for (const [field, wanted] of Object.entries(filter)) {
    const target = getNamedType(record.getFields()[field]?.type);
    if (!isObjectType(target) || target.getFields()['id'] === undefined) continue;
    const { eq, in: oneOf } = wanted as { readonly eq?: unknown; readonly in?: readonly unknown[] | null };
    for (const id of [...(eq == null ? [] : [eq]), ...(oneOf ?? [])])
      if (parseRecordId(String(id))?.type !== target.name)
        throw invalid(`filter.${field}`, `no id of a ${target.name}`);
  }
}

function invalid(argument: string, message: string): IstmoError {
  return new IstmoError('ARGUMENT_INVALID', { detail: `${argument}: ${message}.`, details: { argument } });
}
