import { type Look, numbering, type Rule, type Terms } from './look.js';
import { signLimits } from './sign.js';

const hoursOfDay = 24;

/** Hours of the day in which an agency hardly ever reads. */
export function unusualHours(terms: Terms): Rule {
  const { valueOf } = terms;
  const agencies = numbering(terms);
  const hours = numbering(terms);
  const ofAgency: number[] = [];
  const ofHour: number[] = [];
  const keyOf = ({ agency, hour }: Look): number => agencies.of(agency) * hoursOfDay + hours.of(hour);
  return {
    see: (look) => {
      const key = keyOf(look);
      const agency = agencies.of(look.agency);
      ofAgency[agency] = (ofAgency[agency] ?? 0) + 1;
      ofHour[key] = (ofHour[key] ?? 0) + 1;
    },
    found: () =>
      ofHour.flatMap((count, key) => {
        const number = Math.floor(key / hoursOfDay);
        const all = ofAgency[number] ?? 0;
        const agency = agencies.terms[number] ?? 0;
        const isRare = all >= signLimits.entriesForHabits && count / all < signLimits.rareShare;
        if (agency === 0 || !isRare) return [];
        return {
          strength: all / count,
          key,
          tell: () => ({
            subject: `${valueOf(agency)} ${valueOf(hours.terms[key % hoursOfDay] ?? 0)}:00 UTC`,
            en: `${String(count)} of this agency's ${String(all)} readings were in this hour, in which it hardly ever reads.`,
            es: `${String(count)} de las ${String(all)} lecturas de esta agencia fueron en esta hora, en la que casi nunca lee.`,
          }),
        };
      }),
    keysOf: (look) => [keyOf(look)],
  };
}
