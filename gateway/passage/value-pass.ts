import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isRecordType } from '../execute/record-type.js';
import { idPattern, leafPattern } from './leaf-pattern.js';
import { type Member, membersOf, type Selected } from './members.js';
import {
  adding,
  leavingOut,
  listOf,
  matching,
  matchingIds,
  misfit,
  noteAtHand,
  nullOr,
  type Pass,
} from './pass.js';
import { PassBuilder } from './pass-builder.js';

/**
 * Compiles the pass over the values of a type.
 *
 * @param selected - undefined for values that are no objects
 * @returns undefined where their form depends on more than the selections: on which type of several an object is
 */
function valuePass(type: GraphQLOutputType, selected: Selected | undefined): Pass | undefined {
  const pattern = leafPattern(type);
  if (pattern !== undefined) return matching(pattern);
  if (isNonNullType(type)) return presentPass(type.ofType, selected);
  const present = presentPass(type, selected);
  return present && nullOr(present);
}

function presentPass(type: GraphQLOutputType, selected: Selected | undefined): Pass | undefined {
  if (isObjectType(type)) return selected && objectPass(type, selected);
  const item = isListType(type) ? valuePass(type.ofType, selected) : undefined;
  return item && listOf(item);
}

function objectPass(type: GraphQLObjectType, selected: Selected): Pass | undefined {
  const members = membersOf(selected);
  if (members === undefined) return undefined;
  const builder = new PassBuilder();
  builder.match(String.raw`\{`);
  const added = members.every((member) => addMember(builder, type, member));
  if (!added) return undefined;
  builder.match(String.raw`\}`);
  const pass = builder.build();
  return isRecordType(type) ? recordPass(type.name, pass) : pass;
}

/** @returns false where it cannot be passed on */
function addMember(builder: PassBuilder, type: GraphQLObjectType, member: Member): boolean {
  const { key } = member;
  switch (member.kind) {
    case 'ABSENT':
      builder.add(adding(member.text));
      return !isNonNullType(type.getFields()[member.name]?.type);
    case 'ADDED':
      builder.add(leavingOut(matchingIds(`${member.begins}"${key}":${idPattern(type.name)}`)));
      return true;
    case 'ASKED':
      builder.match(`${member.begins}"${key}":`);
      return addValue(builder, type, member);
  }
}

function addValue(
  builder: PassBuilder,
  type: GraphQLObjectType,
  { name, selected }: Extract<Member, { kind: 'ASKED' }>,
): boolean {
  const field = type.getFields()[name]?.type;
  if (name === '__typename') builder.match(`"${type.name}"`);
  else if (field === undefined) return false;
  else if (name === 'id' && isRecordType(type)) builder.matchId(idPattern(type.name));
  else {
    const pattern = leafPattern(field);
    const pass = pattern === undefined ? valuePass(field, selected) : undefined;
    if (pattern !== undefined) builder.match(pattern);
    else if (pass === undefined) return false;
    else builder.add(pass);
  }
  return true;
}

/** Compiles the pass over what follows a member's label. */
export function memberPass(
  type: GraphQLObjectType,
  member: Exclude<Member, { readonly kind: 'ABSENT' }>,
): Pass | undefined {
  if (member.kind === 'ADDED') return matchingIds(idPattern(type.name));
  const builder = new PassBuilder();
  return addValue(builder, type, member) ? builder.build() : undefined;
}

/** A record is the State's own, and noted; else it does not fit. */
function recordPass(typeName: string, pass: Pass): Pass {
  return (text, at, passing) => {
    const outer = passing.id;
    passing.id = undefined;
    const end = pass(text, at, passing);
    const isNoted = end !== misfit && noteAtHand(typeName, passing);
    passing.id = outer;
    return isNoted ? end : misfit;
  };
}
