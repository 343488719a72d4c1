import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openSealKeyFolder } from '../../../../audit/storage/seal-key-folder.js';
import { retain } from '../../../../cli/audit/retain.js';

/** As a UTC month, so many months from now. */
function month(from: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + from)).toISOString().slice(0, 7);
}

function set() {
  const folder = mkdtempSync(join(tmpdir(), 'istmo-retain-'));
  const keys = join(folder, 'keys');
  for (const from of [-2, -1, 0]) openSealKeyFolder(keys).forSealing(`GT-${month(from)}`);
  const log = new URL(`file://${join(folder, 'log.db')}`).href;
  return {
    out: join(folder, 'out'),
    keys,
    args: ['--log', log, '--out', join(folder, 'out')],
  };
}

describe('retaining', () => {
  it.each(['--before', '--destroy-keys-before'])(
    'refuses %s a month that is still to come: what is not over is neither archived nor erased',
    async (option) => {
      const { args, keys } = set();
      await expect(retain([...args, option, month(1)])).rejects.toThrow('not all of it is over');
      expect(readdirSync(keys)).toHaveLength(3);
    },
  );

  it('destroys no key without the word of two auditors', async () => {
    const { args, keys } = set();
    const alone = [...args, '--destroy-keys-before', month(0), '--token', join(keys, '..', 'token')];
    writeFileSync(join(keys, '..', 'token'), 'token');
    await expect(retain(alone)).rejects.toThrow('two auditors / dos auditores');
    expect(readdirSync(keys)).toHaveLength(3);
  });

  it('refuses what is no month', async () => {
    await expect(retain([...set().args, '--before', '2026-13'])).rejects.toThrow('2026-13: not YYYY-MM');
  });
});
