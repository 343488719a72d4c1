import type { Fact } from '../world/facts/fact.js';
import type { StateFacts } from '../world/facts/state-facts.js';
import { createRandom, type Random } from '../world/random.js';
import { exhaust, type Row, type TableRows } from '../world/tables.js';
import { catalogueTables } from './catalogues.js';
import { type CodeBooks, openCodeBooks } from './code-book.js';
import { type FichaKind, fichaRow } from './fichas.js';
import { armsControlTables } from './seed-arms-control.js';
import { drugTables } from './seed-drugs.js';
import { firearmTables } from './seed-firearms.js';
import { gangTables } from './seed-gangs.js';
import { organizationTables } from './seed-organizations.js';
import { preventionTables } from './seed-prevention.js';

/**
 * Honduras's part of the world: normalised to the last, numeric codes, dates as DD/MM/YYYY, land in manzanas. Its catalogues
 * come first, and hold what its rows name: the rows are made once to fill them, and again to be written.
 */
export function seedHn(facts: StateFacts): TableRows {
  const books = openCodeBooks();
  for (const rows of recordTables(books, facts).values()) exhaust(rows);
  return new Map([...catalogueTables(books), ...recordTables(books, facts)]);
}

function recordTables(books: CodeBooks, facts: StateFacts): TableRows {
  const random = createRandom(facts.seed + 504);
  const parts = [
    firearmTables(random, books, facts),
    armsControlTables(random, books, facts),
    drugTables(random, books, facts),
    organizationTables(random, books, facts),
    gangTables(random, books, facts),
    preventionTables(books, facts),
  ];
  return new Map([['ficha', fichaRows(random, books, facts)], ...parts.flatMap((part) => [...part])]);
}

function* fichaRows(random: Random, books: CodeBooks, facts: StateFacts): Iterable<Row> {
  const kept: readonly (readonly [kind: FichaKind, facts: readonly Fact[]])[] = [
    ['arma', facts.firearms],
    ['decomiso', facts.firearmSeizures],
    ['rastreo', facts.traceRequests],
    ['licencia', facts.licences],
    ['arsenal', facts.stockpiles],
    ['destruccion', facts.destructions],
    ['incautacion', facts.drugSeizures],
    ['cultivo', facts.cropSites],
    ['laboratorio', facts.laboratories],
    ['ruta', facts.routes],
    ['medio_transporte', facts.conveyances],
    ['persona', facts.persons],
    ['organizacion', facts.organizations],
    ['mara', facts.gangs],
    ['vinculo', facts.associations],
    ['hecho', facts.gangIncidents],
    ['desplazamiento', facts.gangMovements],
    ['programa', facts.programmes],
    ['asistencia', facts.assistance],
    ['norma', facts.laws],
    ['enlace', facts.contacts],
  ];
  for (const [kind, list] of kept) for (const fact of list) yield fichaRow(random, books, kind, fact);
}
