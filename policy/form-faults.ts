import { z } from 'zod';
import { masks } from '../common/withheld.js';
import type { Agreement, Grant } from './agreement.js';
import { date, name, scalar } from './agreement-schema.js';
import type { Fault } from './fault.js';

/** What is wrong in the form of an agreement file, each where it stands. @param value - as it was read */
export function formFaults({ issues }: z.ZodError, value: unknown): readonly Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, value));
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): readonly Fault[] {
  const path = [...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `${written([...path, key])}: no such key`,
    }));
  if (issue.code === 'invalid_union' && issue.path.length === 2 && isRecord(valueAt(value, path))) {
    // a grant is one of fields or one of hit: what is wrong with it is told of the one that it seems to be
    const isHit =
      isRecord(valueAt(value, [...path, 'hit'])) && valueAt(value, [...path, 'fields']) === undefined;
    const within = issue.errors[isHit ? 1 : 0] ?? [];
    return within.flatMap((inner) => faultsOf({ ...inner, path: [...path, ...inner.path] }, value));
  }
  return [{ path, message: `${written(path)}: ${issue.message}` }];
}

function written(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function isRecord(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Stands where nothing can be read: what is said of it is left out. */
const nothing = '';
const words = z.array(name.catch(nothing)).catch([]);
const fitting = z.array(scalar).optional().catch(undefined);

/** What an agreement file says as far as it can be read, so that its words are checked where its form is wrong elsewhere. */
const readableParts = z.object({
  id: name.catch(nothing),
  grantor: name.catch(nothing),
  grantee: z.object({ agency: name.catch(nothing), roles: words.optional() }).catch({ agency: nothing }),
  purposes: words,
  legalBasis: words,
  valid: z
    .object({ from: date.catch(nothing), until: date.catch(nothing) })
    .catch({ from: nothing, until: nothing }),
  grants: z
    .array(
      z
        .object({
          record: name.catch(nothing),
          where: z
            .record(
              name,
              z
                .object({
                  eq: scalar.optional().catch(undefined),
                  in: fitting,
                  notIn: fitting,
                  gte: scalar.optional().catch(undefined),
                  lte: scalar.optional().catch(undefined),
                })
                .catch({}),
            )
            .optional()
            .catch(undefined),
          minors: z.boolean().optional().catch(undefined),
          legalBasis: words.optional(),
          fields: words,
          hit: z.object({ matchOn: words }).optional().catch(undefined),
          mask: z.record(name, z.enum(masks).optional().catch(undefined)).optional().catch(undefined),
        })
        .catch({ record: nothing, fields: [] }),
    )
    .catch([]),
});

/** The agreement as far as it can be read; undefined where it is no mapping at all. */
export function readableAgreement(value: unknown): Agreement | undefined {
  const { data } = readableParts.safeParse(value);
  if (data === undefined) return undefined;
  const grants = data.grants.map(({ hit, fields, mask, ...grant }): Grant => {
    if (hit !== undefined) return { ...grant, hit };
    const masked = Object.entries(mask ?? {}).flatMap(([field, one]) =>
      one === undefined ? [] : [[field, one] as const],
    );
    // where the fields cannot be read, what is masked counts as granted
    const readable = fields.length > 0 ? fields : masked.map(([field]) => field);
    return { ...grant, fields: readable, mask: Object.fromEntries(masked) };
  });
  return { ...data, grants, onwardTransfer: 'PROHIBITED' };
}

/** Leaves out what is said of a place whose form is wrong: that is told already. */
export function elsewhere(faults: readonly Fault[], form: readonly Fault[]): readonly Fault[] {
  return faults.filter(
    ({ path }) => !form.some((wrong) => wrong.path.every((key, index) => path[index] === key)),
  );
}
