import type { CropSiteFact, LaboratoryFact, OnlineOfferFact } from '../facts/drugs.js';
import { addDays, earlier } from '../random.js';
import { today } from '../stories.js';
import { anyPlace, countAt, factOf, ownFacts, type Telling } from './plan.js';

const crops: Readonly<Partial<Record<Telling['state'], readonly CropSiteFact['crop'][]>>> = {
  GT: ['OPIUM_POPPY', 'OPIUM_POPPY', 'CANNABIS_PLANT', 'COCA_BUSH'],
  HN: ['COCA_BUSH', 'COCA_BUSH', 'CANNABIS_PLANT'],
};

export function cropSiteFacts(telling: Telling): readonly CropSiteFact[] {
  return ownFacts(telling, 'cropSites', countAt(telling, 32), (random, number) => {
    const on = random.day('2018-01-01', '2026-10-30');
    const hectares = random.int(1, 120) / 10;
    return {
      ...factOf(random, number, on),
      crop: random.pick(crops[telling.state] ?? (['CANNABIS_PLANT'] as const)),
      hectares,
      eradicatedHectares: Math.round(hectares * random.int(0, 10)) / 10,
      surveyedOn: on,
      place: anyPlace(random, telling.state),
    };
  });
}

const products = [
  {
    product: 'Cocaine hydrochloride',
    productCategory: 'COCAINE_TYPE',
    precursors: ['Potassium permanganate', 'Hydrochloric acid', 'Acetone', 'Ethyl ether', 'Sulphuric acid'],
  },
  {
    product: 'Methamphetamine',
    productCategory: 'AMPHETAMINE_TYPE',
    precursors: ['Pseudoephedrine', '1-Phenyl-2-propanone', 'Phenylacetic acid', 'Red phosphorus', 'Toluene'],
  },
  {
    product: 'Heroin',
    productCategory: 'OPIOIDS',
    precursors: ['Acetic anhydride', 'Hydrochloric acid', 'Acetone'],
  },
] as const;

export function laboratoryFacts(telling: Telling): readonly LaboratoryFact[] {
  return ownFacts(telling, 'laboratories', countAt(telling, 18), (random, number) => {
    const on = random.day('2017-01-01', '2026-11-01');
    const { product, productCategory, precursors } = random.pick(products);
    return {
      ...factOf(random, number, on),
      foundOn: on,
      place: anyPlace(random, telling.state),
      product,
      productCategory,
      capacityKilogramsPerMonth: random.int(2, 120) * 5,
      precursorsFound: random.some<string>(precursors, random.int(1, 3)),
    };
  });
}

const offered = [
  ['Cocaine', 'COCAINE_TYPE'],
  ['Cannabis herb', 'CANNABIS_TYPE'],
  ['Ecstasy', 'AMPHETAMINE_TYPE'],
  ['Methamphetamine', 'AMPHETAMINE_TYPE'],
  ['Fentanyl', 'OPIOIDS'],
  ['Oxycodone', 'OPIOIDS'],
] as const;

export function onlineOfferFacts(telling: Telling): readonly OnlineOfferFact[] {
  return ownFacts(telling, 'onlineOffers', countAt(telling, 40), (random, number) => {
    const firstSeenOn = random.day('2021-01-01', '2026-10-20');
    const [substance, category] = random.pick(offered);
    return {
      ...factOf(random, number, firstSeenOn),
      platform: random.pick(['Mercado Niebla', 'BayStreet', 'Canal T-77', 'Silk Harbor']),
      substance,
      category,
      firstSeenOn,
      lastSeenOn: earlier(addDays(firstSeenOn, random.int(1, 400)), today),
      shipsFrom: random.pick([telling.state, 'US', 'CO', 'MX', 'NL']),
      shipsTo: random.some(['CR', 'PA', 'US', 'DO', 'GT', 'ES'], random.int(1, 3)),
      vendorHandle: `${random.pick(['green', 'blanca', 'isla', 'doc', 'north'])}${random.text('0123456789', 3)}`,
    };
  });
}
