import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { idAlias } from '../plan/private-names.js';

/** What a State is asked for of an object, and what the client wants of it. */
export interface Selected {
  readonly asked: SelectionSetNode;
  readonly wanted: SelectionSetNode;
}

/** A member of an object. */
export type Member = { readonly key: string; readonly name: string } & (
  | {
      /** It is passed on. */
      readonly kind: 'ASKED';
      /** What stands before it in the answer. */
      readonly begins: ',' | '';
      /** Of an object. */
      readonly selected: Selected | undefined;
    }
  /** It is in the answer, and not to be passed on. */
  | { readonly kind: 'ADDED'; readonly begins: ',' | '' }
  /** It is not in the answer, and null to the client. @property text - what is passed on of it */
  | { readonly kind: 'ABSENT'; readonly text: string }
);

/**
 * The members of an object of which a State is asked for a part of what the client wants, in their order.
 *
 * @returns undefined where which members there are depends on more than the two selections, or they are not in the same order
 */
export function membersOf({ asked, wanted }: Selected): readonly Member[] | undefined {
  const given = fieldsByKey(asked);
  const all = fieldsByKey(wanted);
  if (given === undefined || all === undefined) return undefined;
  const keys = [...all.keys()].filter((key) => given.has(key));
  const added = [...given.keys()].filter((key) => key === idAlias && !all.has(key));
  if ([...keys, ...added].join() !== [...given.keys()].join()) return undefined;
  const first = keys[0];
  const members = [...all].map(([key, node], position): Member => {
    const name = node.name.value;
    const askedNode = given.get(key);
    if (askedNode === undefined) {
      const isBefore = first === undefined ? position === 0 : position < [...all.keys()].indexOf(first);
      return { kind: 'ABSENT', key, name, text: absentText(key, isBefore, first !== undefined) };
    }
    const selected =
      askedNode.selectionSet && node.selectionSet
        ? { asked: askedNode.selectionSet, wanted: node.selectionSet }
        : undefined;
    return { kind: 'ASKED', key, name, begins: key === first ? '' : ',', selected };
  });
  const begins = first === undefined ? '' : ',';
  return [...members, ...added.map((key): Member => ({ kind: 'ADDED', key, name: 'id', begins }))];
}

/** @param isBefore - before all members that are in the answer. @param isFollowed - by one that is */
function absentText(key: string, isBefore: boolean, isFollowed: boolean): string {
  const text = `"${key}":null`;
  if (!isBefore) return `,${text}`;
  return isFollowed ? `${text},` : text;
}

/** Undefined where a selection has fragments, or a key twice. */
function fieldsByKey({ selections }: SelectionSetNode): ReadonlyMap<string, FieldNode> | undefined {
  const fields = new Map<string, FieldNode>();
  for (const node of selections) {
    if (node.kind !== Kind.FIELD) return undefined;
    fields.set(node.alias?.value ?? node.name.value, node);
  }
  return fields.size === selections.length ? fields : undefined;
}
