/** What is wrong, and at which path of the file. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
