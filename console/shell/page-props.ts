/** What every page is given. */
export interface PageProps {
  /** What follows the path of the page: the number of an entry. Never a value that tells of a person. */
  readonly rest: string;
}
