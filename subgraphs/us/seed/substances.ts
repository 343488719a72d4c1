import type { OnlineOfferFact } from '../../world/facts/drugs.js';
import type { DiversionFact, ShipmentFact } from '../../world/facts/precursors.js';
import type { Random } from '../../world/random.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { codes } from './code-lists.js';
import { entered } from './codes.js';

const kilogramsInPound = 0.453592;

export function onlineOfferRow(random: Random, offer: OnlineOfferFact): Row {
  return {
    listing_id: offer.number,
    platform: offer.platform,
    drug: offer.substance,
    drug_class: random.chance(0.03) ? 'MISC' : codes.drugCategory[offer.category],
    first_seen: monthFirst(offer.firstSeenOn),
    last_seen: monthFirst(offer.lastSeenOn),
    ships_from: offer.shipsFrom,
    ships_to: offer.shipsTo.join(' '),
    vendor: offer.vendorHandle,
    ...entered(offer),
  };
}

/** Notice of a chemical to be exported, in pounds or, since the forms changed, in kilograms. */
export function chemicalNoticeRow(random: Random, shipment: ShipmentFact): Row {
  const unit = shipment.number === 0 ? 'KG' : random.pick(['KG', 'LB'] as const);
  const kilograms = shipment.quantityKilograms;
  return {
    notice_id: shipment.number,
    notification_no: shipment.notificationNumber,
    chemical: shipment.substance,
    cas_no: shipment.casNumber,
    list_code: codes.table[shipment.incbTable],
    quantity: unit === 'KG' ? kilograms : Math.round((kilograms / kilogramsInPound) * 100) / 100,
    unit,
    from_country: shipment.exportingState,
    to_country: shipment.importingState,
    exporter: shipment.exporter,
    importer: shipment.importer,
    consignee: shipment.consignee,
    port_of_entry: shipment.pointOfEntry,
    expected_on: monthFirst(shipment.expectedOn),
    reply: codes.reply[shipment.reply],
    ...entered(shipment),
  };
}

export function diversionRow(random: Random, diversion: DiversionFact): Row {
  return {
    loss_id: diversion.number,
    product: diversion.product,
    active: diversion.activeSubstance,
    dosage_units: diversion.quantityUnits,
    diverted_from: diversion.divertedFrom,
    // a few days that no calendar has
    occurred_on: random.chance(0.02) ? '02/30/2024' : monthFirst(diversion.occurredOn),
    city: diversion.place.municipality,
    state: diversion.place.subdivision.slice(3),
    ...entered(diversion),
  };
}
