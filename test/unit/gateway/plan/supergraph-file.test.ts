import { pbkdf2 } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { openSupergraphFile } from '../../../../gateway/plan/supergraph-file.js';

const folder = mkdtempSync(join(tmpdir(), 'istmo-supergraph-'));
let count = 0;
let stop: (() => Promise<void>) | undefined;

afterEach(async () => {
  await stop?.();
  stop = undefined;
});

function newFile(text: string): string {
  count += 1;
  const path = join(folder, `${String(count)}.graphql`);
  writeFileSync(path, text);
  return path;
}

/** Watches a file, and collects what it is told of. */
function watch(path: string, known: string, onChange = (): Promise<void> => Promise.resolve()) {
  const told: string[] = [];
  stop = openSupergraphFile(path, 20).watch(known, async (text) => {
    told.push(text);
    await onChange();
  });
  return told;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await pause(10);
  expect(condition()).toBe(true);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

describe('the file of a supergraph', () => {
  it('is read, and cannot be where it is not there', () => {
    expect(openSupergraphFile(newFile('one')).read()).toBe('one');
    expect(() => openSupergraphFile(join(folder, 'nothing')).read()).toThrow('ENOENT');
  });

  it('tells of every new text, also of one put in its place', async () => {
    const path = newFile('one');
    const told = watch(path, 'one');
    writeFileSync(path, 'two!');
    await until(() => told.length === 1);
    renameSync(newFile('three'), path);
    await until(() => told.length === 2);
    expect(told).toEqual(['two!', 'three']);
  });

  it('tells of a text that comes at once after another, however busy the process is', async () => {
    const path = newFile('one');
    // every thread that could look at files meanwhile has something else to do
    const busy = Array.from({ length: 8 }, () => promisify(pbkdf2)('x', 'y', 300_000, 32, 'sha512'));
    const told = watch(path, 'one');
    writeFileSync(path, 'two!');
    await until(() => told.length === 1);
    renameSync(newFile('three'), path);
    await Promise.all(busy);
    await until(() => told.length === 2);
    expect(told).toEqual(['two!', 'three']);
  });

  it('tells of a text that came between reading and watching', async () => {
    const told = watch(newFile('two'), 'one');
    await until(() => told.length === 1);
    expect(told).toEqual(['two']);
  });

  it('does not tell of the text that is known, of an empty one, nor of none', async () => {
    const path = newFile('one');
    const told = watch(path, 'one');
    writeFileSync(path, '');
    await pause(60);
    rmSync(path);
    await pause(60);
    writeFileSync(path, 'one');
    await pause(60);
    writeFileSync(path, 'two!');
    await until(() => told.length > 0);
    expect(told).toEqual(['two!']);
  });

  it('tells of the next text only when the one before has been dealt with', async () => {
    const path = newFile('one');
    let atOnce = 0;
    let most = 0;
    const told = watch(path, 'zero', async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await pause(80);
      atOnce -= 1;
    });
    await until(() => told.length === 1);
    writeFileSync(path, 'two!');
    await until(() => told.length === 2);
    expect(most).toBe(1);
  });

  it('is not watched any more once that has been stopped', async () => {
    const path = newFile('one');
    const told = watch(path, 'one');
    await stop?.();
    writeFileSync(path, 'two!');
    await pause(100);
    expect(told).toEqual([]);
  });
});
