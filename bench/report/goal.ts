/** What the gateway is to reach, and what a run found. */
export interface Goal {
  readonly goal: string;
  readonly found: string;
  readonly reached: boolean;
}
