import { type DocumentNode, type GraphQLSchema, Kind, print, type SelectionSetNode, visit } from 'graphql';
import { TypeInfo, visitWithTypeInfo } from 'graphql';
import type { Withheld } from '../../common/withheld.js';
import type { Decision } from '../../policy/decide.js';
import type { MemberFetch } from '../plan/member-fetch.js';
import type { Representation } from '../states/owner.js';
import { idAlias, typeAlias } from '../plan/private-names.js';
import { usedVariables, withoutUnusedVariables } from '../plan/variables.js';
import { pruneEntity, type Pruned, type Pruning } from './prune.js';

/** A fetch as one State will get it, for one requester. */
export interface StateFetch {
  /** GraphQL text; undefined where the State's agreements leave nothing to ask for. */
  readonly query: string | undefined;
  /** Variables that the text still uses, `representations` among them. */
  readonly variableNames: ReadonlySet<string>;
  readonly withheld: readonly Withheld[];
  readonly asked: readonly string[];
  readonly agreements: readonly string[];
  readonly legalBasis: readonly string[];
}

/** Prunes a whole `_entities` fetch to what a State's agreements give. */
export function stateFetch(
  pruning: Pruning,
  operation: MemberFetch,
  representations: readonly Representation[],
): StateFetch {
  const present = operation.entities.filter(({ typeName }) => ofType(representations, typeName).length > 0);
  const pruned = present.map(({ typeName, selectionSet }) => ({
    typeName,
    ...pruneEntity(pruning, typeName, selectionSet, ofType(representations, typeName)),
  }));
  const document = documentOf(pruning.schema, operation, pruned);
  return {
    query: document && print(document),
    variableNames: document === undefined ? new Set() : usedVariables(document),
    withheld: pruned.flatMap(({ withheld }) => withheld),
    asked: [...new Set(pruned.flatMap(({ asked }) => asked))],
    ...basisOf(pruned.flatMap(({ decisions }) => decisions)),
  };
}

function ofType(representations: readonly Representation[], typeName: string): readonly Representation[] {
  return representations.filter(({ __typename }) => __typename === typeName);
}

function basisOf(decisions: readonly Decision[]): Pick<StateFetch, 'agreements' | 'legalBasis'> {
  const grants = decisions.flatMap((decision) => decision.grants);
  return {
    agreements: [...new Set(grants.map(({ agreement }) => agreement))].sort(),
    legalBasis: [...new Set(grants.flatMap(({ legalBasis }) => legalBasis))].sort(),
  };
}

function documentOf(
  schema: GraphQLSchema,
  { definition }: MemberFetch,
  pruned: readonly (Pruned & { readonly typeName: string })[],
): DocumentNode | undefined {
  const selections = pruned.flatMap(({ typeName, selectionSet }) =>
    selectionSet === undefined ? [] : [entityFragment(typeName, selectionSet)],
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

/** Asks every record for its id and type. */
function withRecordIds(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet: (node) => {
        const type = typeInfo.getParentType();
        const isRecord =
          type !== null &&
          type !== undefined &&
          'getInterfaces' in type &&
          type.getInterfaces().some(({ name }) => name === 'Record');
        if (!isRecord) return undefined;
        return {
          ...node,
          selections: [...node.selections, aliased(idAlias, 'id'), aliased(typeAlias, '__typename')],
        };
      },
    }),
  );
}

function aliased(alias: string, name: string): SelectionSetNode['selections'][number] {
  return {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: alias },
    name: { kind: Kind.NAME, value: name },
  };
}
