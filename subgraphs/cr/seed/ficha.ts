import type { Fact, FactPlace } from '../../world/facts/fact.js';
import { type Clerk, unrealDay } from '../../world/clerk.js';
import { allRowsOf, type Row } from '../../world/tables.js';
import type { Catalogos } from './catalogos.js';

const uso = { H0: 'P', H1: 'J', H2: 'C', H3: 'E' } as const;
const fuente = { A: 1, B: 2, C: 3, X: 9 } as const;

/** Who types, and the catalogues that are filled on the way. */
export interface Desk {
  readonly clerk: Clerk;
  readonly catalogos: Catalogos;
}

/** The columns with which every Costa Rican record ends. */
export function ficha({ catalogos }: Desk, fact: Fact, oficina: string): Row {
  return {
    oficina_id: catalogos.oficina.numberOf(oficina),
    uso: uso[fact.handlingCode],
    observacion_uso: fact.handlingCode === 'H3' ? 'Solicitar autorización al juez de la causa' : null,
    fuente: fuente[fact.sourceReliability],
    certeza: fact.informationAccuracy,
    registrado: fact.recordedOn,
    modificado: fact.updatedOn,
    verificado: fact.verifiedOn,
    caduca: fact.expiresOn,
  };
}

const unknownPlace: FactPlace = {
  country: 'CR',
  subdivision: 'CR-?',
  municipality: 'IGNORADO',
  latitude: null,
  longitude: null,
};

/** The number of the canton; that of the unknown one where the clerk slipped. */
export function canton({ clerk, catalogos }: Desk, fact: Fact, place: FactPlace): number {
  return catalogos.canton.numberOf(clerk.slips(fact, 15) ? unknownPlace : place);
}

/** A day as typed: now and then one that no calendar has. */
export function fecha({ clerk }: Desk, fact: Fact, day: string): string {
  return clerk.slips(fact, 6) ? unrealDay(day) : day;
}

/** One row for each item of a list. */
export function itemRows<F extends Fact>(
  facts: readonly F[],
  [ours, item]: readonly [ours: string, item: string],
  itemsOf: (fact: F) => readonly string[],
): Iterable<Row> {
  return allRowsOf(facts, (fact) => itemsOf(fact).map((value) => ({ [ours]: fact.number, [item]: value })));
}
