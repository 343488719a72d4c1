import type { Fact, FactPlace } from '../../../subgraphs/world/facts/fact.js';
import type { FactKind } from '../../../subgraphs/world/keeps.js';
import type { StateFacts } from '../../../subgraphs/world/facts/state-facts.js';
import { today } from '../../../subgraphs/world/world.js';

/** A record as the world knows it, in the shared language: what no State could add or leave out. */
export type Told = Readonly<Record<string, unknown>>;

/** Record type → the facts of which it tells, and how. */
export interface Teller {
  readonly kind: FactKind;
  /** Each fact told; `id` makes the id of a record that it refers to. */
  tell(facts: StateFacts, id: RecordIds): readonly (readonly [fact: Fact, told: Told])[];
}

export type RecordIds = (type: string, number: number) => string;

function teller<Kind extends FactKind>(
  kind: Kind,
  tell: (fact: StateFacts[Kind][number], refer: Referring) => Told,
): Teller {
  return {
    kind,
    tell: (facts, id) => {
      // a record that has expired is no longer named by others
      const isServed = (type: string, number: number): boolean =>
        tellers[type] !== undefined &&
        factsOf(facts, tellers[type].kind).some((fact) => fact.number === number && isValid(fact));
      const refer: Referring = {
        one: (type, number) => (number === null || !isServed(type, number) ? null : { id: id(type, number) }),
        many: (type, numbers) =>
          numbers.filter((number) => isServed(type, number)).map((number) => ({ id: id(type, number) })),
      };
      return facts[kind].map((fact) => [fact, { ...common(facts, fact), ...tell(fact, refer) }] as const);
    },
  };
}

export function isValid({ expiresOn }: Fact): boolean {
  return expiresOn === null || expiresOn >= today;
}

function factsOf(facts: StateFacts, kind: FactKind): readonly Fact[] {
  return facts[kind];
}

interface Referring {
  one(type: string, number: number | null): Told | null;
  many(type: string, numbers: readonly number[]): readonly Told[];
}

function common({ state }: StateFacts, fact: Fact): Told {
  return {
    originState: state,
    handlingCode: fact.handlingCode,
    sourceReliability: fact.sourceReliability,
    informationAccuracy: fact.informationAccuracy,
    recordedAt: fact.recordedOn,
    updatedAt: fact.updatedOn,
    verifiedOn: fact.verifiedOn,
    expiresOn: fact.expiresOn,
  };
}

const place = (at: FactPlace): Told => ({
  country: at.country,
  subdivision: at.subdivision,
  municipality: at.municipality,
  description: null,
  latitude: at.latitude,
  longitude: at.longitude,
});

/** Fields that keep their name. */
function same<F extends Fact>(fact: F, ...names: readonly (keyof F & string)[]): Told {
  return Object.fromEntries(names.map((name) => [name, fact[name]]));
}

export const tellers: Readonly<Record<string, Teller>> = {
  Firearm: teller('firearms', (fact, { one }) => ({
    serialNumber: fact.serial,
    serialObliterated: fact.serialObliterated,
    make: fact.model.make,
    model: fact.model.model,
    category: fact.model.category,
    calibre: fact.model.calibre,
    barrelLengthMillimetres: fact.model.barrelMillimetres,
    finish: fact.finish,
    countryOfManufacture: fact.model.country,
    yearOfManufacture: fact.year,
    importMarkCountry: fact.importMark?.country ?? null,
    importMarkYear: fact.importMark?.year ?? null,
    additionalMarkings: fact.additionalMarkings,
    status: fact.status,
    seizure: one('FirearmSeizure', fact.seizure),
  })),
  FirearmSeizure: teller('firearmSeizures', (fact, { one, many }) => ({
    ...same(fact, 'seizedAt', 'origin', 'transit', 'destination', 'caseNumber', 'ammunition'),
    place: place(fact.place),
    persons: many('Person', fact.persons),
    organizations: many('CriminalOrganization', fact.organizations),
    route: one('TraffickingRoute', fact.route),
  })),
  ArmsTransferLicence: teller('licences', (fact) => ({
    ...same(fact, 'licenceNumber', 'kind', 'issuedOn', 'validUntil', 'exportingState', 'importingState'),
    ...same(fact, 'counterpartLicenceNumber', 'transitStates', 'broker', 'endUser', 'quantity'),
    ...same(fact, 'quantityTransferred', 'value', 'valueCurrency'),
    items: fact.items.map((item) => ({ ...item, description: null })),
  })),
  Stockpile: teller('stockpiles', (fact) => ({
    ...same(fact, 'holder', 'quantity', 'condition', 'securityLevel', 'lastInspectionOn', 'discrepancy'),
    ...same(fact, 'surplusQuantity'),
    site: place(fact.site),
    items: fact.items.map((item) => ({ ...item, description: null })),
  })),
  DrugSeizure: teller('drugSeizures', (fact, { one, many }) => ({
    ...same(fact, 'seizedAt', 'substance', 'category', 'form', 'quantityKilograms', 'quantityUnits', 'mode'),
    ...same(fact, 'purityPercent', 'packagingMarks', 'concealment', 'origin', 'transit', 'destination'),
    ...same(fact, 'caseNumber'),
    place: place(fact.place),
    conveyance: one('Conveyance', fact.conveyance),
    route: one('TraffickingRoute', fact.route),
    persons: many('Person', fact.persons),
    organizations: many('CriminalOrganization', fact.organizations),
  })),
  IllicitCropSite: teller('cropSites', (fact) => ({
    ...same(fact, 'crop', 'hectares', 'eradicatedHectares', 'surveyedOn'),
    place: place(fact.place),
  })),
  ClandestineLaboratory: teller('laboratories', (fact) => ({
    ...same(fact, 'foundOn', 'product', 'productCategory', 'capacityKilogramsPerMonth', 'precursorsFound'),
    place: place(fact.place),
  })),
  OnlineDrugOffer: teller('onlineOffers', (fact) =>
    same(
      fact,
      ...([
        'platform',
        'substance',
        'category',
        'firstSeenOn',
        'lastSeenOn',
        'shipsFrom',
        'shipsTo',
      ] as const),
      'vendorHandle',
    ),
  ),
  PrecursorShipment: teller('shipments', (fact) => ({
    ...same(fact, 'notificationNumber', 'substance', 'casNumber', 'incbTable', 'quantityKilograms', 'reply'),
    ...same(fact, 'quantityReceivedKilograms', 'exportingState', 'importingState', 'exporter', 'importer'),
    ...same(fact, 'consignee', 'pointOfEntry', 'expectedOn', 'arrivedOn'),
  })),
  PrecursorIncident: teller('precursorIncidents', (fact, { one }) => ({
    ...same(fact, 'kind', 'substance', 'casNumber', 'incbTable', 'quantityKilograms', 'occurredOn', 'origin'),
    ...same(fact, 'destination', 'caseNumber'),
    place: place(fact.place),
    shipment: one('PrecursorShipment', fact.shipment),
    route: one('TraffickingRoute', fact.route),
  })),
  PharmaceuticalDiversion: teller('diversions', (fact) => ({
    ...same(fact, 'product', 'activeSubstance', 'quantityUnits', 'divertedFrom', 'occurredOn'),
    place: place(fact.place),
  })),
  TraffickingRoute: teller('routes', (fact, { many }) => ({
    ...same(fact, 'name', 'commodity', 'origin', 'destination', 'firstSeenOn', 'lastSeenOn'),
    legs: fact.legs.map((leg, index) => ({ position: index + 1, ...leg })),
    organizations: many('CriminalOrganization', fact.organizations),
  })),
  Person: teller('persons', (fact) => ({
    ...same(fact, 'aliases', 'birthDate', 'sex', 'nationality', 'nationalIdentification', 'passport'),
    ...same(fact, 'physicalFeatures', 'isMinor'),
    personName: fact.name,
  })),
  CriminalOrganization: teller('organizations', (fact, { many }) => ({
    ...same(fact, 'name', 'aliases', 'category', 'activities', 'estimatedMembers', 'leaders', 'firstSeenOn'),
    ...same(fact, 'lastSeenOn', 'territory'),
    members: many('Person', fact.members),
  })),
  Conveyance: teller('conveyances', (fact) => ({
    ...same(
      fact,
      'kind',
      'registration',
      'registrationCountry',
      'vin',
      'imo',
      'tail',
      'make',
      'model',
      'year',
    ),
    ...same(fact, 'colour', 'status', 'statusOn'),
  })),
  FinancialReport: teller('financialReports', (fact, { many }) => ({
    ...same(fact, 'reportCode', 'reason', 'indicators', 'submittedOn', 'reportingEntity'),
    transactions: fact.transactions.map(({ on, ...transaction }) => ({ date: on, ...transaction })),
    persons: many('Person', fact.persons),
    organizations: many('CriminalOrganization', fact.organizations),
  })),
  AssetFreeze: teller('assetFreezes', (fact, { many }) => ({
    ...same(fact, 'orderedOn', 'court', 'status', 'assets', 'caseNumber'),
    persons: many('Person', fact.persons),
  })),
  CorruptionCase: teller('corruptionCases', (fact) =>
    same(fact, 'office', 'offence', 'status', 'openedOn', 'instrument', 'caseNumber'),
  ),
  Programme: teller('programmes', (fact) => ({
    ...same(fact, 'name', 'kind', 'targetGroup', 'territory', 'startedOn', 'endedOn', 'participantsCount'),
    ...same(fact, 'results', 'documents'),
    place: place(fact.place),
  })),
  BestPractice: teller('bestPractices', (fact) =>
    same(fact, 'name', 'kind', 'targetGroup', 'territory', 'publishedOn', 'results', 'documents'),
  ),
  TechnicalAssistance: teller('assistance', (fact) => ({
    ...same(fact, 'name', 'kind', 'direction', 'targetGroup', 'territory', 'from', 'until', 'results'),
    ...same(fact, 'documents'),
  })),
  LegalInstrument: teller('laws', (fact) => ({
    ...same(fact, 'title', 'subject', 'status', 'inForceOn', 'text'),
    number: fact.lawNumber,
  })),
  ContactPoint: teller('contacts', (fact) =>
    same(fact, 'organization', 'domain', 'hours', 'languages', 'phone', 'email'),
  ),
};
