/** What the three databases' drivers give for a cell. */
export type Cell = string | number | bigint | boolean | null | undefined;

/** The answer of a statement, a row at a time. */
export type RawRow = Readonly<Record<string, Cell>>;
