import { parseRecordId } from '../../common/record-id.js';

/** A key of an entity, as the planner's fetches carry it: `{ __typename, …key }`. */
export type Representation = Readonly<Record<string, unknown>>;

/**
 * The State that must answer for an entity: the key says it, as `code` (MemberState), `state` (look-ups) or `id`.
 *
 * @returns undefined where the key names no State
 */
function ownerOf(representation: Representation): string | undefined {
  const { code, state, id } = representation;
  if (typeof code === 'string') return code;
  if (typeof state === 'string') return state;
  return typeof id === 'string' ? parseRecordId(id)?.state : undefined;
}

/** Positions of the representations that one State owns. */
export interface Share {
  readonly state: string | undefined;
  readonly positions: readonly number[];
}

/** Splits representations by owner, in the order in which the owners first appear. */
export function splitByOwner(representations: readonly Representation[]): readonly Share[] {
  const shares = new Map<string | undefined, number[]>();
  representations.forEach((representation, position) => {
    const state = ownerOf(representation);
    const positions = shares.get(state);
    if (positions === undefined) shares.set(state, [position]);
    else positions.push(position);
  });
  return [...shares].map(([state, positions]) => ({ state, positions }));
}
