import {
  type DocumentNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LRUCache } from 'lru-cache';
import type { HistoryMark } from '../../audit/entry.js';
import type { Withheld } from '../../common/withheld.js';
import type { Quota } from '../../policy/agreement.js';
import { compileDisclosure, type ReadDisclosure } from '../execute/disclosure.js';
import { isRecordType } from '../execute/record-type.js';
import { type EntitySelection, entitySelections, type MemberFetch } from '../plan/member-fetch.js';
import type { EntityParts } from '../passage/entity-pass.js';
import { compilePassage, type Passage } from '../passage/passage.js';
import type { Representation } from '../states/owner.js';
import { idAlias, typeAlias } from '../plan/private-names.js';
import { usedVariables, withoutUnusedVariables } from '../plan/variables.js';
import { type Basis, pruneEntity, type Pruned, type Pruning } from './prune.js';

/** A fetch as one State will get it, for one requester. */
export interface StateFetch {
  /** GraphQL text; undefined where the State's agreements leave nothing to ask for. */
  readonly query: string | undefined;
  readonly writeBody: WriteBody;
  readonly withheld: readonly Withheld[];
  readonly asked: readonly string[];
  readonly agreements: readonly string[];
  /** Of the agreements those that have a quota. */
  readonly quotas?: readonly LimitedAgreement[];
  /** Names the State's texts in force. */
  readonly agreementsDigest?: string;
  /** How far the history goes that puts them in force. */
  readonly agreementsHistory?: HistoryMark | undefined;
  readonly legalBasis: readonly string[];
  /** Reads the answer, once it is parsed. */
  readonly readDisclosure: ReadDisclosure;
  /** Reads the answer's text, where most of it goes to the client as it comes. */
  readonly passage?: Passage | undefined;
}

/**
 * Writes the body of a request to a node, as JSON text.
 *
 * @param variables - of the fetch; those that the pruned text no longer uses are left out
 */
export type WriteBody = (
  variables: Readonly<Record<string, unknown>>,
  representations: readonly Representation[],
) => string;

/** An agreement, and how much it opens at most. */
export interface LimitedAgreement {
  readonly agreement: string;
  readonly quota: Quota;
}

/** The text of a fetch, and how what it brings is read: the same for all States that are asked for the same. */
export type FetchText = Pick<StateFetch, 'query' | 'writeBody' | 'readDisclosure' | 'passage'>;

/** Texts that were written for a fetch already, by what of it they ask for. */
export type WrittenTexts = LRUCache<string, FetchText>;

const noText: FetchText = {
  query: undefined,
  writeBody: () => '',
  readDisclosure: () => ({ records: {}, foreign: [], faults: [] }),
};

/** Prunes a whole `_entities` fetch to what a State's agreements give. */
export function stateFetch(
  pruning: Pruning,
  operation: MemberFetch,
  representations: readonly Representation[],
  written: WrittenTexts,
): StateFetch {
  const present = operation.entities.filter(({ typeName }) => ofType(representations, typeName).length > 0);
  const pruned = present.map((entity) => ({
    entity,
    ...pruneEntity(pruning, entity.typeName, entity.selectionSet, ofType(representations, entity.typeName)),
  }));
  const asksFor = pruned.map(({ entity, kept }) => `${entity.typeName}${kept}`).join(' ');
  const text = written.get(asksFor) ?? fetchText(pruning.schema, operation, pruned);
  written.set(asksFor, text);
  return {
    ...text,
    withheld: pruned.flatMap(({ withheld }) => withheld),
    asked: [...new Set(pruned.flatMap(({ asked }) => asked))],
    ...basisOf(pruned.flatMap(({ basis }) => basis)),
  };
}

/** What is asked of an entity type, and what remains of it. */
interface PrunedEntity extends Pruned {
  readonly entity: EntitySelection;
}

function fetchText(
  schema: GraphQLSchema,
  operation: MemberFetch,
  pruned: readonly PrunedEntity[],
): FetchText {
  const document = documentOf(schema, operation, pruned);
  if (document === undefined) return noText;
  const query = print(document);
  return {
    query,
    writeBody: bodyWriter(query, usedVariables(document)),
    readDisclosure: compileDisclosure(schema, document),
    passage: compilePassage(schema, entityParts(document, pruned)),
  };
}

/** By type, what a State is asked of the entities and what of it is passed on. */
function entityParts(
  document: DocumentNode,
  pruned: readonly PrunedEntity[],
): ReadonlyMap<string, EntityParts> {
  const asked = new Map(entitySelections(document));
  return new Map(
    pruned.flatMap(({ entity: { typeName, selectionSet, passed } }) => {
      const set = asked.get(typeName);
      return set === undefined ? [] : [[typeName, { asked: set, wanted: selectionSet, passed }] as const];
    }),
  );
}

/** What is the same in all bodies is written once. */
function bodyWriter(query: string, used: ReadonlySet<string>): WriteBody {
  const start = `{"query":${JSON.stringify(query)},"variables":{`;
  const names = [...used].filter((name) => name !== 'representations');
  return (variables, representations) => {
    const given = names
      .filter((name) => variables[name] !== undefined)
      .map((name) => `"${name}":${JSON.stringify(variables[name])},`);
    return `${start}${given.join('')}"representations":${JSON.stringify(representations)}}}`;
  };
}

function ofType(representations: readonly Representation[], typeName: string): readonly Representation[] {
  return representations.filter(({ __typename }) => __typename === typeName);
}

function basisOf(grants: readonly Basis[]): Pick<StateFetch, 'agreements' | 'legalBasis'> {
  return {
    agreements: [...new Set(grants.map(({ agreement }) => agreement))].sort(),
    legalBasis: [...new Set(grants.flatMap(({ legalBasis }) => legalBasis))].sort(),
  };
}

function documentOf(
  schema: GraphQLSchema,
  { definition }: MemberFetch,
  pruned: readonly PrunedEntity[],
): DocumentNode | undefined {
  const selections = pruned.flatMap(({ entity, selectionSet }) =>
    selectionSet === undefined ? [] : [entityFragment(entity.typeName, selectionSet)],
  );
  const [root] = definition.selectionSet.selections;
  if (selections.length === 0 || root?.kind !== Kind.FIELD) return undefined;
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  const draft: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...root, selectionSet }] } },
    ],
  };
  return withoutUnusedVariables(withRecordIds(schema, draft));
}

function entityFragment(
  typeName: string,
  selectionSet: SelectionSetNode,
): SelectionSetNode['selections'][number] {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
    selectionSet,
  };
}

/** Asks every record for its id, and for its type where it may be one of several. */
function withRecordIds(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet: (node) => {
        const type = typeInfo.getParentType();
        if (!isRecordType(type)) return undefined;
        const added = [
          ...(node.selections.some(isId) ? [] : [aliased(idAlias, 'id')]),
          ...(isAbstractType(type) ? [aliased(typeAlias, '__typename')] : []),
        ];
        return added.length === 0 ? undefined : { ...node, selections: [...node.selections, ...added] };
      },
    }),
  );
}

/** Whether a selection tells the id, under whichever name. */
function isId(node: SelectionNode): boolean {
  return node.kind === Kind.FIELD && node.name.value === 'id';
}

function aliased(alias: string, name: string): SelectionSetNode['selections'][number] {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: alias },
    name: { kind: Kind.NAME, value: name },
  };
}
