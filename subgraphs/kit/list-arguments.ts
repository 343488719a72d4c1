import { getNamedType, type GraphQLResolveInfo, isObjectType } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { parseRecordId } from '../../common/record-id.js';
import { isComposite, recordBehind } from '../../policy/operation/scope.js';
import { argumentFaults } from '../../schema/check-arguments.js';

/**
 * Checks what GraphQL's own types do not see in the arguments of a list.
 *
 * @throws IstmoError `ARGUMENT_INVALID` with the path of the argument, never with its value
 */
export function checkListArguments(info: GraphQLResolveInfo, given: Readonly<Record<string, unknown>>): void {
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
