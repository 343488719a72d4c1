import type { LogReader } from '../reading/log-reader.js';

/** To the reader's thread: a method and what it is given. */
export interface ReaderCall {
  readonly id: number;
  readonly call: readonly [method: keyof LogReader, ...args: readonly unknown[]];
}

export type ReaderAnswer =
  { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: string };
