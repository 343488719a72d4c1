import { createClerk } from '../world/clerk.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import type { TableRows } from '../world/tables.js';
import { catalogueRows, createCatalogos } from './seed/catalogos.js';
import type { Desk } from './seed/ficha.js';
import { armas } from './seed/armas.js';
import { dinero } from './seed/dinero.js';
import { drogas } from './seed/drogas.js';
import { leyes } from './seed/leyes.js';
import { precursores } from './seed/precursores.js';
import { prevencion } from './seed/prevencion.js';
import { rutas } from './seed/rutas.js';

/** Costa Rica's part of the world: everything once, in catalogues and around the case file of a court. */
export function seedCr(facts: StateFacts): TableRows {
  const desk: Desk = { clerk: createClerk(facts.seed + 506), catalogos: createCatalogos() };
  const tables = [
    ...armas(facts, desk),
    ...drogas(facts, desk),
    ...precursores(facts, desk),
    ...rutas(facts, desk),
    ...dinero(facts, desk),
    ...prevencion(facts, desk),
    ...leyes(facts, desk),
  ];
  return new Map([...tables, ...catalogueRows(desk.catalogos)]);
}
