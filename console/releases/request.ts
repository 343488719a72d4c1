import type { Wanted } from './release.js';

/** What the form of a request holds. */
export interface RequestDraft {
  readonly state: string;
  readonly record: string;
  readonly matchField: string;
  readonly matchValue: string;
  /** Where it is filled in, the record is asked for by it. */
  readonly recordId: string;
  /** Separated by commas. */
  readonly fields: string;
  readonly deadline: string;
  readonly justification: string;
}

export const emptyRequest: RequestDraft = {
  state: '',
  record: '',
  matchField: '',
  matchValue: '',
  recordId: '',
  fields: '',
  deadline: 'DAYS_3',
  justification: '',
};

/** The request as the gateway takes it: by the record's id, or else by what the hit was found by. */
export function wantedOf(draft: RequestDraft): Wanted {
  const id = draft.recordId.trim();
  const match = [{ field: draft.matchField.trim(), value: draft.matchValue.trim() }];
  return {
    state: draft.state,
    record: draft.record.trim(),
    ...(id === '' ? { match } : { id }),
    fields: draft.fields
      .split(',')
      .map((field) => field.trim())
      .filter((field) => field !== ''),
    deadline: draft.deadline,
    justification: draft.justification.trim(),
  };
}
