import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { fromRoot } from '../../../common/root.js';
import { composeFile } from './compose-file.js';

const text = readFileSync(fromRoot('Dockerfile'), 'utf8');
/** Its instructions, a line each, in stages. */
const stages = text
  .replaceAll(/\\\n\s*/gu, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /u.test(line))
  .reduce<string[][]>((found, line) => {
    if (line.startsWith('FROM ')) return [...found, [line]];
    found.at(-1)?.push(line);
    return found;
  }, []);

function stage(name: string): readonly string[] {
  return stages.find(([from]) => from?.endsWith(` AS ${name}`) === true)!;
}

describe('the Dockerfile', () => {
  it('is one', () => {
    expect(validate(text)).toEqual([]);
  });

  it('starts from the same exact version of Node everywhere', () => {
    const bases = stages.map(([from]) => from?.split(' ')[1]);
    expect([...new Set(bases.filter((base) => base !== 'runtime'))]).toEqual(['node:24.21.0-bookworm-slim']);
    expect(stages.at(-1)).toEqual(['FROM runtime']);
  });

  it('runs what it runs as a user without rights, and watches over it', () => {
    const runtime = stage('runtime');
    expect(runtime.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
    expect(stage('demo').at(-1)).toBe('USER node');
    expect(runtime.filter((line) => line.startsWith('HEALTHCHECK'))).toHaveLength(1);
  });

  it('takes development packages into the demo alone', () => {
    expect(stage('packages')).toContain('RUN npm ci --omit=dev --ignore-scripts');
    const modules = (name: string): readonly string[] =>
      stage(name).filter((line) => line.endsWith(' node_modules'));
    expect([modules('runtime'), modules('demo')]).toEqual([
      ['COPY --from=packages /app/node_modules node_modules'],
      ['COPY --from=build /app/node_modules node_modules'],
    ]);
  });

  it('has a folder for each volume that the first service fills, of the account that fills it', () => {
    const made = [
      ...stage('demo')
        .join(' ')
        .matchAll(/\/var\/lib\/region\/for\/[\w-]+/gu),
    ].map(([path]) => path);
    const filled = composeFile()
      .services['region-init']!.volumes.slice(1)
      .map((volume) => volume.split(':')[1]);
    expect(made.toSorted()).toEqual(filled.toSorted());
  });

  it('is given all that it copies', () => {
    const given = readFileSync(fromRoot('.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = stages
      .flat()
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect([...new Set(copied)].toSorted()).toEqual(given.toSorted());
  });
});
