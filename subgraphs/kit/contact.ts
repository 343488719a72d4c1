import type { ContactDomain } from '../../schema/types.js';
import type { Authorised } from './authorise.js';
import { openLedger } from './ledger.js';
import { materialise, type PlainRecord } from './materialise.js';
import { type NodeRequest, planFor } from './node-request.js';
import { readPage } from './records/page.js';

/** Whom to call about records of a type; of types that stand here for none, anyone. */
const domains: Readonly<Record<string, ContactDomain>> = {
  Firearm: 'FIREARMS',
  FirearmSeizure: 'FIREARMS',
  TraceRequest: 'FIREARMS',
  DrugSeizure: 'DRUGS',
  IllicitCropSite: 'DRUGS',
  ClandestineLaboratory: 'DRUGS',
  OnlineDrugOffer: 'DRUGS',
  TraffickingRoute: 'DRUGS',
  PrecursorShipment: 'PRECURSORS',
  PrecursorIncident: 'PRECURSORS',
  PharmaceuticalDiversion: 'PRECURSORS',
  Person: 'PERSONS',
  Gang: 'GANGS',
  GangAssociation: 'GANGS',
  GangIncident: 'GANGS',
  GangMovement: 'GANGS',
  FinancialReport: 'MONEY',
  AssetFreeze: 'MONEY',
  CorruptionCase: 'CORRUPTION',
};

/**
 * Reads whom to call about a record type: the State's contact point of its domain, else the first that it has. They are read
 * whether there is a hit or not, so that both take as long, and shown only on a hit.
 *
 * @param authorised - the selection of the contact point; undefined where none is selected, or may be had
 */
export async function readContact(
  request: NodeRequest,
  authorised: Authorised | undefined,
  record: string | undefined,
  hit: boolean,
): Promise<PlainRecord | null> {
  const decision = authorised?.access.decision;
  const { source } = request;
  if (authorised === undefined || authorised.access.shut || decision === undefined) return null;
  if (source.mapping.records['ContactPoint'] === undefined) return null;
  const plan = planFor(decision);
  const first = { sort: undefined, first: 1, after: undefined };
  const pages = await Promise.all([
    readPage(source, plan, { ...first, filter: { domain: { eq: domains[record ?? ''] } } }),
    readPage(source, plan, { ...first, filter: {} }),
  ]);
  const rows = pages.flatMap((page) => page.rows.map(({ row }) => row)).slice(0, 1);
  // what is read and not shown is noted nowhere
  const [contact = null] = await materialise(
    hit ? request : { ...request, ledger: openLedger() },
    rows,
    authorised,
  );
  return hit ? contact : null;
}
