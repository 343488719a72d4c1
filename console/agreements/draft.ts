/** What the form of the "why?" page holds. */
export interface WhyDraft {
  readonly state: string;
  readonly coordinate: string;
  readonly purpose: string;
  /** Empty: the asker's own. */
  readonly agency: string;
  /** Separated by commas; empty: the asker's own. */
  readonly roles: string;
  /** The agency's case number, for which something may have been released. */
  readonly case: string;
  /** Fields that the query filters or sorts by, separated by commas. */
  readonly by: string;
  /** As an input of date and time has it. */
  readonly at: string;
  /** `handlingCode=H1, recordedAt=2026-01-01` */
  readonly record: string;
}

const empty: WhyDraft = {
  state: '',
  coordinate: '',
  purpose: '',
  agency: '',
  roles: '',
  case: '',
  by: '',
  at: '',
  record: '',
};

let left: WhyDraft | undefined;

/** Leaves something to ask for the page that explains. It is kept in memory alone: addresses carry no values. */
export function leaveDraft(draft: Partial<WhyDraft>): void {
  left = { ...empty, ...draft };
}

/** What was left last; nothing filled in where nothing was. */
export function lastDraft(): WhyDraft {
  return left ?? empty;
}

/** Whether it says enough to be asked. */
export function isComplete({ state, coordinate, purpose }: WhyDraft): boolean {
  return state !== '' && coordinate.trim() !== '' && purpose !== '';
}

/** The variables of the question; what is empty is not sent. */
export function variablesOf(draft: WhyDraft, at: string | undefined): Readonly<Record<string, unknown>> {
  const { state, coordinate, purpose, agency, roles, case: caseNumber, by, record } = draft;
  const supposed = parseRecord(record);
  return {
    state,
    coordinate: coordinate.trim(),
    purpose,
    ...(agency.trim() !== '' && { agency: agency.trim() }),
    ...(roles.trim() !== '' && { roles: listOf(roles) }),
    ...(caseNumber.trim() !== '' && { case: caseNumber.trim() }),
    ...(by.trim() !== '' && { by: listOf(by) }),
    ...(at !== undefined && { at }),
    ...(supposed.length > 0 && { record: supposed }),
  };
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function parseRecord(text: string): readonly { readonly field: string; readonly value: string }[] {
  return listOf(text).map((one) => {
    const [field = '', ...value] = one.split('=');
    return { field: field.trim(), value: value.join('=').trim() };
  });
}
