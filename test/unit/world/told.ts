import {
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Fact } from '../../../subgraphs/world/facts/fact.js';
import type { StateFacts } from '../../../subgraphs/world/facts/state-facts.js';

type Values = Readonly<Record<string, unknown>>;

/** Record type → the list that `MemberState` gives of it, and the facts that it is told from. */
export const kinds: Readonly<
  Record<string, { readonly list: string; readonly facts: Exclude<keyof StateFacts, 'state' | 'seed'> }>
> = {
  Firearm: { list: 'firearms', facts: 'firearms' },
  FirearmSeizure: { list: 'firearmSeizures', facts: 'firearmSeizures' },
  TraceRequest: { list: 'traceRequests', facts: 'traceRequests' },
  ArmsTransferLicence: { list: 'armsTransferLicences', facts: 'licences' },
  Stockpile: { list: 'stockpiles', facts: 'stockpiles' },
  DestructionRecord: { list: 'destructionRecords', facts: 'destructions' },
  DrugSeizure: { list: 'drugSeizures', facts: 'drugSeizures' },
  IllicitCropSite: { list: 'illicitCropSites', facts: 'cropSites' },
  ClandestineLaboratory: { list: 'clandestineLaboratories', facts: 'laboratories' },
  OnlineDrugOffer: { list: 'onlineDrugOffers', facts: 'onlineOffers' },
  PrecursorShipment: { list: 'precursorShipments', facts: 'shipments' },
  PrecursorIncident: { list: 'precursorIncidents', facts: 'precursorIncidents' },
  PharmaceuticalDiversion: { list: 'pharmaceuticalDiversions', facts: 'diversions' },
  TraffickingRoute: { list: 'traffickingRoutes', facts: 'routes' },
  Conveyance: { list: 'conveyances', facts: 'conveyances' },
  Person: { list: 'persons', facts: 'persons' },
  CriminalOrganization: { list: 'criminalOrganizations', facts: 'organizations' },
  Gang: { list: 'gangs', facts: 'gangs' },
  GangAssociation: { list: 'gangAssociations', facts: 'associations' },
  GangIncident: { list: 'gangIncidents', facts: 'gangIncidents' },
  GangMovement: { list: 'gangMovements', facts: 'gangMovements' },
  FinancialReport: { list: 'financialReports', facts: 'financialReports' },
  AssetFreeze: { list: 'assetFreezes', facts: 'assetFreezes' },
  CorruptionCase: { list: 'corruptionCases', facts: 'corruptionCases' },
  Programme: { list: 'programmes', facts: 'programmes' },
  BestPractice: { list: 'bestPractices', facts: 'bestPractices' },
  TechnicalAssistance: { list: 'technicalAssistance', facts: 'assistance' },
  LegalInstrument: { list: 'legalInstruments', facts: 'laws' },
  ContactPoint: { list: 'contactPoints', facts: 'contacts' },
};

/** A fact under the names of the shared language; what has the same name in both stays. */
export function told(type: string, fact: Fact): Values {
  const { recordedOn, updatedOn, number, ...same } = fact;
  const common = { ...same, number, recordedAt: recordedOn, updatedAt: updatedOn };
  const renamed = renames[type]?.(fact as unknown as Values) ?? {};
  return { ...common, ...renamed };
}

const renames: Readonly<Record<string, (fact: Values) => Values>> = {
  Firearm: ({ serial, serialObliterated, model, year, importMark }) => {
    const { make, model: name, calibre, category, country, barrelMillimetres } = model as Values;
    const mark = (importMark ?? {}) as Values;
    return {
      ...{
        serialNumber: serialObliterated === true ? undefined : serial,
        make,
        model: name,
        calibre,
        category,
      },
      ...{
        countryOfManufacture: country,
        yearOfManufacture: year,
        barrelLengthMillimetres: barrelMillimetres,
      },
      ...{ importMarkCountry: mark['country'] ?? null, importMarkYear: mark['year'] ?? null },
    };
  },
  TraceRequest: ({ serial }) => ({ serialNumber: serial }),
  TraffickingRoute: ({ legs }) => ({
    legs: (legs as readonly Values[]).map((leg, index) => ({ position: index + 1, ...leg })),
  }),
  Person: ({ name, metOn }) => ({ personName: name, eventDate: metOn }),
  FinancialReport: ({ transactions }) => ({
    transactions: (transactions as readonly Values[]).map(({ on, ...transaction }) => ({
      date: on,
      ...transaction,
    })),
  }),
  GangMovement: ({ from, to }) => ({
    fromCountry: (from as Values)['country'],
    toCountry: (to as Values)['country'],
  }),
  LegalInstrument: ({ lawNumber }) => ({ number: lawNumber }),
};

/** How a served value and a told one are held against each other. */
export interface Comparing {
  /** The id of a State's record of a type, from the number of its fact; null where it has expired. */
  readonly idOf: (type: string, number: number) => string | null;
}

/** Paths at which a served value is not what was told; what was not told is not looked at. */
export function differences(
  comparing: Comparing,
  type: GraphQLOutputType,
  served: unknown,
  toldValue: unknown,
  path: string,
): readonly string[] {
  if (toldValue === undefined) return [];
  const named = getNamedType(type);
  const paged = recordOfPages(named);
  if (paged !== undefined || isListType(getNullableType(type)))
    return paged !== undefined || isRecord(named)
      ? listed(
          path,
          served,
          (toldValue as readonly number[])
            .map((one) => referenceTo(comparing, (paged ?? named).name, one))
            .filter((one) => one !== null),
        )
      : listOfValues(comparing, named, served, toldValue as readonly unknown[], path);
  if (isRecord(named))
    return same(served, referenceTo(comparing, named.name, toldValue as number | null)) ? [] : [path];
  if (isObjectType(named)) {
    if (served === null || toldValue === null) return served === toldValue ? [] : [path];
    return Object.entries(served as Values).flatMap(([name, part]) => {
      const inner = named.getFields()[name]?.type;
      return inner === undefined
        ? []
        : differences(comparing, inner, part, (toldValue as Values)[name], `${path}.${name}`);
    });
  }
  return fits(named.name, served, toldValue) ? [] : [path];
}

/** The record that a connection pages through. */
function recordOfPages(type: GraphQLOutputType): { readonly name: string } | undefined {
  if (!isObjectType(type)) return undefined;
  const edges = type.getFields()['edges'];
  const edge = edges && getNamedType(edges.type);
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined;
  return node && getNamedType(node.type);
}

function isRecord(type: unknown): type is GraphQLObjectType {
  return isObjectType(type) && type.getFields()['id'] !== undefined;
}

function referenceTo(
  { idOf }: Comparing,
  type: string,
  number: number | null,
): { readonly id: string } | null {
  const id = number === null ? null : idOf(type, number);
  return id === null ? null : { id };
}

/** As sets: a record's related records have an order of their own. */
function listed(path: string, served: unknown, wanted: readonly unknown[]): readonly string[] {
  const sorted = (list: readonly unknown[]): readonly string[] =>
    [...new Set(list.map((one) => JSON.stringify(one)))].sort();
  return same(sorted((served ?? []) as readonly unknown[]), sorted(wanted)) ? [] : [path];
}

function listOfValues(
  comparing: Comparing,
  named: GraphQLOutputType,
  served: unknown,
  wanted: readonly unknown[],
  path: string,
): readonly string[] {
  const left = (served ?? []) as readonly unknown[];
  if (left.length !== wanted.length) return [path];
  const remaining = [...wanted];
  return left.flatMap((one) => {
    const at = remaining.findIndex((other) => differences(comparing, named, one, other, path).length === 0);
    if (at < 0) return [path];
    remaining.splice(at, 1);
    return [];
  });
}

/** A State may keep less of a time than was told, a length as its tape gives it, and a number as its clerks type it. */
function fits(type: string, served: unknown, wanted: unknown): boolean {
  if (typeof served === 'number' && typeof wanted === 'number')
    return Math.abs(served - wanted) <= (type === 'Float' ? 2e-3 : 0);
  if (typeof served === 'string' && typeof wanted === 'string') {
    if (type === 'PartialDate')
      return wanted === served || (served.length === 4 && wanted.startsWith(served));
    if (type === 'DateTime') return wanted === served || (served.length === 10 && wanted.startsWith(served));
    return bare(served) === bare(wanted);
  }
  return same(served, wanted);
}

function bare(text: string): string {
  return text.toUpperCase().replaceAll(/[ \-./_]/gu, '');
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
