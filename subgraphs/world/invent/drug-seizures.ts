import type { DrugSeizureFact } from '../facts/drugs.js';
import type { StateCode } from '../facts/fact.js';
import { addDays, type Random } from '../random.js';
import { table } from '../reference.js';
import { demoRoute } from '../stories.js';
import { drawConveyance } from './conveyances.js';
import { drawNetworks } from './networks.js';
import { drawPersons } from './persons.js';
import { anyPlace, countAt, factOf, ownFacts, type Telling } from './plan.js';
import { drawRoute } from './routes.js';

type Substance = Pick<DrugSeizureFact, 'substance' | 'category' | 'form'>;

/** Drugs as UNODC names them in its annual seizures, and as the shared language classes them. */
const substances: Readonly<Record<string, Substance>> = {
  'Cocaine salts': { substance: 'Cocaine', category: 'COCAINE_TYPE', form: 'POWDER' },
  'Non-specified cocaine': { substance: 'Cocaine', category: 'COCAINE_TYPE', form: 'POWDER' },
  Crack: { substance: 'Crack', category: 'COCAINE_TYPE', form: 'OTHER' },
  'Marijuana (herb)': { substance: 'Cannabis herb', category: 'CANNABIS_TYPE', form: 'PLANT' },
  Heroin: { substance: 'Heroin', category: 'OPIOIDS', form: 'POWDER' },
  Methamphetamine: { substance: 'Methamphetamine', category: 'AMPHETAMINE_TYPE', form: 'POWDER' },
  Amphetamine: { substance: 'Amphetamine', category: 'AMPHETAMINE_TYPE', form: 'TABLET' },
  'Ecstasy-type substances': { substance: 'Ecstasy', category: 'AMPHETAMINE_TYPE', form: 'TABLET' },
};

/** What a State seized of one drug in one year. */
interface YearlySeizures {
  readonly country: string;
  readonly year: string;
  readonly drug: string;
  readonly kilograms: number;
}

/** Published for 2015 to 2019, States that publish each event left out. @see data/SOURCES.md */
const published: readonly YearlySeizures[] = table('unodc_annual_drug_seizures_2015_2019.csv').map(
  ({ country = '', year = '', drug = '', kilograms }) => ({
    country,
    year,
    drug,
    kilograms: Number(kilograms),
  }),
);

/** Guatemala and El Salvador publish each event: of these years theirs are not invented, so theirs are later ones alone. */
const eventsArePublished: readonly StateCode[] = ['GT', 'SV'];

/**
 * Seizures of drugs in a State. The first four on the route of the demo, of the last twelve months; then, for each year and drug that
 * UNODC published, events that add up to what it published; then later ones.
 */
export function drugSeizureFacts(telling: Telling): readonly DrugSeizureFact[] {
  const { state } = telling;
  const onRoute = demoRoute.states.some((one) => one === state) ? countAt(telling, 4) + 3 : 0;
  const ofYears = published
    .filter(({ country }) => country === state)
    .map((one) => ({ ...one, events: countAt(telling, one.drug === 'Cocaine salts' ? 7 : 3) }));
  const yearly = ofYears.flatMap((one) =>
    Array.from({ length: one.events }, (_, index) => ({ ...one, index })),
  );
  const later = countAt(telling, eventsArePublished.includes(state) ? 70 : 60);
  return ownFacts(telling, 'drugSeizures', onRoute + yearly.length + later, (random, number, index) => {
    if (index < onRoute) return storySeizure(random, telling, number);
    const event = yearly[index - onRoute];
    return event === undefined
      ? laterSeizure(random, telling, number)
      : publishedPart(random, telling, number, event);
  });
}

function storySeizure(random: Random, telling: Telling, number: number): DrugSeizureFact {
  const on = random.day('2025-12-01', '2026-11-10');
  const seizure = makeSeizure(
    random,
    telling,
    number,
    on,
    substances['Cocaine salts'],
    random.int(20, 900),
    true,
  );
  return {
    ...seizure,
    origin: demoRoute.origin,
    destination: demoRoute.destination,
    route: 0,
    organizations: ['CR', 'GT', 'HN', 'PA'].includes(telling.state) ? [0] : [],
    packagingMarks: 'delfín azul',
  };
}

/** One event's share of what was published for its year: the shares of a year add up to it. */
function publishedPart(
  random: Random,
  telling: Telling,
  number: number,
  {
    year,
    drug,
    kilograms,
    events,
    index,
  }: YearlySeizures & { readonly events: number; readonly index: number },
): DrugSeizureFact {
  // 1, 2, … of 1 + 2 + …: some events are great, most are small
  const share = (2 * (index + 1)) / (events * (events + 1));
  const on = random.day(`${year}-01-01`, `${year}-12-31`);
  return makeSeizure(random, telling, number, on, substances[drug], kilograms * share);
}

function laterSeizure(random: Random, telling: Telling, number: number): DrugSeizureFact {
  const recent = random.chance(0.4);
  const on = random.day(recent ? '2025-11-25' : '2020-01-01', '2026-11-15');
  const drug = random.pick([
    'Cocaine salts',
    'Cocaine salts',
    'Cocaine salts',
    'Marijuana (herb)',
    'Marijuana (herb)',
    'Crack',
    'Heroin',
    'Methamphetamine',
    'Ecstasy-type substances',
  ]);
  const kilograms =
    drug === 'Cocaine salts' || drug === 'Marijuana (herb)' ? random.int(1, 1_200) : random.int(1, 400) / 50;
  return makeSeizure(random, telling, number, on, substances[drug], kilograms);
}

const hidingPlaces = [
  'doble fondo',
  'equipaje',
  'contenedor',
  'llanta',
  'caleta en la playa',
  'cuerpo',
  null,
] as const;

function makeSeizure(
  random: Random,
  telling: Telling,
  number: number,
  on: string,
  kind: Substance | undefined,
  kilograms: number,
  story = false,
): DrugSeizureFact {
  const { substance, category, form } = kind ?? {
    substance: 'Cocaine',
    category: 'COCAINE_TYPE',
    form: 'POWDER',
  };
  const cocaine = category === 'COCAINE_TYPE';
  const inUnits = form === 'TABLET' || (form === 'PLANT' && random.chance(0.15));
  const onKnownRoute = random.chance(0.2);
  const recent = on > addDays('2026-11-24', -365);
  return {
    ...factOf(random, number, on, story),
    seizedAt: on,
    place: anyPlace(random, telling.state),
    substance,
    category,
    form,
    quantityKilograms: Math.round(kilograms * 1_000) / 1_000,
    quantityUnits: inUnits ? Math.max(1, Math.round(kilograms * (form === 'TABLET' ? 4_000 : 3))) : null,
    purityPercent: cocaine && random.chance(0.5) ? random.int(55, 97) : null,
    packagingMarks: random.chance(0.2)
      ? random.pick(['corona', 'estrella', 'toro', 'delfín azul', 'R-18'])
      : null,
    mode: random.pick(['SEA', 'SEA', 'ROAD', 'ROAD', 'ROAD', 'AIR', 'MAIL', 'FOOT'] as const),
    conveyance: random.chance(0.2) ? drawConveyance(random, telling) : null,
    concealment: random.pick(hidingPlaces),
    origin: cocaine
      ? random.pick(['CO', 'CO', 'CO', 'EC', 'PE', 'VE'])
      : random.pick([null, 'CO', 'JM', 'GT', 'HN', 'MX']),
    transit: random.chance(0.5)
      ? random.some(
          ['PA', 'CR', 'NI', 'HN', 'DO'].filter((one) => one !== telling.state),
          2,
        )
      : [],
    destination: random.pick(['US', 'US', 'US', 'MX', 'ES', null]),
    caseNumber: `${telling.state}-${on.slice(0, 4)}-D${String(10_000 + number)}`,
    route: onKnownRoute && recent && cocaine ? drawRoute(random, telling, 'COCAINE') : null,
    persons: drawPersons(random, telling, 2),
    organizations: random.chance(0.1) ? drawNetworks(random, telling, 1) : [],
  };
}
