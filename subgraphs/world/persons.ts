import { englishNames, familyNames, givenNames } from './catalogue.js';
import type { Random } from './random.js';

/** An invented adult. */
export interface WorldPerson {
  readonly number: number;
  readonly name: string;
  readonly sex: 'F' | 'M';
  readonly bornOn: string;
  /** ISO 3166-1 alpha-2. */
  readonly nationality: string;
  readonly document: string;
}

export function makePerson(random: Random, number: number, nationality: 'GT' | 'SV' | 'US'): WorldPerson {
  const sex = random.pick(['F', 'M'] as const);
  const name =
    nationality === 'US'
      ? `${random.pick(englishNames[sex])} ${random.pick(englishNames.family)}`
      : `${random.pick(givenNames[sex])} ${random.pick(givenNames[sex])} ${random.pick(familyNames)}`;
  return {
    number,
    name,
    sex,
    bornOn: random.day('1945-01-01', '1968-12-31'),
    nationality,
    document: random.text('0123456789', nationality === 'GT' ? 13 : 9),
  };
}
