import type { Runtime } from 'node:inspector';

/** A function as it was called from one place. */
export interface Called {
  readonly frame: Pick<Runtime.CallFrame, 'functionName' | 'url' | 'lineNumber'>;
  readonly own: number;
  readonly calls: readonly Called[];
}

/** One function of a profile. Its weight: samples of time, or bytes that it allocated. */
export interface ProfiledFunction {
  readonly name: string;
  readonly url: string;
  readonly line: number;
  /** Of itself, where it was at the top of the stack. */
  readonly own: number;
  /** Of itself and of all that it calls. */
  readonly total: number;
}

/** Each function once, however deep it calls itself. */
export function sumByFunction(root: Called): readonly ProfiledFunction[] {
  const sums = new Map<string, { name: string; url: string; line: number; own: number; total: number }>();
  const add = ({ frame, own, calls }: Called, above: ReadonlySet<string>): number => {
    const { functionName: name, url, lineNumber } = frame;
    const key = `${name} ${url} ${String(lineNumber)}`;
    const sum = sums.get(key) ?? { name, url, line: lineNumber + 1, own: 0, total: 0 };
    sums.set(key, sum);
    const withThis = above.has(key) ? above : new Set([...above, key]);
    const total = calls.reduce((weight, one) => weight + add(one, withThis), own);
    sum.own += own;
    if (!above.has(key)) sum.total += total;
    return total;
  };
  add(root, new Set());
  return [...sums.values()];
}
