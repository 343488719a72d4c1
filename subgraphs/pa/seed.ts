import { createClerk } from '../world/clerk.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { TableRows } from '../world/tables.js';
import { armas } from './seed/armas.js';
import { controlDeArmas } from './seed/control.js';
import { dinero } from './seed/dinero.js';
import { drogas } from './seed/drogas.js';
import { normas } from './seed/normas.js';
import { precursores } from './seed/precursores.js';
import { rutas } from './seed/rutas.js';

/** Panama's part of the world: customs and ports, columns in two languages, weights in two units. */
export function seedPa(facts: StateFacts): TableRows {
  const clerk = createClerk(facts.seed + 507);
  return new Map([
    ...precursores(facts, clerk),
    ...armas(facts, clerk),
    ...controlDeArmas(facts, clerk),
    ...drogas(facts, clerk),
    ...rutas(facts, clerk),
    ...dinero(facts, clerk),
    ...normas(facts),
  ]);
}
