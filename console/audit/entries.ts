import * as z from 'zod/mini';
import type { Question } from '../parts/ask-gateway.js';

const text = z.nullable(z.string());

const rowSchema = z.object({
  number: z.number(),
  type: z.string(),
  time: z.string(),
  agency: text,
  officer: text,
  purpose: text,
  case: text,
  outcome: z.string(),
  code: text,
  states: z.array(z.object({ code: z.string(), records: z.array(z.string()) })),
});

/** An entry as a row of a table. */
export type EntryRow = z.infer<typeof rowSchema>;

const pageSchema = z.object({ next: text, entries: z.array(rowSchema) });

/** Some entries, and where older ones begin. */
export type EntryPage = z.infer<typeof pageSchema>;

const rowFields =
  'next entries { number type time agency officer purpose case outcome code states { code records } }';

/** The entries that fit, the newest first. */
export function logQuestion(
  filter: Readonly<Record<string, string>>,
  after: string | undefined,
): Question<{ readonly page: EntryPage }> {
  return {
    query: `query Log($filter: AuditFilter, $after: String) {
      page: auditLog(filter: $filter, first: 20, after: $after) { ${rowFields} }
    }`,
    variables: { filter, ...(after !== undefined && { after }) },
    data: z.object({ page: pageSchema }),
  };
}

/** Who has ever read a record. */
export function accessesQuestion(
  record: string,
  after: string | undefined,
): Question<{ readonly page: EntryPage }> {
  return {
    query: `query WhoRead($record: ID!, $after: String) {
      page: accessesTo(record: $record, first: 20, after: $after) { ${rowFields} }
    }`,
    variables: { record, ...(after !== undefined && { after }) },
    data: z.object({ page: pageSchema }),
  };
}

const entrySchema = z.object({
  ...rowSchema.shape,
  requestId: z.string(),
  country: text,
  client: text,
  roles: z.array(z.string()),
  sourceAddress: text,
  urgency: text,
  operationName: text,
  operationSha256: text,
  isSealed: z.boolean(),
  states: z.array(
    z.object({
      code: z.string(),
      status: z.string(),
      ms: z.nullable(z.number()),
      jti: text,
      agreements: z.array(z.string()),
      agreementsDigest: text,
      legalBasis: z.array(z.string()),
      records: z.array(z.string()),
      shown: z.array(z.string()),
      withheld: z.array(
        z.object({
          coordinate: z.string(),
          reason: z.string(),
          agreement: text,
          records: z.nullable(z.array(z.string())),
        }),
      ),
    }),
  ),
  readings: z.array(z.object({ of: z.string(), by: z.array(z.string()), entries: z.array(z.number()) })),
});

/** An entry in full. */
export type Entry = z.infer<typeof entrySchema>;

export function entryQuestion(number: number): Question<{ readonly auditEntry: Entry | null }> {
  return {
    query: `query OneEntry($number: Int!) {
      auditEntry(number: $number) {
        number type time agency country officer client roles sourceAddress purpose case urgency
        outcome code requestId operationName operationSha256 isSealed
        states { code status ms jti agreements agreementsDigest legalBasis records shown
          withheld { coordinate reason agreement records } }
        readings { of by entries }
      }
    }`,
    variables: { number },
    data: z.object({ auditEntry: z.nullable(entrySchema) }),
  };
}
