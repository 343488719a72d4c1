import { models } from '../catalogue.js';
import type { ArmsItemFact, DestructionFact, StockpileFact } from '../facts/arms-control.js';
import type { StateCode } from '../facts/fact.js';
import { type Random } from '../random.js';
import { anyPlace, countAt, factOf, ownFacts, type Telling } from './plan.js';

/** So many items that add up to a quantity. */
export function drawItems(random: Random, quantity: number): readonly ArmsItemFact[] {
  const chosen = random.some(models, Math.min(quantity, random.int(1, 3)));
  const each = Math.floor(quantity / chosen.length);
  return chosen.map(({ category, make, model, calibre }, index) => ({
    category,
    make,
    model,
    calibre,
    quantity: index === 0 ? quantity - each * (chosen.length - 1) : each,
  }));
}

const holders: Readonly<Partial<Record<StateCode, readonly string[]>>> = {
  BZ: ['Belize Defence Force', 'Belize Police Department', 'Coast Guard'],
  HN: ['Fuerzas Armadas', 'Policía Nacional', 'Secretaría de Seguridad'],
  NI: ['Ejército de Nicaragua', 'Policía Nacional'],
  PA: ['Policía Nacional', 'Servicio Nacional de Fronteras', 'Servicio Nacional Aeronaval'],
};

/** Stockpiles of the State's forces; some hold more than they need, a few count otherwise than their books. */
export function stockpileFacts(telling: Telling): readonly StockpileFact[] {
  return ownFacts(telling, 'stockpiles', countAt(telling, 26), (random, number) => {
    const on = random.day('2023-01-01', '2026-10-30');
    const quantity = random.int(10, 400) * 5;
    return {
      ...factOf(random, number, on),
      holder: random.pick(holders[telling.state] ?? ['']),
      site: anyPlace(random, telling.state),
      items: drawItems(random, quantity),
      quantity,
      condition: random.pick(['SERVICEABLE', 'SERVICEABLE', 'REPAIRABLE', 'UNSERVICEABLE', 'MIXED'] as const),
      securityLevel: random.pick(['LEVEL_1', 'LEVEL_2', 'LEVEL_3'] as const),
      lastInspectionOn: on,
      discrepancy: random.chance(0.2) ? -random.int(1, 12) : 0,
      surplusQuantity: random.chance(0.5) ? random.int(0, Math.floor(quantity / 3)) : 0,
    };
  });
}

export function destructionFacts(telling: Telling): readonly DestructionFact[] {
  return ownFacts(telling, 'destructions', countAt(telling, 26), (random, number) => {
    const on = random.day('2018-01-01', '2026-10-30');
    const quantity = random.int(5, 900);
    return {
      ...factOf(random, number, on),
      destroyedOn: on,
      method: random.pick(['SMELTING', 'CUTTING', 'CRUSHING', 'SHREDDING', 'BURNING'] as const),
      quantity,
      origin: random.pick(['SEIZED', 'SEIZED', 'SURPLUS', 'OBSOLETE'] as const),
      place: anyPlace(random, telling.state),
      items: drawItems(random, quantity),
      witnessedBy: random.some(['UNLIREC', 'OEA', 'Fiscalía', 'Contraloría', 'Cruz Roja'], random.int(1, 3)),
    };
  });
}
