import { z } from 'zod';
import { masks, withholdingReasons } from '../common/withheld.js';
import { sealKeyNamePattern } from './seal.js';

const requester = z.strictObject({
  agency: z.string(),
  country: z.string(),
  officer: z.string().describe('A pseudonym that only the agency can resolve'),
  client: z.string(),
  roles: z.array(z.string()),
});

const withheld = z.strictObject({
  coordinate: z.string(),
  reason: z.enum(withholdingReasons),
  agreement: z.string().optional(),
  records: z.array(z.string()).optional().describe('Only where it is missing from some of the records'),
  retryAt: z.iso.datetime().optional().describe('When a quota that is used up begins anew'),
});

const state = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}$/u),
  status: z.enum(['ANSWERED', 'WITHHELD', 'NOT_OFFERED', 'TIMEOUT', 'UNAVAILABLE', 'ERROR']),
  ms: z.number().min(0).optional(),
  jti: z.string().optional().describe("Id of the request to the State's node; both logs have the same"),
  agreements: z.array(z.string()),
  agreementsDigest: z
    .string()
    .optional()
    .describe(
      'SHA-256, base64url, of the ids and texts of the agreements in force, as their history names them',
    ),
  agreementsHistory: z
    .strictObject({ lines: z.int().min(1), head: z.string(), key: z.string() })
    .optional()
    .describe(
      "How far the State's history of agreements went: its lines, the hash of the last, the State's key",
    ),
  legalBasis: z.array(z.string()),
  records: z.record(z.string(), z.array(z.string())).describe('Ids of the records disclosed, by type'),
  shown: z.array(z.string()).describe('Coordinates disclosed, plain or masked'),
  masked: z
    .array(
      z.strictObject({
        coordinate: z.string(),
        mask: z.enum(masks),
        records: z
          .array(z.string())
          .optional()
          .describe('Only where others of the records disclosed show it plain'),
      }),
    )
    .optional()
    .describe('Which of the coordinates shown were masked'),
  withheld: z.array(withheld),
  counted: z
    .record(z.string(), z.int().min(0))
    .optional()
    .describe('Records counted against the quotas of agreements, by agreement'),
  fault: z.string().optional(),
});

export const sealSchema = z.strictObject({
  alg: z.literal('A256GCM'),
  data: z.base64(),
  keys: z.record(z.string().regex(sealKeyNamePattern), z.base64()),
});

const data = z.strictObject({
  requestId: z.string(),
  sourceAddress: z.string().optional(),
  requester: requester.optional(),
  purpose: z.string().optional(),
  case: z.string().optional(),
  urgency: z.enum(['ROUTINE', 'URGENT']).optional(),
  operation: z.strictObject({ name: z.string().optional(), sha256: z.string() }).optional(),
  states: z.array(state),
  sealed: sealSchema.optional().describe('What was asked in full, which only a key that is kept apart opens'),
  unsealing: z.strictObject({ entry: z.int().min(0), secondAuditor: requester }).optional(),
  keyDestruction: z
    .strictObject({ before: z.string(), keys: z.array(z.string()), secondAuditor: requester })
    .optional()
    .describe('Which keys were destroyed: what was sealed under them alone is erased'),
  readings: z
    .array(z.strictObject({ of: z.string(), by: z.array(z.string()), entries: z.array(z.int().min(0)) }))
    .optional()
    .describe('What of the log was read: looked for by which fields, never their values, and which entries'),
  releases: z
    .array(
      z.strictObject({
        id: z.string(),
        step: z.enum(['REQUESTED', 'READ', 'PROPOSED', 'APPROVED', 'REFUSED', 'EXPIRED']),
      }),
    )
    .optional()
    .describe('Requests for release that were made, read or decided'),
  outcome: z.strictObject({
    result: z.enum(['ANSWERED', 'PARTIAL', 'REFUSED']),
    code: z.string().optional(),
  }),
  part: z.strictObject({ number: z.int().min(1), of: z.int().min(1) }).optional(),
});

/** An entry of the log, version 1: a CloudEvents 1.0 envelope in JSON. */
export const entrySchema = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.string(),
  type: z.enum([
    'org.istmo.access.v1',
    'org.istmo.refusal.v1',
    'org.istmo.log-reading.v1',
    'org.istmo.release.v1',
    'org.istmo.unsealing.v1',
    'org.istmo.key-destruction.v1',
    'org.istmo.agreements.v1',
    'org.istmo.node-access.v1',
    'org.istmo.node-refusal.v1',
  ]),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data,
});

/** The JSON Schema of entries, as it is published. */
export function entryJsonSchema(): string {
  const schema = z.toJSONSchema(entrySchema, { target: 'draft-2020-12' });
  const named = {
    $id: 'https://istmo.example/schema/audit-entry/v1',
    title: 'Istmo audit entry, version 1',
    ...schema,
  };
  return `${JSON.stringify(named, null, 2)}\n`;
}
