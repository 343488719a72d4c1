import type { GraphQLNamedType } from 'graphql';

/** Whether what is of a type is a record, whose id the log names when it is disclosed. */
export function isRecordType(type: GraphQLNamedType | null | undefined): boolean {
  return type != null && 'getInterfaces' in type && type.getInterfaces().some(({ name }) => name === 'Record');
}
