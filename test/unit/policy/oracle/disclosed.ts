import { idAlias, typeAlias } from '../../../../gateway/plan/private-names.js';

/**
 * What an answer discloses: everything in it but what is missing, which one answer gives as null and another not at all, and
 * the names that a gateway asks for itself.
 */
export function disclosed(value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((item) => disclosed(item) ?? null);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== idAlias && key !== typeAlias)
    .map(([key, inner]) => [key, disclosed(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries);
}
