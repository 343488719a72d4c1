import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import { domains } from './domains.js';
import { domainDocument } from './sources.js';

/** A list of records that States keep: a field of `MemberState` that pages through them. */
export interface RecordList {
  readonly field: string;
  readonly record: string;
}

/** The lists of each domain that has any, by the domain's code: `ARMS_CONTROL`. */
export function listsByDomain(): ReadonlyMap<string, readonly RecordList[]> {
  const all = domains.map(({ file }) => [file.replace('-', '_').toUpperCase(), listsIn(file)] as const);
  return new Map(all.filter(([, lists]) => lists.length > 0));
}

function listsIn(file: string): readonly RecordList[] {
  return domainDocument(file)
    .definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_EXTENSION)
    .filter(({ name }) => name.value === 'MemberState')
    .flatMap(({ fields = [] }) => fields)
    .filter(isList)
    .map(({ name, type }) => ({ field: name.value, record: namedType(type).replace(/Connection$/u, '') }));
}

function isList({ arguments: args = [] }: FieldDefinitionNode): boolean {
  return args.some(({ name }) => name.value === 'sort');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
