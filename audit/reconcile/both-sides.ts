import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Disclosed, Finding } from './finding.js';

export type Side = 'GATEWAY' | 'NODE';

/** What one side says of one request to the node. */
export interface Saying {
  readonly jti: string;
  readonly time: string;
  /** Record ids and coordinates, sorted. */
  readonly facts: readonly string[];
}

/** What both sides say of a request. */
export interface Pair {
  readonly jti: string;
  readonly gateway: Disclosed | undefined;
  readonly node: Disclosed | undefined;
}

/** What two logs say, sorted by request on disk: however much it is, little of it is in memory. */
export interface BothSides {
  add(side: Side, sayings: readonly Saying[]): void;
  pairs(): Generator<Pair>;
  keep(finding: Finding): void;
  /** Those that were kept, the oldest first. */
  findings(): Generator<Finding>;
  close(): void;
}

interface Row {
  readonly jti: string;
  readonly side: Side;
  readonly time: string;
  readonly facts: string;
}

const schema = `
  PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -16384;
  CREATE TABLE saying (jti TEXT NOT NULL, side TEXT NOT NULL, time TEXT NOT NULL, facts TEXT NOT NULL) STRICT;
  CREATE TABLE finding (time TEXT NOT NULL, value TEXT NOT NULL) STRICT;
`;

/** Its file has no name once it is open: whatever ends the process, nothing of it stays. */
export function openBothSides(): BothSides {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-reconcile-'));
  const database = new Database(join(folder, 'both-sides.db'));
  database.exec(schema);
  rmSync(folder, { recursive: true });
  const add = database.prepare('INSERT INTO saying VALUES (?, ?, ?, ?)');
  const keep = database.prepare('INSERT INTO finding VALUES (?, ?)');
  // a side's parts in the order in which they were written
  const sayings = database.prepare('SELECT jti, side, time, facts FROM saying ORDER BY jti, side, rowid');
  const findings = database.prepare('SELECT value FROM finding ORDER BY time, rowid');
  return {
    add: (side, said) => {
      database.exec('BEGIN');
      for (const { jti, time, facts } of said) add.run(jti, side, time, JSON.stringify(facts));
      database.exec('COMMIT');
    },
    pairs: function* () {
      let rows: Row[] = [];
      for (const row of sayings.iterate() as IterableIterator<Row>) {
        if (rows[0] !== undefined && rows[0].jti !== row.jti) {
          yield pairOf(rows);
          rows = [];
        }
        rows.push(row);
      }
      if (rows.length > 0) yield pairOf(rows);
    },
    keep: (finding) => {
      keep.run(finding.time, JSON.stringify(finding));
    },
    findings: function* () {
      for (const { value } of findings.iterate() as IterableIterator<{ readonly value: string }>)
        yield JSON.parse(value) as Finding;
    },
    close: () => {
      database.close();
    },
  };
}

function pairOf(rows: readonly Row[]): Pair {
  return { jti: rows[0]?.jti ?? '', gateway: disclosed(rows, 'GATEWAY'), node: disclosed(rows, 'NODE') };
}

/** The parts of a disclosure that did not fit into one entry are put together. */
function disclosed(rows: readonly Row[], side: Side): Disclosed | undefined {
  const parts = rows.filter((row) => row.side === side);
  const [first] = parts;
  if (first === undefined) return undefined;
  return { time: first.time, facts: new Set(parts.flatMap(({ facts }) => JSON.parse(facts) as string[])) };
}
