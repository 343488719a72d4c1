/**
 * A moment in milliseconds since 1970: of a date its last millisecond in UTC, so that a day includes what was published on it.
 *
 * @throws Error where it is neither YYYY-MM-DD nor an ISO 8601 time
 */
export function momentOf(text: string): number {
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T23:59:59.999Z` : text);
  if (Number.isNaN(at)) throw new Error(`--at ${text}: 2026-03-03, 2026-03-03T10:00:00Z`);
  return at;
}
