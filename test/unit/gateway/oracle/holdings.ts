import { createFederation } from './federation.js';
import type { Holding } from './hold.js';
import { drawScattered, scatteredDrawing, scatteredRules } from './scattered.js';
import { drawing, rules, subgraphs } from './shop.js';

/** Four subgraphs that have of everything. */
export function shopHolding(): Holding {
  const shop = createFederation(subgraphs);
  return { federation: () => shop, rules, drawing };
}

/** Three subgraphs to which fields are dealt out by lot, each time anew. */
export function scatteredHolding(): Holding {
  return {
    federation: (draw) => createFederation(drawScattered(draw, 3)),
    rules: scatteredRules,
    drawing: scatteredDrawing,
  };
}

/** Of a failure that is to be looked at again: fast-check names it. */
export function givenSeed(): number | undefined {
  const seed = process.env['ISTMO_ORACLE_SEED'];
  return seed === undefined ? undefined : Number(seed);
}
