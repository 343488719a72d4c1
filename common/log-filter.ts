/** What entries of the log can be looked for by beside their time, in the order in which it is offered. */
export const logTermFields = [
  'agency',
  'officer',
  'purpose',
  'case',
  'state',
  'record',
  'coordinate',
  'outcome',
  'reason',
  'type',
] as const;

/** All that they can be looked for by: at or after a time, before one, and by the terms that they have. */
export const logFilterFields = ['from', 'until', ...logTermFields] as const;

export type LogFilterField = (typeof logFilterFields)[number];
