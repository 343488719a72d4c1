/** What officers act for who decide on the release of records. Nobody can declare it, and no agreement names it. */
export const releasePurpose = 'RELEASE';

/** Purposes that concern no case: trends, and what is open. Every other purpose comes with the agency's case number. */
const withoutCase: ReadonlySet<string> = new Set(['TREND_ANALYSIS', 'PREVENTION', releasePurpose]);

/** The form of a case number. */
export const casePattern: RegExp = /^[\w.\-/]{1,64}$/u;

export function needsCase(purpose: string): boolean {
  return !withoutCase.has(purpose);
}
