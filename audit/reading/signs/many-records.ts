import {
  differentByHigh,
  highOf,
  type Look,
  lowOf,
  numbering,
  paired,
  type Rule,
  type Terms,
} from './look.js';
import { signLimits } from './sign.js';

/** Many different records for one case of an agency: perhaps a search at large. */
export function manyRecords(terms: Terms): Rule {
  const { valueOf, kindOf, greatest } = terms;
  const agencies = numbering(terms);
  /** By case, of all agencies: what is too few for all of them is so for each. */
  const counts = new Uint32Array(greatest + 1);
  const candidates = new Map<number, number>();
  const keys: number[] = [];
  const records: number[] = [];
  const keyOf = (look: Look): number => paired(agencies.of(look.agency), look.case);
  const numberOf = (key: number): number => {
    const known = candidates.get(key) ?? keys.length;
    if (known === keys.length) candidates.set(key, keys.push(key) - 1);
    return known;
  };
  const isCandidate = (count = 0): boolean => count > signLimits.recordsForOneCase;
  return {
    see: (look) => {
      if (look.case > 0) counts[look.case] = (counts[look.case] ?? 0) + (look.to - look.from) / 3;
    },
    get undecided() {
      return counts.some(isCandidate);
    },
    // the same record again and again is one
    seeAgain: (look) => {
      if (!isCandidate(counts[look.case])) return;
      const candidate = numberOf(keyOf(look));
      for (let at = look.from; at < look.to; at += 3)
        if (kindOf(look.refs[at + 1] ?? 0) !== undefined)
          records.push(paired(candidate, look.refs[at + 2] ?? 0));
    },
    found: () =>
      [...differentByHigh(records)].flatMap(([candidate, count]) => {
        if (count <= signLimits.recordsForOneCase) return [];
        const key = keys[candidate] ?? 0;
        return {
          strength: count,
          key,
          tell: () => ({
            subject: `${valueOf(agencies.terms[highOf(key)] ?? 0)} ${valueOf(lowOf(key))}`,
            en: `${String(count)} records were read for this one case; more than ${String(signLimits.recordsForOneCase)} may be a search at large.`,
            es: `Se leyeron ${String(count)} registros para este solo caso; más de ${String(signLimits.recordsForOneCase)} puede ser una búsqueda indiscriminada.`,
          }),
        };
      }),
    keysOf: (look) => (look.case === 0 ? [] : [keyOf(look)]),
  };
}
