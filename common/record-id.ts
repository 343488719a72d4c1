/** A record's id, which names its owner: `GT:Firearm:4711`. The key is the owner's own and opaque to all others. */
export interface RecordId {
  readonly state: string;
  readonly type: string;
  readonly key: string;
}

const pattern = /^([A-Z]{2}):([A-Za-z]+):(.{1,200})$/su;

/** @returns undefined where the text is no record id */
export function parseRecordId(text: string): RecordId | undefined {
  const [, state, type, key] = pattern.exec(text) ?? [];
  if (state === undefined || type === undefined || key === undefined) return undefined;
  return { state, type, key };
}

export function formatRecordId({ state, type, key }: RecordId): string {
  return `${state}:${type}:${key}`;
}
