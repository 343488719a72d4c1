import type { DestructionFact } from '../../world/facts/arms-control.js';
import type { Random } from '../../world/random.js';
import type { Row } from '../../world/tables.js';
import { entered, placed, typed } from './entry.js';
import { kindSpellings } from './spellings.js';
import { words } from './words.js';

export function destructionRow(random: Random, destruction: DestructionFact): Row {
  return {
    acta_destruccion: destruction.number,
    fecha: destruction.destroyedOn,
    metodo: typed(random, words.destruction[destruction.method]),
    cantidad: destruction.quantity,
    procedencia: words.destructionOrigin[destruction.origin],
    ...placed(random, destruction.place),
    testigos: destruction.witnessedBy.join('; '),
    ...entered(destruction),
  };
}

export function destroyedItemRows({ number, items }: DestructionFact): readonly Row[] {
  return items.map(({ category, make, model, calibre, quantity }) => ({
    acta_destruccion: number,
    tipo: kindSpellings[category][0] ?? null,
    marca: make,
    modelo: model,
    calibre,
    cantidad: quantity,
  }));
}
