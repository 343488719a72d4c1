import { z } from 'zod';
import { casePattern } from '../common/purposes.js';
import { masks } from '../common/withheld.js';

export const name = z.string().min(1);
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const date = z.iso.date('a date as YYYY-MM-DD');

/** Field → what it must be. */
export const conditionSchema = z.record(
  name,
  z
    .strictObject({
      eq: scalar.optional(),
      in: z.array(scalar).min(1).optional(),
      notIn: z.array(scalar).min(1).optional(),
      gte: scalar.optional(),
      lte: scalar.optional(),
    })
    .refine((value) => Object.keys(value).length > 0, 'one of eq, in, notIn, gte, lte'),
);

const common = {
  record: name,
  where: conditionSchema.optional(),
  minors: z.boolean().optional(),
  legalBasis: z.array(name).min(1).optional(),
  unknownAge: z.enum(['ALLOW', 'PROTECT']).optional(),
};

const fieldGrant = z.strictObject({
  ...common,
  fields: z.array(name).min(1),
  mask: z.record(name, z.enum(masks)).optional(),
});

const hitGrant = z.strictObject({ ...common, hit: z.strictObject({ matchOn: z.array(name).min(1) }) });

/** The form of an agreement file; what its words mean is checked apart. */
export const agreementSchema = z.strictObject({
  id: name,
  grantor: name,
  grantee: z.strictObject({ agency: name, roles: z.array(name).min(1).optional() }),
  purposes: z.array(name).min(1),
  case: z.string().regex(casePattern, 'a case number: 1 to 64 letters, digits and . _ / -').optional(),
  legalBasis: z.array(name).min(1),
  valid: z.strictObject({ from: date, until: date }),
  grants: z.array(z.union([fieldGrant, hitGrant], 'either fields or hit, and keys that exist')).min(1),
  onwardTransfer: z.enum(['PROHIBITED', 'WITH_CONSENT', 'ALLOWED']),
  quota: z
    .strictObject({
      requestsPerMinute: z.int().positive().optional(),
      recordsPerDay: z.int().positive().optional(),
    })
    .optional(),
});
