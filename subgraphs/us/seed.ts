import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import type { Row, TableRows } from '../world/tables.js';
import { dealerRows, firearmRow, importerRows, makerRows, saleRows } from './seed/firearms.js';
import { licenceItemRows, licenceRow } from './seed/licences.js';
import {
  assetRows,
  freezeRow,
  freezeSubjectRows,
  reportOrganizationRows,
  reportRow,
  reportSubjectRows,
  transactionRows,
} from './seed/money.js';
import {
  gangRow,
  gangSetRows,
  leaderRows,
  movementRow,
  organizationMemberRows,
  organizationRow,
} from './seed/organizations.js';
import { subjectRow } from './seed/persons.js';
import { assistanceRow, contactRow, statuteRow } from './seed/practice.js';
import { chemicalNoticeRow, diversionRow, onlineOfferRow } from './seed/substances.js';
import { traceRequestRow } from './seed/trace-requests.js';

/** The United States' part of the world: what dealers sold to whom, normalised around sales; and what other agencies keep. */
export function seedUs(facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 1);
  return new Map<string, readonly Row[]>([
    ['manufacturer', makerRows()],
    ['importer', importerRows()],
    ['dealer', dealerRows()],
    ['purchaser', facts.persons.map(subjectRow)],
    ['firearm', facts.firearms.map((firearm) => firearmRow(random, firearm))],
    ['sale', facts.firearms.flatMap(saleRows)],
    ['trace_request', facts.traceRequests.map(traceRequestRow)],
    ['arms_licence', facts.licences.map((licence) => licenceRow(random, licence))],
    ['arms_licence_item', facts.licences.flatMap(licenceItemRows)],
    ['online_listing', facts.onlineOffers.map((offer) => onlineOfferRow(random, offer))],
    ['chemical_notice', facts.shipments.map((shipment) => chemicalNoticeRow(random, shipment))],
    ['drug_loss', facts.diversions.map((diversion) => diversionRow(random, diversion))],
    ['organization', facts.organizations.map(organizationRow)],
    ['organization_member', facts.organizations.flatMap(organizationMemberRows)],
    ['organization_leader', facts.organizations.flatMap(leaderRows)],
    ['gang', facts.gangs.map(gangRow)],
    ['gang_set', facts.gangs.flatMap(gangSetRows)],
    ['gang_movement', facts.gangMovements.map(movementRow)],
    ['suspicious_report', facts.financialReports.map(reportRow)],
    ['report_transaction', facts.financialReports.flatMap(transactionRows)],
    ['report_subject', facts.financialReports.flatMap(reportSubjectRows)],
    ['report_organization', facts.financialReports.flatMap(reportOrganizationRows)],
    ['restraint_order', facts.assetFreezes.map(freezeRow)],
    ['restrained_asset', facts.assetFreezes.flatMap(assetRows)],
    ['order_subject', facts.assetFreezes.flatMap(freezeSubjectRows)],
    ['assistance_project', facts.assistance.map(assistanceRow)],
    ['statute', facts.laws.map(statuteRow)],
    ['contact_desk', facts.contacts.map(contactRow)],
  ]);
}
