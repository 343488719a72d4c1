import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { systemClock } from '../../common/clock.js';
import { parseRecordId } from '../../common/record-id.js';
import type { Agreement, Condition } from '../../policy/agreement.js';
import type { ExplainedRow } from '../../policy/explain.js';
import { ageAt, hasAge } from '../../policy/minors.js';
import { supposedRow } from '../../policy/supposed-row.js';
import { openDatabase } from '../../subgraphs/kit/database/open.js';
import { readShape } from '../../subgraphs/kit/database/shape.js';
import { readByKey } from '../../subgraphs/kit/records/by-key.js';
import type { Source } from '../../subgraphs/kit/records/source.js';
import type { readMapping } from './offered.js';

const fileSchema = z.record(z.string(), z.unknown());

/** The record of a file: one flat JSON object, field → value, as the worked decisions have them. */
export function recordOfFile(file: string, record: string): ExplainedRow {
  if (!existsSync(file))
    throw new Error(
      `--record ${file}: a record's id (GT:Person:4711), or a JSON file of its fields / el id de un registro, o un archivo JSON de sus campos`,
    );
  const values = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return supposedRow(record, values, file);
}

/**
 * The record of that id, read from the State's database through its mapping: its conditions are tested by the very SQL that
 * the node would run. No value of it is printed.
 */
export async function recordOfDatabase(
  id: string,
  record: string,
  agreements: readonly Agreement[],
  mapped: NonNullable<ReturnType<typeof readMapping>>,
  databaseUrl: string,
): Promise<ExplainedRow> {
  const parsed = parseRecordId(id);
  if (parsed === undefined || parsed.type !== record)
    throw new Error(`--record ${id}: not an id of ${record} / no es un id de ${record}`);
  const database = openDatabase(databaseUrl);
  try {
    const source: Source = { database, shape: await readShape(database), ...mapped, clock: systemClock };
    const conditions = conditionsOn(agreements, record);
    const plan = {
      record,
      fields: hasAge(record) ? ['birthDate', 'recordedAt'] : [],
      opens: conditions.map((where) => ({ where, returns: true })),
    };
    const row = (await readByKey(source, plan, [parsed.key])).get(parsed.key);
    if (row === undefined)
      throw new Error(`${id}: no such record, or it has expired / no hay tal registro, o ha caducado`);
    return {
      id,
      opens: (where) => row.opened[conditions.findIndex((one) => isSame(one, where))] === true,
      age: hasAge(record) ? ageAt(row.values['birthDate'], row.values['recordedAt']) : 'ADULT',
    };
  } finally {
    await database.db.destroy();
  }
}

/** All conditions on rows of a type; the first is none at all, so that the row is read whatever holds for it. */
function conditionsOn(agreements: readonly Agreement[], record: string): readonly (Condition | undefined)[] {
  const all = agreements.flatMap(({ grants }) => grants).filter((grant) => grant.record === record);
  return [undefined, ...all.flatMap(({ where }) => (where === undefined ? [] : [where]))];
}

function isSame(one: Condition | undefined, other: Condition | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
