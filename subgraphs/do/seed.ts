import { createClerk } from '../world/clerk.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { TableRows } from '../world/tables.js';
import { involucrados } from './seed/involucrados.js';
import { armas } from './seed/armas.js';
import { dinero } from './seed/dinero.js';
import { drogas } from './seed/drogas.js';
import { leyes } from './seed/leyes.js';
import { precursores } from './seed/precursores.js';
import { rutas } from './seed/rutas.js';

/** The Dominican Republic's part of the world: wide rows in capital letters, lists in one column, days as DD/MM/YYYY. */
export function seedDo(facts: StateFacts): TableRows {
  const clerk = createClerk(facts.seed + 809);
  return new Map([
    ...armas(facts, clerk),
    ...drogas(facts, clerk),
    ...precursores(facts, clerk),
    ...rutas(facts, clerk),
    ...dinero(facts, clerk),
    ...involucrados(facts),
    ...leyes(facts),
  ]);
}
