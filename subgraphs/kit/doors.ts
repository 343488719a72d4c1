import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import { IstmoError } from '../../common/errors.js';
import { allow, deny, rule, shield } from '../../common/shield.js';
import { type Authorised, authoriseReference, isOpen } from './authorise.js';
import { noteBasis } from './ledger.js';
import { HangingList, type PlainRecord } from './materialise.js';
import { type NodeRequest, openLoaders } from './node-request.js';
import type { Owner } from './records/hanging.js';
import { readSelection, selectionKey } from './selection.js';

/** A field that opens only where the agreements open it. */
export interface Door {
  readonly type: string;
  readonly field: string;
}

interface EntitiesArguments {
  readonly representations: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The permissions of a node, made from its agreements: the door of all entities decides once over everything that is
 * selected beneath it, and each door of MemberState opens only where that decision opened it. Whatever else has a
 * resolver is denied.
 *
 * @param doors - fields of MemberState, and lists that hang on records
 */
export function doorPermissions(doors: readonly Door[]) {
  const types = [...new Set(doors.map(({ type }) => type))];
  return shield<unknown, NodeRequest>(
    {
      Query: { _entities: entitiesDoor, _service: allow },
      ...Object.fromEntries(
        types.map((type) => [
          type,
          Object.fromEntries(
            doors
              .filter((door) => door.type === type)
              .map(({ field }) => [field, type === 'MemberState' ? stateDoor : hangingDoor]),
          ),
        ]),
      ),
    },
    { fallbackRule: deny, fallbackError: new IstmoError('WITHHELD'), allowExternalErrors: true },
  );
}

const entitiesDoor = rule({ cache: 'no_cache' })((
  _parent: unknown,
  { representations }: EntitiesArguments,
  request: NodeRequest,
  info: GraphQLResolveInfo,
) => {
  const authorised = authoriseEntities(request, info, representations);
  request.entities.set(String(info.path.key), authorised);
  openLoaders(request, authorised.values());
  for (const entity of authorised.values()) note(request, entity);
  return [...authorised.values()].some(isOpen) || new IstmoError('WITHHELD');
});

const stateDoor = rule({ cache: 'no_cache' })((
  _parent: unknown,
  _args: unknown,
  request: NodeRequest,
  info: GraphQLResolveInfo,
) => {
  const authorised = authorisedAt(request, info);
  return (authorised !== undefined && isOpen(authorised)) || new IstmoError('WITHHELD');
});

const hangingDoor = rule({ cache: 'no_cache' })((
  parent: unknown,
  _args: unknown,
  _request: NodeRequest,
  info: GraphQLResolveInfo,
) => {
  const hanging = hangingAt(parent, info);
  return (hanging !== undefined && isOpen(hanging.authorised)) || new IstmoError('WITHHELD');
});

/** The list at hand that hangs on a record, with what may be given of it. */
export function hangingAt(parent: unknown, info: GraphQLResolveInfo): HangingAt | undefined {
  const [node] = info.fieldNodes;
  const hanging = (parent as PlainRecord)[info.fieldName];
  if (!(hanging instanceof HangingList) || node === undefined) return undefined;
  const authorised = hanging.lists.get(selectionKey(node));
  return authorised && { authorised, owner: hanging.owner };
}

interface HangingAt {
  readonly authorised: Authorised;
  readonly owner: Owner;
}

/** What may be given of an entity type beneath the `_entities` field at hand; undefined where nothing may. */
export function entityAt(
  request: NodeRequest,
  info: GraphQLResolveInfo,
  type: string,
): Authorised | undefined {
  const authorised = request.entities.get(String(info.path.key))?.get(type);
  return authorised !== undefined && isOpen(authorised) ? authorised : undefined;
}

/** What may be given beneath the field of MemberState at hand. */
export function authorisedAt(request: NodeRequest, info: GraphQLResolveInfo): Authorised | undefined {
  const entities = request.entities.get(String(info.path.prev?.prev?.key));
  const [node] = info.fieldNodes;
  return node && entities?.get(info.parentType.name)?.beneath.get(selectionKey(node));
}

function authoriseEntities(
  request: NodeRequest,
  info: GraphQLResolveInfo,
  representations: EntitiesArguments['representations'],
): ReadonlyMap<string, Authorised> {
  const authorising = { ...request.deciding, variables: info.variableValues };
  const types = [...new Set(representations.map(({ __typename }) => String(__typename)))];
  return new Map(
    types.flatMap((name) => {
      const type = info.schema.getType(name);
      if (!isObjectType(type)) return [];
      const selection = readSelection(info, type, info.fieldNodes);
      const own = representations.filter(({ __typename }) => __typename === name);
      return [[name, authoriseReference(authorising, selection, own)] as const];
    }),
  );
}

function note({ ledger }: NodeRequest, authorised: Authorised): void {
  ledger.withheld.push(...authorised.withheld);
  noteOpen(ledger, authorised);
}

function noteOpen(ledger: NodeRequest['ledger'], { access, selection, beneath }: Authorised): void {
  if (access.decision !== undefined && !access.shut) noteBasis(ledger, access.decision.grants);
  if (selection.fields.has('hit')) noteBasis(ledger, access.hits);
  for (const inner of beneath.values()) noteOpen(ledger, inner);
}
