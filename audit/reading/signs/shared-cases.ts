import type { Rule, Terms } from './look.js';

/** One case number that several agencies gave, though each has its own. */
export function sharedCases({ valueOf, greatest }: Terms): Rule {
  /** The first that gave it, by case. */
  const agencyOf = new Uint32Array(greatest + 1);
  const shared = new Map<number, Set<number>>();
  return {
    see: ({ case: number, agency }) => {
      if (number === 0) return;
      const first = agencyOf[number] ?? 0;
      if (first === 0) agencyOf[number] = agency;
      else if (first !== agency) {
        const agencies = shared.get(number);
        if (agencies === undefined) shared.set(number, new Set([first, agency]));
        else agencies.add(agency);
      }
    },
    found: () =>
      [...shared].map(([number, ids]) => ({
        strength: ids.size,
        key: number,
        tell: () => {
          const agencies = [...ids].map(valueOf).sort().join(', ');
          return {
            subject: valueOf(number),
            en: `This case number was given by ${agencies}: case numbers are each agency's own.`,
            es: `Este número de caso lo dieron ${agencies}: los números de caso son propios de cada agencia.`,
          };
        },
      })),
    keysOf: ({ case: number }) => [number],
  };
}
