/** How one step of the run went: a check, or the tests of one project. */
export interface StepResult {
  readonly name: string;
  readonly ms: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What it wrote, to be read where it failed. */
  readonly output: string;
}

/** The results as a table, a line each. */
export function resultTable(results: readonly StepResult[]): string {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  return results
    .map((result) => {
      const word = result.failed === 0 ? 'passed' : 'FAILED';
      const seconds = (result.ms / 1000).toFixed(1).padStart(7);
      return `${result.name.padEnd(width)}  ${word}  ${seconds} s  ${counts(result)}`.trimEnd();
    })
    .join('\n');
}

/** The line that ends the run: `318 passed, 0 failed`. */
export function lastLine(results: readonly StepResult[]): string {
  return counts({
    passed: sum(results.map(({ passed }) => passed)),
    failed: sum(results.map(({ failed }) => failed)),
    skipped: sum(results.map(({ skipped }) => skipped)),
  });
}

function counts({ passed, failed, skipped }: Pick<StepResult, 'passed' | 'failed' | 'skipped'>): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
