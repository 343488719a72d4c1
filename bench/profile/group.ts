import type { ProfiledFunction } from './functions.js';

/** A part, 0 to 1, of the time that the main thread was busy, or of what it allocated. */
export interface Portion {
  readonly name: string;
  readonly share: number;
}

export interface ProfileSummary {
  /** By package, folder of the project or part of Node, the largest first. */
  readonly groups: readonly Portion[];
  readonly functions: readonly Portion[];
  /** The project's own functions with all that they call. */
  readonly calls: readonly Portion[];
  /** Share of all time in which the main thread had nothing to do; 0 of what is allocated. */
  readonly idle: number;
  /** Of all that is shared out: samples, or bytes. */
  readonly weight: number;
}

const shownFunctions = 30;
const shownCalls = 60;

function isOwn(url: string): boolean {
  return url.includes('/dist/') && !url.includes('/node_modules/');
}

/** Sums a profile up: self time by where code comes from, and the functions in which most of it is spent. */
export function groupProfile(profiled: readonly ProfiledFunction[]): ProfileSummary {
  const all = total(profiled);
  const busy = profiled.filter(({ name }) => name !== '(idle)' && name !== '(root)');
  const portions = (nameOf: (profiledFunction: ProfiledFunction) => string): readonly Portion[] =>
    [...weightBy(busy, nameOf)]
      .map(([name, weight]) => ({ name, share: weight / total(busy) }))
      .sort((one, other) => other.share - one.share);
  return {
    groups: portions(groupOf).filter(({ share }) => share >= 0.002),
    functions: portions(functionName).slice(0, shownFunctions),
    calls: busy
      .filter(({ url }) => isOwn(url))
      .map((one) => ({ name: functionName(one), share: one.total / total(busy) }))
      .sort((one, other) => other.share - one.share)
      .slice(0, shownCalls),
    weight: total(busy),
    idle: (all - total(busy)) / all,
  };
}

function total(functions: readonly ProfiledFunction[]): number {
  return functions.reduce((sum, { own }) => sum + own, 0);
}

function weightBy(
  functions: readonly ProfiledFunction[],
  nameOf: (profiledFunction: ProfiledFunction) => string,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const one of functions) weights.set(nameOf(one), (weights.get(nameOf(one)) ?? 0) + one.own);
  return weights;
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
