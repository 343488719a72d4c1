import type { ProfiledFunction } from '../subjects/meter.js';

/** A part of the time, 0 to 1, that the main thread was busy. */
export interface Portion {
  readonly name: string;
  readonly share: number;
}

export interface ProfileSummary {
  /** By package, folder of the project or part of Node, the largest first. */
  readonly groups: readonly Portion[];
  readonly functions: readonly Portion[];
  /** Share of all time in which the main thread had nothing to do. */
  readonly idle: number;
}

const shownFunctions = 30;

/** Sums a profile up: self time by where code comes from, and the functions in which most of it is spent. */
export function groupProfile(profiled: readonly ProfiledFunction[]): ProfileSummary {
  const all = total(profiled);
  const busy = profiled.filter(({ name }) => name !== '(idle)' && name !== '(root)');
  const portions = (nameOf: (profiledFunction: ProfiledFunction) => string): readonly Portion[] =>
    [...samplesBy(busy, nameOf)]
      .map(([name, samples]) => ({ name, share: samples / total(busy) }))
      .sort((one, other) => other.share - one.share);
  return {
    groups: portions(groupOf).filter(({ share }) => share >= 0.002),
    functions: portions(functionName).slice(0, shownFunctions),
    idle: (all - total(busy)) / all,
  };
}

function total(functions: readonly ProfiledFunction[]): number {
  return functions.reduce((sum, { samples }) => sum + samples, 0);
}

function samplesBy(
  functions: readonly ProfiledFunction[],
  nameOf: (profiledFunction: ProfiledFunction) => string,
): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  for (const one of functions) samples.set(nameOf(one), (samples.get(nameOf(one)) ?? 0) + one.samples);
  return samples;
}

/** `@apollo/gateway`, `istmo gateway/execute`, `node:http`, `(garbage collector)`. */
function groupOf({ name, url }: ProfiledFunction): string {
  const inPackage = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url)?.[1];
  if (inPackage !== undefined) return inPackage;
  const own = /\/dist\/(.+)\/[^/]+$/u.exec(url)?.[1];
  if (own !== undefined) return `istmo ${own}`;
  if (url.startsWith('node:')) return `node ${nodePart(url)}`;
  return name.startsWith('(') ? name : 'native code (V8, system calls)';
}

/** `node:internal/crypto/sig` is `crypto`, `node:_http_outgoing` is `http`. */
function nodePart(url: string): string {
  const [first = '', second] = url.slice('node:'.length).split('/');
  const part = first === 'internal' && second !== undefined ? second : first;
  return part.startsWith('_') ? (part.split('_')[1] ?? part) : part;
}

function functionName({ name, url, line }: ProfiledFunction): string {
  if (url === '') return name;
  const inPackage = /.*\/node_modules\/(.+)$/u.exec(url)?.[1];
  const own = /\/dist\/(.+)$/u.exec(url)?.[1];
  return `${name === '' ? '(anonymous)' : name}  ${inPackage ?? own ?? url}:${String(line)}`;
}
