import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom } from '../world/random.js';
import { allRowsOf, type Row, rowsOf, type TableRows } from '../world/tables.js';
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
  return new Map<string, Iterable<Row>>([
    ['manufacturer', makerRows()],
    ['importer', importerRows()],
    ['dealer', dealerRows()],
    ['purchaser', rowsOf(facts.persons, subjectRow)],
    ['firearm', rowsOf(facts.firearms, (firearm) => firearmRow(random, firearm))],
    ['sale', allRowsOf(facts.firearms, saleRows)],
    ['trace_request', rowsOf(facts.traceRequests, traceRequestRow)],
    ['arms_licence', rowsOf(facts.licences, (licence) => licenceRow(random, licence))],
    ['arms_licence_item', allRowsOf(facts.licences, licenceItemRows)],
    ['online_listing', rowsOf(facts.onlineOffers, (offer) => onlineOfferRow(random, offer))],
    ['chemical_notice', rowsOf(facts.shipments, (shipment) => chemicalNoticeRow(random, shipment))],
    ['drug_loss', rowsOf(facts.diversions, (diversion) => diversionRow(random, diversion))],
    ['organization', rowsOf(facts.organizations, organizationRow)],
    ['organization_member', allRowsOf(facts.organizations, organizationMemberRows)],
    ['organization_leader', allRowsOf(facts.organizations, leaderRows)],
    ['gang', rowsOf(facts.gangs, gangRow)],
    ['gang_set', allRowsOf(facts.gangs, gangSetRows)],
    ['gang_movement', rowsOf(facts.gangMovements, movementRow)],
    ['suspicious_report', rowsOf(facts.financialReports, reportRow)],
    ['report_transaction', allRowsOf(facts.financialReports, transactionRows)],
    ['report_subject', allRowsOf(facts.financialReports, reportSubjectRows)],
    ['report_organization', allRowsOf(facts.financialReports, reportOrganizationRows)],
    ['restraint_order', rowsOf(facts.assetFreezes, freezeRow)],
    ['restrained_asset', allRowsOf(facts.assetFreezes, assetRows)],
    ['order_subject', allRowsOf(facts.assetFreezes, freezeSubjectRows)],
    ['assistance_project', rowsOf(facts.assistance, assistanceRow)],
    ['statute', rowsOf(facts.laws, statuteRow)],
    ['contact_desk', rowsOf(facts.contacts, contactRow)],
  ]);
}
