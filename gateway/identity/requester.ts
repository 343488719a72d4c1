/** Who asks, as the token of the agency says. */
export interface Requester {
  readonly agency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Pseudonym that only the agency can resolve. */
  readonly officer: string;
  readonly client: string;
  readonly roles: readonly string[];
}
