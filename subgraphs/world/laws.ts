import { z } from 'zod';
import type { LegalStatus, LegalSubject } from '../../schema/types.js';
import type { StateCode } from './facts/fact.js';
import { worldStates } from './keeps.js';
import { table } from './reference.js';

/** A law of a State. Its text is a line on what it is about; null where the day it came into force is not known here. */
export interface Law {
  readonly state: StateCode;
  readonly title: string;
  readonly lawNumber: string;
  readonly subject: LegalSubject;
  readonly status: LegalStatus;
  readonly inForceOn: string | null;
  readonly text: string;
}

const subjects = [
  'CONSPIRACY',
  'INTERCEPTION',
  'MONEY_LAUNDERING',
  'SEIZURE',
  'PRECURSORS',
  'ARMS',
  'JUVENILE_JUSTICE',
  'EXTRADITION',
  'ORGANIZED_CRIME',
  'CORRUPTION',
  'DATA_PROTECTION',
  'GANGS',
] as const satisfies readonly LegalSubject[];

const row = z.object({
  state: z.enum(worldStates),
  title: z.string(),
  number: z.string(),
  subject: z.enum(subjects),
  status: z.enum(['BILL', 'ENACTED', 'IN_FORCE', 'AMENDED', 'REPEALED']),
  in_force_on: z.string(),
  text: z.string(),
});

/** @see data/SOURCES.md */
export const laws: readonly Law[] = table('laws.csv').map((cells) => {
  const { number, in_force_on: day, ...law } = row.parse(cells);
  return { ...law, lawNumber: number, inForceOn: day === '' ? null : day };
});
