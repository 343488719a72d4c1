import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { type AuditLog, openAuditLog } from '../../../audit/log.js';
import { createNoteSigner } from '../../../audit/note.js';
import { rememberedHistories } from '../../../audit/reading/remembered-histories.js';
import { openStorage } from '../../../audit/storage/open.js';
import { makeKey } from '../../../cli/region/data-folder.js';
import type { Region } from '../../../common/region.js';
import { memberDocument } from '../../../schema/sources.js';
import { vocabularyOf } from '../../../schema/vocabulary.js';
import { agreementsEntry, refusalEntry } from '../../../subgraphs/kit/access-entry.js';
import { agreementSet, loadSigned } from '../../../subgraphs/kit/agreements.js';
import { releasedHistory } from '../policy/history/released.js';
import { day } from '../policy/history/signed-history.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-remembered-'));
let logs = 0;

/** What a log of these entries remembers. */
async function remembered(fill: (log: AuditLog) => Promise<unknown>, most?: number) {
  const url = pathToFileURL(join(folder, `${String((logs += 1))}.db`)).href;
  const log = await openAuditLog(await openStorage(url), createNoteSigner('node', makeKey('node')));
  await fill(log);
  await log.close();
  return (await rememberedHistories(url, ['GT'], most)).get('GT');
}

const mark = (lines: number) => ({ lines, head: `hash of ${String(lines)}`, key: 'state-GT' });
const inForce = (lines: number) => agreementsEntry('GT', agreementSet([], 'digest', mark(lines)), day);
const refusal = () => refusalEntry('GT', 'r', '127.0.0.1', 'TOKEN_INVALID', day);

describe('an access log', () => {
  it('remembers how far the history of agreements went, beneath however many refusals', async () => {
    expect(
      await remembered(async (log) => {
        await log.append(inForce(1));
        await log.append(inForce(2));
        await Promise.all(Array.from({ length: 2_500 }, () => log.append(refusal())));
      }),
    ).toEqual(mark(2));
  });

  it('is read no further back than it may take', async () => {
    const fill = async (log: AuditLog) => {
      await log.append(inForce(1));
      await Promise.all(Array.from({ length: 1_500 }, () => log.append(refusal())));
    };
    expect(await remembered(fill, 1_000)).toBeUndefined();
    expect(await remembered(fill, 2_000)).toEqual(mark(1));
  });

  it('remembers nothing where none came in force', async () => {
    expect(await remembered((log) => log.append(refusal()))).toBeUndefined();
    expect(await remembered(() => Promise.resolve())).toBeUndefined();
  });
});

describe('a history', () => {
  /** How far it goes; or what is wrong with it, by what is remembered. */
  async function load(known: { lines: number; head: string; key: string } | undefined) {
    const { text, register } = history;
    const file = join(folder, 'GT.jsonl');
    writeFileSync(file, text);
    const region = { audience: 'http://a', witnesses: [], logs: [], ...register } as unknown as Region;
    const context = {
      state: 'GT',
      vocabulary: vocabularyOf(memberDocument(false)),
      region,
      clock: () => day,
    };
    return loadSigned(file, context, { entries: [], remembered: known, key: 'state-GT' }).then(
      ({ set }) => set.history,
      (error: unknown) => (error instanceof Error ? error.message.replace(folder, '') : error),
    );
  }
  let history: Awaited<ReturnType<typeof releasedHistory>>;

  it('is known again by its last line, and may have grown since', async () => {
    history = await releasedHistory({});
    const own = await load(undefined);
    expect(own).toEqual({ lines: 1, head: expect.any(String), key: 'state-GT' });
    expect(await load(own as ReturnType<typeof mark>)).toEqual(own);
  });

  it('that went farther, or went another way, is not taken, in the words of both languages', async () => {
    const words =
      /line was in force.* the grantor GT restores the file .* el otorgante GT restituye el archivo/u;
    expect(await load(mark(2))).toMatch(words);
    expect(await load(mark(1))).toMatch(words);
  });

  it('may begin anew under another key of the State', async () => {
    expect(await load({ ...mark(7), key: 'state-GT-2025' })).toMatchObject({ lines: 1 });
  });
});
