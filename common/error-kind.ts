/** Who can mend an error. */
export type Actor = 'client' | 'nationalTeam' | 'operator';

export interface ErrorKind {
  /** HTTP status when the whole request is refused with this code. */
  readonly status: number;
  readonly retryable: boolean;
  readonly actor: Actor;
  readonly en: string;
  readonly es: string;
}

export function client(status: number, en: string, es: string): ErrorKind {
  return { status, retryable: false, actor: 'client', en, es };
}

export function team(status: number, en: string, es: string): ErrorKind {
  return { status, retryable: true, actor: 'nationalTeam', en, es };
}

/** Stands in the log of the node alone, which answers nobody then. */
export function broken(en: string, es: string): ErrorKind {
  return { status: 500, retryable: false, actor: 'nationalTeam', en, es };
}

export function operator(status: number, en: string, es: string): ErrorKind {
  return { status, retryable: false, actor: 'operator', en, es };
}
