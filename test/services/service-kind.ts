import type { Cleanup } from '../run/cleanup.js';

/** What tests need that npm does not bring, and how it is had. */
export interface ServiceKind {
  readonly name: string;
  /** Tests find the service where this variable of the environment says; so may whoever runs them. */
  readonly variable: string;
  /** Programs without which it cannot be started. */
  readonly programs: readonly string[];
  /** Where Debian puts them, besides PATH. `*` stands for any folder, the highest first. */
  readonly folders: readonly string[];
  readonly debianPackages: readonly string[];
  /**
   * Starts it with data of its own, to be thrown away by `cleanup`.
   *
   * @param pathOf - absolute path of one of `programs`
   * @returns the variable's value, once the service answers
   */
  start(pathOf: (program: string) => string, cleanup: Cleanup): Promise<string>;
}
