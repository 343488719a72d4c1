import type { ErrorCode } from '../../common/errors.js';
import { describeProblem, type Problem } from '../../common/problem.js';

/** A file of the State's is wrong, so its node does not start. The message names every problem with file, line and column. */
export class SetUpError extends Error {
  override readonly name = 'SetUpError';
  /** What the access log calls it. */
  readonly code: ErrorCode;

  constructor(code: 'AGREEMENTS_INVALID' | 'MAPPING_INVALID', problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.code = code;
  }
}
