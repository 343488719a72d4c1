/** Records found in a State's answer: ids by type, each once. */
export type FoundRecords = Map<string, Set<string>>;

export function noteRecord(records: FoundRecords, typeName: string, id: string): void {
  const ids = records.get(typeName);
  if (ids === undefined) records.set(typeName, new Set([id]));
  else ids.add(id);
}

/** As plain values, for the log. */
export function idsByType(records: FoundRecords): Readonly<Record<string, readonly string[]>> {
  const ids: Record<string, readonly string[]> = {};
  for (const [typeName, found] of records) ids[typeName] = [...found];
  return ids;
}
