import { type Look, paired, type Rule, type Terms } from './look.js';
import { unfitting } from './sign.js';

/** Records of a type that the purpose hardly serves. */
export function unfitPurposes({ valueOf, kindOf }: Terms): Rule {
  /** What does not fit, each with how many entries; its place is its key. */
  const unfit: { readonly subject: string; count: number }[] = [];
  /** By purpose and kind of record; undefined where they fit. */
  const known = new Map<number, number | undefined>();
  const keyOf = (purpose: number, kind: number): number | undefined => {
    const pair = paired(purpose, kind);
    if (!known.has(pair)) known.set(pair, judge(valueOf(purpose), kindOf(kind)?.type));
    return known.get(pair);
  };
  const judge = (purpose: string, type: string | undefined): number | undefined => {
    if (type === undefined || unfitting[purpose]?.includes(type) !== true) return undefined;
    const subject = `${purpose} ${type}`;
    const place = unfit.findIndex((one) => one.subject === subject);
    return place >= 0 ? place : unfit.push({ subject, count: 0 }) - 1;
  };
  // each once, however many records of the type an entry has
  const keysOf = ({ purpose, refs, from, to }: Look): Iterable<number> => {
    const keys = new Set<number>();
    if (purpose === 0) return keys;
    for (let at = from; at < to; at += 3) {
      const key = keyOf(purpose, refs[at + 1] ?? 0);
      if (key !== undefined) keys.add(key);
    }
    return keys;
  };
  return {
    see: (look) => {
      for (const key of keysOf(look)) {
        const one = unfit[key];
        if (one !== undefined) one.count += 1;
      }
    },
    found: () =>
      unfit.map(({ subject, count }, key) => ({
        strength: count,
        key,
        tell: () => ({
          subject,
          en: `Accesses to records of this type for a purpose that they hardly serve: ${String(count)}.`,
          es: `Accesos a registros de este tipo para una finalidad a la que apenas sirven: ${String(count)}.`,
        }),
      })),
    keysOf,
  };
}
