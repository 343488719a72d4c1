import type { ContactFact, LawFact } from '../facts/prevention.js';
import type { StateCode } from '../facts/fact.js';
import { laws } from '../laws.js';
import { streamOf } from '../random.js';
import { factOf, ownFacts, type Telling } from './plan.js';

/** Laws of a State: real ones, each with a line on what it is about. */
export function lawFacts(telling: Telling): readonly LawFact[] {
  const own = laws.filter(({ state }) => state === telling.state);
  return ownFacts(telling, 'laws', own.length, (random, number, index) => {
    const law = own[index];
    if (law === undefined) throw new Error('a law more than there are');
    const { title, lawNumber, subject, status, inForceOn, text } = law;
    return {
      ...factOf(random, number, inForceOn ?? '2020-01-01', true),
      title,
      lawNumber,
      subject,
      status,
      inForceOn,
      text,
    };
  });
}

const desks: readonly (readonly [ContactFact['domain'], string, string])[] = [
  ['GANGS', 'Unidad antipandillas', 'Gang unit'],
  ['DRUGS', 'Unidad antinarcóticos', 'Drug unit'],
  ['PRECURSORS', 'Control de precursores', 'Precursor control'],
  ['FIREARMS', 'Rastreo de armas', 'Firearms tracing'],
  ['PERSONS', 'Identificación', 'Identification'],
  ['MONEY', 'Análisis financiero', 'Financial intelligence'],
  ['CORRUPTION', 'Fiscalía anticorrupción', 'Public integrity'],
  ['CUSTOMS', 'Aduanas', 'Customs'],
  ['PREVENTION', 'Prevención social', 'Prevention'],
];

const dial: Readonly<Record<StateCode, string>> = {
  BZ: '501',
  CR: '506',
  DO: '1809',
  GT: '502',
  HN: '504',
  NI: '505',
  PA: '507',
  SV: '503',
  US: '1202',
};

/** Whom to call in a State, a desk a domain. Numbers and addresses are invented. */
export function contactFacts(telling: Telling): readonly ContactFact[] {
  const { seed, state } = telling;
  const english = state === 'BZ' || state === 'US';
  return ownFacts(telling, 'contacts', desks.length, (random, number, index) => {
    const [domain, spanishName, englishName] = desks[index] ?? ['DRUGS', '', ''];
    const digits = streamOf(seed, `telephone of ${state}`, index).text('0123456789', 4);
    return {
      ...factOf(random, number, '2026-01-15', true),
      organization: english ? englishName : spanishName,
      domain,
      hours: random.pick(['24/7', '24/7', 'Mo-Fr 08:00-16:00']),
      languages: english ? ['en', 'es'] : random.chance(0.4) ? ['es', 'en'] : ['es'],
      phone: `+${dial[state]}555${digits}`,
      email: `${domain.toLowerCase()}@enlace.${state.toLowerCase()}.example`,
    };
  });
}
