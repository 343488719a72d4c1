import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Step } from '../../../policy/release/life.js';
import { openDatabase } from '../database/open.js';

/** A request for release as it is kept: its steps, in their order. */
export interface StoredRelease {
  /** Grows with each request that is kept. */
  readonly position: number;
  readonly id: string;
  readonly steps: readonly Step[];
}

/** Where a State's node keeps requests for release. Steps are only ever added. */
export interface ReleaseStore {
  /** Adds the step that comes after `known` others; durable when it resolves. @throws Error where another came first */
  add(id: string, agency: string, known: number, step: Step): Promise<void>;
  get(id: string): Promise<StoredRelease | undefined>;
  /** Requests that no step has decided yet. */
  undecided(): Promise<readonly StoredRelease[]>;
  /** Requests that were approved and are not in force yet. */
  unpublished(): Promise<readonly StoredRelease[]>;
  /** Requests before a position, the newest first. @param agency - absent: of all agencies */
  before(position: number, limit: number, agency?: string): Promise<readonly StoredRelease[]>;
  close(): Promise<void>;
}

interface StepRow {
  readonly release_id: string;
  readonly step: string;
}

interface FirstRow {
  readonly release_id: string;
  readonly position: number | string;
}

/** Opens the store, with its one table. @param url - `file:///path`, `postgres://…` or `mysql://…` */
export async function openReleaseStore(url: string): Promise<ReleaseStore> {
  const { db } = openDatabase(url, { writable: true });
  if (url.startsWith('file:')) chmodSync(fileURLToPath(url), 0o600);
  const created = sql`CREATE TABLE IF NOT EXISTS istmo_release_step (
    release_id VARCHAR(100) NOT NULL, number INTEGER NOT NULL, position BIGINT NOT NULL,
    agency VARCHAR(64) NOT NULL, decides INTEGER NOT NULL, step TEXT NOT NULL, PRIMARY KEY (release_id, number))`;
  await created.execute(db).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  const stepsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, readonly Step[]>> => {
    if (ids.length === 0) return new Map();
    const { rows } = await sql<StepRow>`
      SELECT release_id, step FROM istmo_release_step WHERE release_id IN (${sql.join([...ids])})
      ORDER BY release_id, number`.execute(db);
    return new Map(
      ids.map((id) => [
        id,
        rows.filter((row) => row.release_id === id).map(({ step }) => JSON.parse(step) as Step),
      ]),
    );
  };
  const released = async (rows: readonly FirstRow[]): Promise<readonly StoredRelease[]> => {
    const steps = await stepsOf(rows.map(({ release_id: id }) => id));
    return rows.map(({ release_id: id, position }) => ({
      position: Number(position),
      id,
      steps: steps.get(id) ?? [],
    }));
  };
  return {
    add: async (id, agency, known, step) => {
      await sql`
        INSERT INTO istmo_release_step (release_id, number, position, agency, decides, step)
        SELECT ${id}, ${sql.lit(known + 1)}, COALESCE(MAX(position), 0) + 1, ${agency},
          ${sql.lit(weights[step.kind])}, ${JSON.stringify(step)}
        FROM istmo_release_step`.execute(db);
    },
    get: async (id) => {
      const steps = (await stepsOf([id])).get(id) ?? [];
      return steps.length === 0 ? undefined : { position: 0, id, steps };
    },
    undecided: async () => {
      const { rows } = await sql<FirstRow>`
        SELECT release_id, position FROM istmo_release_step asked
        WHERE number = 1 AND NOT EXISTS (
          SELECT 1 FROM istmo_release_step other WHERE other.release_id = asked.release_id AND other.decides > 0)
        ORDER BY position`.execute(db);
      return released(rows);
    },
    unpublished: async () => {
      const { rows } = await sql<FirstRow>`
        SELECT release_id, position FROM istmo_release_step approved
        WHERE decides = ${sql.lit(weights.APPROVED)} AND NOT EXISTS (
          SELECT 1 FROM istmo_release_step other
          WHERE other.release_id = approved.release_id AND other.decides = ${sql.lit(weights.IN_FORCE)})
        ORDER BY position`.execute(db);
      return released(rows);
    },
    before: async (position, limit, agency) => {
      const { rows } = await sql<FirstRow>`
        SELECT release_id, position FROM istmo_release_step
        WHERE number = 1 AND position < ${sql.lit(position)}
        ${agency === undefined ? sql`` : sql`AND agency = ${agency}`}
        ORDER BY position DESC LIMIT ${sql.lit(limit)}`.execute(db);
      return released(rows);
    },
    close: () => db.destroy(),
  };
}

/** What a step does to its request, as the column `decides` has it: above 0 it is decided. */
const weights: Readonly<Record<Step['kind'], number>> = {
  REQUESTED: 0,
  PROPOSED: 0,
  REFUSED: 1,
  EXPIRED: 1,
  APPROVED: 2,
  IN_FORCE: 3,
};
