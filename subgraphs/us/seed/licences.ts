import type { LicenceFact } from '../../world/facts/arms-control.js';
import type { Random } from '../../world/random.js';
import { monthFirst, type Row } from '../../world/tables.js';
import { calibers, entered, types } from './codes.js';

/** A licence to export or import arms. Some were keyed without a count of what was shipped. */
export function licenceRow(random: Random, licence: LicenceFact): Row {
  const story = licence.number < 2;
  return {
    licence_id: licence.number,
    licence_no: licence.licenceNumber,
    counterpart_no: licence.counterpartLicenceNumber,
    type: licence.kind.slice(0, 3),
    issued_on: monthFirst(licence.issuedOn),
    valid_until: monthFirst(licence.validUntil),
    from_country: licence.exportingState,
    to_country: licence.importingState,
    via: licence.transitStates.join(' '),
    broker: licence.broker,
    end_user: licence.endUser,
    quantity: licence.quantity,
    shipped: !story && random.chance(0.02) ? 'see file' : String(licence.quantityTransferred),
    value_usd: licence.value,
    ...entered(licence),
  };
}

export function licenceItemRows({ number, items }: LicenceFact): readonly Row[] {
  return items.map(({ category, make, model, calibre, quantity }) => ({
    licence_id: number,
    type_code: types[category],
    make,
    model,
    caliber: calibers[calibre] ?? calibre,
    quantity,
  }));
}
