import type { GraphQLNamedType } from 'graphql';

/** Whether what is of a type is a record, whose id the log names when it is disclosed. */
export function isRecordType(type: GraphQLNamedType | null | undefined): boolean {
  if (type == null || !('getInterfaces' in type)) return false;
  return type.name === 'Record' || type.getInterfaces().some(({ name }) => name === 'Record');
}
