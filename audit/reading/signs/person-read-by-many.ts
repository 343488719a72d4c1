import { differentByHigh, type Look, numbering, paired, type Rule, type Terms } from './look.js';
import { signLimits } from './sign.js';

/** One person's record that many officers read: perhaps curiosity. */
export function personReadByMany(terms: Terms): Rule {
  const { valueOf, kindOf } = terms;
  const agencies = numbering(terms);
  /** An officer is one within an agency. */
  const officers = new Map<number, number>();
  const persons = numbering(terms);
  const readings: number[] = [];
  const keysOf = ({ refs, from, to }: Look): readonly number[] => {
    const keys: number[] = [];
    for (let at = from; at < to; at += 3)
      if (kindOf(refs[at + 1] ?? 0)?.type === 'Person') keys.push(persons.of(refs[at + 2] ?? 0));
    return keys;
  };
  return {
    see: (look) => {
      const keys = keysOf(look);
      if (keys.length === 0) return;
      const pair = paired(agencies.of(look.agency), look.officer);
      const officer = officers.get(pair) ?? officers.size;
      officers.set(pair, officer);
      for (const key of keys) readings.push(paired(key, officer));
    },
    found: () =>
      [...differentByHigh(readings)].flatMap(([key, count]) => {
        if (count <= signLimits.officersOfOnePerson) return [];
        return {
          strength: count,
          key,
          tell: () => ({
            subject: valueOf(persons.terms[key] ?? 0),
            en: `${String(count)} officers have read this person's record; it may be curiosity.`,
            es: `${String(count)} funcionarios han leído el registro de esta persona; puede ser curiosidad.`,
          }),
        };
      }),
    keysOf,
  };
}
