/** Rows of values under their headings, as a table of text. */
export function table(rows: readonly Readonly<Record<string, unknown>>[], most = 8): string {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (headings.length === 0) return '    —';
  const lines = [
    headings,
    ...rows.slice(0, most).map((row) => headings.map((heading) => cell(row[heading]))),
  ];
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? '')].length)),
  );
  const text = lines.map((line) =>
    `    ${line.map((value, column) => pad(value, widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const more = rows.length > most ? [`    … ${String(rows.length - most)} more / más`] : [];
  return [...text, ...more].join('\n');
}

/**
 * An answer's lists as rows: each record one, with what stands around it.
 *
 * @param list - the list's name, which tells its fields from those around it that have the same name
 */
export function rowsOf(
  value: unknown,
  around: Readonly<Record<string, unknown>> = {},
  list = '',
): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((item) => rowsOf(item, around, list));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const plain = entries.flatMap(([key, inner]) => {
    if (inner === null || typeof inner !== 'object')
      return key === 'totalCount' ? [] : [[key, inner] as const];
    return isValue(inner) ? Object.entries(inner).filter(([, part]) => part !== null) : [];
  });
  const named = plain.map(([key, inner]) => [key in around ? `${list}.${key}` : key, inner] as const);
  const here = { ...around, ...Object.fromEntries(named) };
  const beneath = entries.flatMap(([key, inner]) => (isValue(inner) ? [] : rowsOf(inner, here, key)));
  return beneath.length > 0 ? beneath : plain.length > 0 ? [here] : [];
}

/** An object of plain values only, such as a place. */
function isValue(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((inner) => inner === null || typeof inner !== 'object') &&
    !('id' in value)
  );
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '·';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}
