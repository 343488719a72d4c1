import DataLoader from 'dataloader';
import { getNamedType, isObjectType } from 'graphql';
import type { Decision } from '../../policy/decide.js';
import { agesOpened, hasAge, identifies, personReferredBy } from '../../policy/minors.js';
import type { Assertion } from './assertion.js';
import type { Authorised, Authorising } from './authorise.js';
import type { Ledger } from './ledger.js';
import { type FieldMapping, isRelatedField } from './mapping/mapping.js';
import { readByKey } from './records/by-key.js';
import type { Filter } from './records/condition-sql.js';
import { readRelated } from './records/related.js';
import type { ReadPlan, Row, Source, Through } from './records/source.js';

/** One request to a node, on its way through: the context of its resolvers. */
export interface NodeRequest {
  readonly assertion: Assertion;
  readonly source: Source;
  /** Codes of the States that take part. */
  readonly states: ReadonlySet<string>;
  readonly deciding: Omit<Authorising, 'variables'>;
  readonly ledger: Ledger;
  /** Key of the HMAC that masks with `HASH`, this month's. */
  readonly maskKey: Uint8Array;
  /** What may be given beneath each `_entities` field, by its response key and entity type. */
  readonly entities: Map<string, ReadonlyMap<string, Authorised>>;
  readonly byKey: Map<string, DataLoader<string, Row | null>>;
  readonly related: Map<string, DataLoader<string, readonly unknown[]>>;
}

/** The plan to read what a decision opens; of persons also what tells their age. */
export function planFor(decision: Decision, fields: readonly string[] = decision.reading.fields): ReadPlan {
  const { record } = decision.reading;
  const age = hasAge(record) ? ['birthDate', 'eventDate', 'recordedAt'] : [];
  const identified = isIdentified(decision);
  return {
    record,
    fields: [...new Set([...fields, ...age])],
    opens: decision.grants.map(({ grant, returns }) => ({
      where: grant.where,
      returns,
      ages: identified ? agesOpened(grant) : 'ALL',
    })),
  };
}

/**
 * The plan to tell hit or no hit by the hit grants that answer a reading.
 *
 * @param filter - by which records are looked for
 * @returns with what remains of the filter: what it asks of a person that records refer to is in the plan, since it counts how old that
 *   was, and is asked once
 */
export function hitPlanFor(
  { reading, hits }: Pick<Decision, 'reading' | 'hits'>,
  filter: Filter = {},
): { readonly plan: ReadPlan; readonly rest: Filter } {
  const identified = isIdentified({ reading });
  const through = identified ? throughOf(reading.record, filter) : undefined;
  const opens = hits
    .filter(({ answers }) => answers)
    .map(({ grant }) => ({
      where: grant.where,
      returns: true,
      ages: identified ? agesOpened(grant) : ('ALL' as const),
      ...(through && { through }),
    }));
  const rest = Object.entries(filter).filter(([field]) => field !== through?.field);
  return { plan: { record: reading.record, fields: [], opens }, rest: Object.fromEntries(rest) };
}

/** What is asked of the person that records refer to. A hit is told by equality, so by an id or by what is asked beneath, not both. */
function throughOf(record: string, filter: Filter): Through | undefined {
  const field = personReferredBy(record);
  const wanted = field === undefined ? undefined : filter[field];
  return field === undefined || wanted == null ? undefined : { field, wanted };
}

/** Whether persons are found or sorted by what identifies them. */
function isIdentified({ reading: { record, filters, sorts } }: Pick<Decision, 'reading'>): boolean {
  return [...filters, ...sorts].some((field) => identifies(record, field));
}

/** Makes one loader a record type for all references beneath these selections: one statement reads them together. */
export function openLoaders(request: NodeRequest, roots: Iterable<Authorised>): void {
  const plans = new Map<string, ReadPlan>();
  for (const root of roots) collectPlans(root, plans);
  for (const [record, plan] of plans)
    request.byKey.set(
      record,
      new DataLoader(async (keys) => {
        const rows = await readByKey(request.source, plan, keys);
        return keys.map((key) => rows.get(key) ?? null);
      }),
    );
}

function collectPlans({ access, scope, beneath }: Authorised, plans: Map<string, ReadPlan>): void {
  const { decision, found } = access;
  const referenced = found === undefined && scope.filters.length === 0 && scope.sorts.length === 0;
  if (decision !== undefined && referenced && decision.grants.length > 0) {
    const known = plans.get(decision.reading.record);
    plans.set(
      decision.reading.record,
      planFor(decision, [...(known?.fields ?? []), ...decision.reading.fields]),
    );
  }
  for (const inner of beneath.values()) collectPlans(inner, plans);
}

/** The loader of what hangs on records (or on a look-up's records) in other tables. */
export function relatedLoader(
  request: NodeRequest,
  typeName: string,
  field: string,
): DataLoader<string, readonly unknown[]> {
  const name = `${typeName}.${field}`;
  const known = request.related.get(name);
  if (known !== undefined) return known;
  const { source } = request;
  const type = source.schema.getType(typeName);
  const form = formOf(source, typeName, field);
  const fieldType = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  const loader = new DataLoader<string, readonly unknown[]>(async (keys) => {
    if (form === undefined || !isRelatedField(form) || fieldType === undefined) return keys.map(() => []);
    const found = await readRelated(source, form, getNamedType(fieldType), keys);
    return keys.map((key) => found.get(key) ?? []);
  });
  request.related.set(name, loader);
  return loader;
}

export function formOf({ mapping }: Source, typeName: string, field: string): FieldMapping | undefined {
  return (mapping.records[typeName] ?? mapping.lookups[typeName])?.fields[field];
}
