import type { ErrorKind } from './error-kind.js';
import { errorKinds } from './error-kinds.js';

export type ErrorCode = keyof typeof errorKinds;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorKinds, code);
}

/**
 * A refusal or failure with a code of the table. Its message is what a client may read: English, then what is
 * particular to this case; never a secret, a personal value or another system's text. Those go into `cause`.
 */
export class IstmoError extends Error {
  override readonly name = 'IstmoError';
  readonly code: ErrorCode;
  /** Public facts of this case, for a client to act on: `{ header: 'Istmo-Purpose' }`. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The message in Spanish. */
  readonly es: string;

  /** @param options - `detail` is what is particular to this case, in both languages or in one where it is a name alone */
  constructor(
    code: ErrorCode,
    options: {
      readonly detail?: string | { readonly en: string; readonly es: string };
      readonly details?: Record<string, unknown>;
      readonly cause?: unknown;
    } = {},
  ) {
    const { en, es } = errorKinds[code];
    const { detail } = options;
    const told = typeof detail === 'string' ? { en: detail, es: undefined } : detail;
    super(told === undefined ? en : `${en} ${told.en}`, { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
    this.es = told?.es === undefined ? es : `${es} ${told.es}`;
  }

  get kind(): ErrorKind {
    return errorKinds[this.code];
  }

  /** What GraphQL's `extensions` carry of it; graphql-js takes them over from an error that a resolver throws. */
  get extensions(): Readonly<Record<string, unknown>> {
    const { actor, retryable } = this.kind;
    return { ...this.details, code: this.code, es: this.es, actor, retryable };
  }
}
