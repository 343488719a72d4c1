import type {
  ArmsItemFact,
  DestructionFact,
  LicenceFact,
  StockpileFact,
} from '../world/facts/arms-control.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { Random } from '../world/random.js';
import { type Row, rowsOf, type TableRows } from '../world/tables.js';
import { countryName, entryOf, inOneBox, inTown, slips, typed, typedWithSlips } from './entry.js';
import { wordFor } from './word-list.js';
import { words } from './words.js';

/** Permits, armouries and what was destroyed: one line each. */
export function armsControlTables(
  random: Random,
  { licences, stockpiles, destructions }: StateFacts,
): TableRows {
  return new Map<string, Iterable<Row>>([
    ['arms_permits', rowsOf(licences, (licence) => permitRow(random, licence))],
    ['armouries', rowsOf(stockpiles, (stockpile) => armouryRow(random, stockpile))],
    ['destroyed', rowsOf(destructions, (destruction) => destroyedRow(random, destruction))],
  ]);
}

function permitRow(random: Random, licence: LicenceFact): Row {
  return {
    id: licence.number,
    permit_no: licence.licenceNumber,
    their_permit_no: licence.counterpartLicenceNumber,
    kind: wordFor(random, words.permit, licence.kind),
    issued: typed(licence.issuedOn),
    expires: typedWithSlips(random, licence, licence.validUntil),
    exporter: countryName(random, licence.exportingState),
    importer: countryName(random, licence.importingState),
    came_through: inOneBox(
      licence.transitStates.map((iso) => wordFor(random, words.country, iso)),
      ',',
    ),
    dealer: licence.broker,
    end_user: licence.endUser,
    ...itemOnForm(random, 1, licence.items[0]),
    ...itemOnForm(random, 2, licence.items[1]),
    ...itemOnForm(random, 3, licence.items[2]),
    permitted: licence.quantity,
    landed: licence.quantityTransferred,
    value_usd: licence.value,
    ...entryOf(random, licence, ['Commissioner of Police, Firearms Licensing']),
  };
}

/** The form has room for three items. */
function itemOnForm(random: Random, line: 1 | 2 | 3, item: ArmsItemFact | undefined): Row {
  const name = `item${String(line)}`;
  return {
    [`${name}_kind`]: item === undefined ? null : wordFor(random, words.kind, item.category),
    [name]: item === undefined ? null : `${item.make} ${item.model}`,
    [`${name}_caliber`]: item === undefined ? null : wordFor(random, words.caliber, item.calibre),
    [`${name}_number`]: item?.quantity ?? null,
  };
}

const vaultClasses = { LEVEL_1: 1, LEVEL_2: 2, LEVEL_3: 3 } as const;

function armouryRow(random: Random, stockpile: StockpileFact): Row {
  return {
    id: stockpile.number,
    holder: stockpile.holder,
    ...inTown(random, stockpile, stockpile.site),
    on_hand: stockpile.quantity,
    shape: slips(random, stockpile, 0.04) ? 'So-so' : wordFor(random, words.shape, stockpile.condition),
    vault_class: vaultClasses[stockpile.securityLevel],
    inspected: typedWithSlips(random, stockpile, stockpile.lastInspectionOn),
    off_by: stockpile.discrepancy,
    to_spare: stockpile.surplusQuantity,
    ...entryOf(random, stockpile, ['Ministry of National Defence', 'Police Armoury']),
  };
}

function destroyedRow(random: Random, destruction: DestructionFact): Row {
  const [witness1 = null, witness2 = null, witness3 = null] = destruction.witnessedBy;
  return {
    id: destruction.number,
    destroyed_on: typedWithSlips(random, destruction, destruction.destroyedOn),
    how: wordFor(random, words.destroyed_how, destruction.method),
    pieces: destruction.quantity,
    because: wordFor(random, words.because, destruction.origin),
    ...inTown(random, destruction, destruction.place),
    witness1,
    witness2,
    witness3,
    ...entryOf(random, destruction, ['National Forensic Science Service']),
  };
}
