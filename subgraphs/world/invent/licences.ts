import type { LicenceFact } from '../facts/arms-control.js';
import type { StateCode } from '../facts/fact.js';
import { keepers } from '../keeps.js';
import { addDays, streamOf } from '../random.js';
import { demoLicence } from '../stories.js';
import { drawItems } from './arms-control.js';
import { countAt, factOf, type Plan, sharedFacts, type Telling } from './plan.js';

/** A transfer of arms from one State to another, with the licence that each of the two issues. */
interface Transfer {
  readonly from: string;
  readonly to: StateCode;
  readonly exportNumber: string;
  readonly importNumber: string;
  readonly exportedOn: string;
  readonly quantity: number;
  readonly sent: number;
  readonly arrived: number;
  /** The importing State never issued its side. */
  readonly unmatched: boolean;
}

/** Licences that a State issued: of a transfer's two, the exporting State's has an even number, the importing State's the next. */
export function licenceFacts(telling: Telling): readonly LicenceFact[] {
  return sharedFacts(telling, 'licences', 2 * countAt(telling, 150), (random, number) => {
    const transfer = transferAt(telling, Math.floor(number / 2));
    const exports = number % 2 === 0;
    const issuer = exports ? transfer.from : transfer.to;
    if (issuer !== telling.state || (!exports && transfer.unmatched)) return undefined;
    const issuedOn = exports ? transfer.exportedOn : addDays(transfer.exportedOn, 9);
    const goods = streamOf(telling.seed, 'goods of a transfer', Math.floor(number / 2));
    const value = transfer.quantity * goods.int(280, 900);
    return {
      ...factOf(random, number, issuedOn, number < 2),
      licenceNumber: exports ? transfer.exportNumber : transfer.importNumber,
      counterpartLicenceNumber: counterpartOf(transfer, exports),
      kind: exports ? 'EXPORT' : 'IMPORT',
      issuedOn,
      validUntil: addDays(issuedOn, 730),
      exportingState: transfer.from,
      importingState: transfer.to,
      transitStates: goods.chance(0.2) ? ['MX'] : [],
      broker: goods.chance(0.3) ? goods.pick(['Istmo Brokers Ltd', 'Delta Arms Brokerage']) : null,
      endUser: goods.pick([
        'Policía Nacional',
        'Fuerzas Armadas',
        'Seguridad Privada Águila S.A.',
        'Police Department',
      ]),
      items: drawItems(goods, transfer.quantity),
      quantity: transfer.quantity,
      quantityTransferred: exports ? transfer.sent : transfer.arrived,
      value,
      valueCurrency: 'USD',
    };
  });
}

function counterpartOf({ exportNumber, importNumber, unmatched }: Transfer, exports: boolean): string | null {
  if (!exports) return exportNumber;
  return unmatched ? null : importNumber;
}

function transferAt({ seed }: Plan, number: number): Transfer {
  const random = streamOf(seed, 'transfer of arms', number);
  const importers = keepers.licences.filter((state) => state !== 'US');
  const from = random.chance(0.6) ? 'US' : random.pick(['BR', 'IT', 'CZ', 'IL', 'PA', 'HN']);
  const to = random.pick(importers.filter((state) => state !== from));
  const exportedOn = random.day('2019-01-01', '2026-09-30');
  const year = exportedOn.slice(0, 4);
  const quantity = random.int(2, 80) * 10;
  const sent = random.chance(0.85) ? quantity : Math.floor(quantity / 2);
  const transfer = {
    from,
    to,
    exportNumber: `${from}-EXP-${year}-${String(10_000 + number)}`,
    importNumber: `${to}-IMP-${year}-${String(10_000 + number)}`,
    exportedOn,
    quantity,
    sent,
    arrived: random.chance(0.88) ? sent : Math.floor(sent * 0.8),
    unmatched: random.chance(0.08),
  };
  if (number > 0) return transfer;
  const {
    exportingState,
    importingState,
    exportLicenceNumber,
    importLicenceNumber,
    quantityExported,
    quantityReceived,
  } = demoLicence;
  return {
    from: exportingState,
    to: importingState,
    exportNumber: exportLicenceNumber,
    importNumber: importLicenceNumber,
    exportedOn: '2025-05-06',
    quantity: quantityExported,
    sent: quantityExported,
    arrived: quantityReceived,
    unmatched: false,
  };
}
