import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { demoStateCodes, isDemoState } from '../../subgraphs/world/load.js';
import type { StateCode } from '../../subgraphs/world/world.js';

/** What `istmo seed` is to do: which databases, of which world. */
export interface SeedPlan {
  readonly seed: number;
  readonly scale: number;
  readonly databases: readonly { readonly state: StateCode; readonly url: string }[];
}

/** The arguments as they were typed. */
export interface SeedArguments {
  readonly state?: string | undefined;
  readonly scale: string;
  readonly seed: string;
  /** Of one State: where its database is. */
  readonly url: string;
  /** Of the data folder, where no URL is given. */
  readonly data: string;
}

const greatestScale = 1_000;

/** What is to be done, or all that is wrong with the arguments, in English and Spanish. */
export function planSeed({
  state,
  scale,
  seed,
  url,
  data,
}: SeedArguments): SeedPlan | { readonly problems: readonly string[] } {
  const codes = state === undefined ? demoStateCodes : state.split(',').map((code) => code.trim());
  const states = codes.filter(isDemoState);
  const problems = [
    ...codes
      .filter((code) => !isDemoState(code))
      .map((code) => {
        const known = demoStateCodes.join(', ');
        return `--state: no State "${code}"; there are / no hay Estado "${code}"; hay: ${known}`;
      }),
    ...numberProblems('--scale', scale, (value) => value > 0 && value <= greatestScale, {
      en: `a number over 0 and up to ${String(greatestScale)}`,
      es: `un número mayor que 0 y hasta ${String(greatestScale)}`,
    }),
    ...numberProblems('--seed', seed, (value) => Number.isSafeInteger(value) && value >= 0, {
      en: 'a whole number from 0',
      es: 'un número entero desde 0',
    }),
    ...(url !== '' && codes.length !== 1
      ? ['--state: one State for --database-url / un solo Estado para --database-url']
      : []),
  ];
  if (problems.length > 0) return { problems };
  const databases = states.map((code) => ({
    state: code,
    url: url === '' ? pathToFileURL(join(data, 'databases', `${code}.db`)).href : url,
  }));
  return { seed: Number(seed), scale: Number(scale), databases };
}

function numberProblems(
  option: string,
  text: string,
  isRight: (value: number) => boolean,
  wanted: { readonly en: string; readonly es: string },
): readonly string[] {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return isRight(value) ? [] : [`${option}: "${text}": ${wanted.en} / ${wanted.es}`];
}
